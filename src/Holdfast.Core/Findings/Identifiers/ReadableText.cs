using System.Text;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// A text as a person reads it: plain letters and digits, nothing invisible, "dot" and "at" as their marks. Knows where
/// each character stands in the original.
/// </summary>
internal sealed class ReadableText
{
    // Null when every character stands where it stood.
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private ReadableText(string original, string text, int[]? starts, int[]? ends)
    {
        Original = original;
        Text = text;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>The text as it stands in the export.</summary>
    public string Original { get; }

    /// <summary>The text as it is read.</summary>
    public string Text { get; }

    /// <summary>Reads a text.</summary>
    public static ReadableText Of(string original)
    {
        var text = new ReadableText(original, original, null, null);
        if (NeedsFolding(original))
            text = FoldCharacters(text);
        return SpelledOutMarks.AreIn(text.Text) ? SpelledOutMarks.Replace(text) : text;
    }

    /// <summary>Where a part of <see cref="Text"/> stands in the original.</summary>
    public (int Start, int Length) Place(int start, int end)
    {
        var from = _starts is null ? start : _starts[start];
        var to = _ends is null ? end : _ends[end - 1];
        return (from, to - from);
    }

    private static bool NeedsFolding(string text)
    {
        if (Ascii.IsValid(text))
            return false;
        foreach (var c in text)
        {
            if (c >= 0x80 && (c == CharacterFolding.MathematicalHigh || CharacterFolding.Fold(c) != c))
                return true;
        }

        return false;
    }

    private static ReadableText FoldCharacters(ReadableText source)
    {
        var text = source.Text;
        var writer = new Writer(source);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == CharacterFolding.MathematicalHigh && i + 1 < text.Length &&
                CharacterFolding.FoldMathematical(text[i + 1]) is var plain and not CharacterFolding.Dropped)
            {
                writer.Write(plain, i, i + 2);
                i++;
            }
            else if (CharacterFolding.Fold(c) is var folded && (folded != CharacterFolding.Dropped || c == CharacterFolding.Dropped))
            {
                writer.Write(folded, i, i + 1);
            }
        }

        return writer.ToText();
    }

    /// <summary>Writes a text that is derived from another and keeps the places.</summary>
    public sealed class Writer(ReadableText source)
    {
        private readonly char[] _text = new char[source.Text.Length];
        private readonly int[] _starts = new int[source.Text.Length];
        private readonly int[] _ends = new int[source.Text.Length];
        private int _length;

        /// <summary>What is written so far.</summary>
        public ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

        /// <summary>Writes a character for a part of the source. No more characters are written than the source has.</summary>
        public void Write(char c, int start, int end)
        {
            var (from, length) = source.Place(start, end);
            _text[_length] = c;
            _starts[_length] = from;
            _ends[_length++] = from + length;
        }

        /// <summary>The finished text.</summary>
        public ReadableText ToText() => new(source.Original, new string(_text, 0, _length), _starts, _ends);
    }
}
