namespace Holdfast.Findings.Identifiers;

/// <summary>
/// The first three characters of many words as one table of bits, five bits for each character: finds where one of the
/// words may begin, with one look-up for each character of a text. It may say so in error, but it misses none.
/// </summary>
internal sealed class WordBeginnings
{
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;
    private const int All = 1 << (3 * Bits);

    private readonly uint[] _table = new uint[All / 32];

    /// <param name="words">Words in lower case; the first three characters ASCII, or one character and a letter of any script.</param>
    public WordBeginnings(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            // What a short word leaves open may be anything.
            var open = Math.Max(0, 3 - word.Length) * Bits;
            var key = 0;
            foreach (var c in word.AsSpan(0, Math.Min(3, word.Length)))
                key = (key << Bits) | (c & Mask);
            for (var rest = 0; rest < 1 << open; rest++)
            {
                var entry = (key << open) | rest;
                _table[entry >> 5] |= 1u << (entry & 31);
            }
        }
    }

    /// <summary>The first place where a word may begin, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> text)
    {
        // Capitals and small letters of ASCII have the same five low bits. After the end come two zeros.
        var table = _table;
        var key = 0;
        for (var i = 0; i < text.Length; i++)
        {
            key = ((key << Bits) | (text[i] & Mask)) & (All - 1);
            if ((table[key >> 5] >> (key & 31) & 1) != 0 && i >= 2)
                return i - 2;
        }

        for (var i = Math.Max(0, text.Length - 2); i < text.Length; i++)
        {
            key = (text[i] & Mask) << (2 * Bits) | (i + 1 < text.Length ? (text[i + 1] & Mask) << Bits : 0);
            if ((table[key >> 5] >> (key & 31) & 1) != 0)
                return i;
        }

        return -1;
    }
}
