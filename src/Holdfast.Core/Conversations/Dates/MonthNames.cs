using System.Collections.Frozen;

namespace Holdfast.Conversations.Dates;

/// <summary>The names of the months in the languages in which exports print dates. Languages that number their months need no entry.</summary>
internal static class MonthNames
{
    private const int ShortestBeginning = 3;

    private static readonly FrozenDictionary<string, int> Names = DateWords.Shared.Months.Values
        .SelectMany(NamesOf).DistinctBy(n => n.Name).ToFrozenDictionary(n => n.Name, n => n.Month, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByLetters =
        WithBeginnings().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month from 1 to 12 that a word in small letters names by a form that is listed; else 0.</summary>
    internal static int Listed(string word) => Names.GetValueOrDefault(word);

    /// <summary>The month from 1 to 12 that a word names, in full or by three or more of its first letters; else 0.</summary>
    internal static int Of(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[24];
        if (word.Length is < 2 or > 24)
            return 0;
        var length = word.ToLowerInvariant(lower);
        return ByLetters.TryGetValue(lower[..length], out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int> WithBeginnings()
    {
        // A beginning that stands for different months (in one language, or in two) stands for none; but English, which
        // programs fall back to, keeps its own.
        var beginnings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (language, year) in DateWords.Shared.Months)
        {
            foreach (var (name, month) in NamesOf(year))
            {
                for (var length = ShortestBeginning; length < name.Length; length++)
                {
                    var begin = name[..length];
                    if (!beginnings.TryAdd(begin, language == "en" ? -month : month) && beginnings[begin] is > 0 and var other && other != month)
                        beginnings[begin] = 0;
                }
            }
        }

        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, month) in Names)
        {
            // Programs cut any name to three letters, so a short form of one language may be the beginning of another's.
            if (name.Length > ShortestBeginning || beginnings.GetValueOrDefault(name, month) != 0)
                result.Add(name, month);
        }

        foreach (var (begin, month) in beginnings)
        {
            if (month != 0)
                result.TryAdd(begin, Math.Abs(month));
        }

        return result.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, int Month)> NamesOf(string[] year) =>
        year.SelectMany((names, i) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, i + 1)));
}
