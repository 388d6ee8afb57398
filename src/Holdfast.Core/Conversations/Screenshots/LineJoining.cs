using System.Buffers;
using System.Text;

namespace Holdfast.Conversations.Screenshots;

/// <summary>Makes one text of the lines of a message: where a line was wrapped stands a space, where it was ended a line end.</summary>
internal static class LineJoining
{
    private const int LongestOrdinaryWord = 14;
    private static readonly SearchValues<char> InLinks = SearchValues.Create("/_@:=?&%.-");

    /// <param name="lines">The lines from top to bottom.</param>
    /// <param name="limit">The column where lines must wrap at the latest, in pixels.</param>
    /// <param name="em">Size of the font in pixels.</param>
    internal static string Join(IReadOnlyList<ReadLine> lines, int limit, double em)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && !IsBrokenWord(lines[i - 1], lines[i], limit, em))
                text.Append(IsWrapped(lines[i - 1], lines[i], limit, em) ? ' ' : '\n');
            text.Append(lines[i].Text);
        }

        return text.ToString();
    }

    /// <summary>True when the first word of the next line had no room in this one.</summary>
    internal static bool IsWrapped(ReadLine line, ReadLine next, int limit, double em) =>
        line.Right + em * 0.2 + next.Words[0].Box.Width > limit - em * 0.1;

    // Long addresses have no place to wrap, so apps break them anywhere once they fill the line.
    private static bool IsBrokenWord(ReadLine line, ReadLine next, int limit, double em)
    {
        var (last, first) = (line.Words[^1].Text, next.Words[0].Text);
        if (!char.IsLetterOrDigit(first[0]) && !InLinks.Contains(first[0]))
            return false;
        if (last.Contains("://", StringComparison.Ordinal) || last.StartsWith("www.", StringComparison.Ordinal))
        {
            // What goes on with small letters only is the next word.
            var mayGoOn = next.Words.Count == 1 || first.AsSpan().ContainsAny(InLinks) || first.AsSpan().ContainsAnyInRange('0', '9');
            return mayGoOn && IsWrapped(line, next, limit, em) && (last[^1] is '/' or '-' or '?' or '=' or '&' || line.Right > limit - em);
        }

        return last.Length >= LongestOrdinaryWord && line.Right > limit - em * 0.8 && !IsWord(last);
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        var (upper, digits) = (0, 0);
        foreach (var c in text[1..])
        {
            upper += char.IsUpper(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
        }

        return digits == 0 && !text[..^1].ContainsAny(InLinks) && (upper == 0 || upper == text.Length - 1);
    }
}
