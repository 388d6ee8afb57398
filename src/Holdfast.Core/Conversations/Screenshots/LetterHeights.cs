namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// Tells capitals from small letters of the same form, and 0 from o, by how high they stand among the letters that cannot be
/// mistaken. A recogniser guesses, and in names of accounts and addresses there is no word to guess from.
/// </summary>
internal sealed class LetterHeights
{
    private const string SameForm = "cosuvwxz";
    private const string Small = "aemnr";
    private const string Tall = "bdfhklABDEFGHKLMNPRT";

    // The smallest difference in pixels that is no accident of drawing.
    private const int LeastDifference = 2;

    private readonly List<int> _small = [];
    private readonly List<int> _tall = [];

    /// <summary>Learns from a word whose letters stand one for one for its shapes.</summary>
    internal void Learn(string letters, IReadOnlyList<int> heights)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (Small.Contains(letters[i], StringComparison.Ordinal))
                _small.Add(heights[i]);
            else if (Tall.Contains(letters[i], StringComparison.Ordinal) || letters[i] is > '2' and <= '9')
                _tall.Add(heights[i]);
        }
    }

    /// <summary>The letters with capitals where the shapes are high. Only names of accounts, links and addresses are changed.</summary>
    internal string Right(string letters, IReadOnlyList<int> heights)
    {
        if (!IsValue(letters) || Limit() is not { } limit)
            return letters;
        var right = letters.ToCharArray();
        for (var i = 0; i < right.Length; i++)
        {
            var small = letters[i] is '0' ? 'o' : char.ToLowerInvariant(letters[i]);
            if (!SameForm.Contains(small, StringComparison.Ordinal))
                continue;
            var isTall = heights[i] > limit;
            if (!isTall)
                right[i] = small;
            else if (letters[i] == small)
                right[i] = small == 'o' && HasDigitBeside(letters, i) ? '0' : char.ToUpperInvariant(small);
        }

        return new string(right);
    }

    private static bool HasDigitBeside(string letters, int at) =>
        (at > 0 && char.IsAsciiDigit(letters[at - 1])) || (at + 1 < letters.Length && char.IsAsciiDigit(letters[at + 1]));

    private static bool IsValue(string letters) =>
        letters.Length >= 4 && letters.Any(char.IsAsciiLetter) && (letters.Any(char.IsAsciiDigit) || letters.AsSpan().ContainsAny('@', '/'));

    // Half the way between small and high letters; small ones are about three quarters as high.
    private double? Limit()
    {
        var (small, tall) = (Middle(_small), Middle(_tall));
        if (small is { } low && tall is { } high)
            return high - low >= LeastDifference ? (low + high) / 2.0 : null;
        return small is { } only ? only >= 8 ? only * 1.18 : null : tall is >= 10 ? tall * 0.865 : null;
    }

    private static int? Middle(List<int> heights)
    {
        heights.Sort();
        return heights.Count == 0 ? null : heights[heights.Count / 2];
    }
}
