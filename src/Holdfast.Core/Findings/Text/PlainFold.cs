using System.Text;

namespace Holdfast.Findings.Text;

/// <summary>Folds a whole text to words with single spaces between them, for looking up fixed phrases.</summary>
internal static class PlainFold
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var letter = LetterFolding.Table[c];
            if (letter == LetterFolding.Ignorable || letter == LetterFolding.Apostrophe)
            {
                continue;
            }

            if (letter > LetterFolding.NamedEmoji)
            {
                folded.Append(letter);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
