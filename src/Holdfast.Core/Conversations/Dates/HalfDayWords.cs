namespace Holdfast.Conversations.Dates;

/// <summary>Finds the words for before and after noon in a printed time, wherever they stand in it.</summary>
internal static class HalfDayWords
{
    /// <summary>Marks that mean nothing else, wherever they stand.</summary>
    internal static IReadOnlyList<(string Word, HalfDay Half)> Anywhere { get; } = Of(lists => lists.Anywhere);

    /// <summary>Whole words, in capitals or not.</summary>
    internal static IReadOnlyList<(string Word, HalfDay Half)> Words { get; } = Of(lists => lists.Words);

    /// <summary>Words that mean other things elsewhere ("Sa" is a day in German, "em" a little word in Portuguese).</summary>
    internal static IReadOnlyList<(string Word, HalfDay Half)> BehindTime { get; } = Of(lists => lists.BehindTime);

    private static readonly Dictionary<string, HalfDay> InWrittenDates = Of(lists => $"{lists.Anywhere} {lists.Words} {lists.Written}")
        .ToDictionary(w => w.Word, w => w.Half, StringComparer.Ordinal);

    /// <summary>The half that a scripted mark names, anywhere in the text.</summary>
    internal static HalfDay Find(ReadOnlySpan<char> text)
    {
        foreach (var (word, half) in Anywhere)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return half;
        }

        return HalfDay.None;
    }

    /// <summary>The half that a word of letters names ("am", "PM").</summary>
    /// <param name="word">The word.</param>
    /// <param name="isAfterTime">True when it stands behind the digits of a time.</param>
    internal static HalfDay Of(ReadOnlySpan<char> word, bool isAfterTime)
    {
        foreach (var (known, half) in Words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return half;
        }

        foreach (var (known, half) in BehindTime)
        {
            if (isAfterTime && word.Equals(known, StringComparison.Ordinal))
                return half;
        }

        return HalfDay.None;
    }

    /// <summary>The half that a word in small letters names in a date that is written out.</summary>
    internal static HalfDay InWrittenDate(string word) => InWrittenDates.GetValueOrDefault(word);

    private static List<(string Word, HalfDay Half)> Of(Func<HalfDayLists, string> list) =>
    [
        .. list(DateWords.Shared.Morning).Split(' ').Select(word => (word, HalfDay.Morning)),
        .. list(DateWords.Shared.Afternoon).Split(' ').Select(word => (word, HalfDay.Afternoon)),
    ];
}
