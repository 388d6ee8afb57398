using System.Buffers;

namespace Holdfast.Findings.Identifiers;

/// <summary>A list of words that give meaning to what stands near them. Compared in either case, as whole words.</summary>
internal sealed class CueWords
{
    // Measured: with many words the vectorised search stops at every other character of ordinary text.
    private const int MostForVectors = 8;

    private readonly string[] _words;
    private readonly SearchValues<string>? _search;
    private readonly WordBeginnings? _beginnings;

    // Places in the list by the low bits of the first character, which capitals and small letters share.
    private readonly int[][] _byFirst;

    /// <param name="words">Lower-case words or phrases. A final mark or space belongs to the cue.</param>
    public CueWords(params string[] words)
    {
        _words = words;
        var places = Enumerable.Range(0, words.Length);
        _byFirst = [.. Enumerable.Range(0, 32).Select(bits => places.Where(i => (words[i][0] & 31) == bits).ToArray())];
        if (words.Length <= MostForVectors)
            _search = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
        else
            _beginnings = new WordBeginnings(words);
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>True when one of the words is in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => TryFindNext(text, 0, out _, out _, out _);

    /// <summary>Finds the first whole word at or after a place; of several there, the longest.</summary>
    public bool TryFindNext(ReadOnlySpan<char> text, int from, out int start, out int end, out int word)
    {
        for (start = from; start < text.Length; start++)
        {
            var skip = _search is null ? _beginnings!.IndexOf(text[start..]) : text[start..].IndexOfAny(_search);
            if (skip < 0)
                break;
            start += skip;
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && TryMatch(text, start, out end, out word))
                return true;
        }

        (start, end, word) = (0, 0, -1);
        return false;
    }

    /// <summary>Finds the last whole word.</summary>
    public bool TryFindLast(ReadOnlySpan<char> text, out int end, out int word)
    {
        (end, word) = (0, -1);
        for (var from = 0; TryFindNext(text, from, out var start, out var stop, out var which); from = start + 1)
            (end, word) = (stop, which);
        return word >= 0;
    }

    /// <summary>True when a word starts right at this place.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, int start, out int end, out int word)
    {
        (end, word) = (0, -1);
        if (start >= text.Length)
            return false;
        foreach (var i in _byFirst[text[start] & 31])
        {
            var candidate = _words[i];
            if (start + candidate.Length > end &&
                text[start..].StartsWith(candidate, StringComparison.OrdinalIgnoreCase) &&
                EndsWord(text, start + candidate.Length))
            {
                (end, word) = (start + candidate.Length, i);
            }
        }

        return word >= 0;
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int end) =>
        end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]);
}
