namespace Holdfast.Conversations.Screenshots;

/// <summary>Recognises dates and times of day among words that were read.</summary>
internal static class StampParser
{
    private const int Longest = 60;

    /// <summary>Reads words that are a date or a time and nothing else; null when anything else stands among them.</summary>
    internal static PrintedStamp? Parse(string text, DateOrder order)
    {
        if (text.Length is 0 or > Longest)
            return null;
        var parts = new StampParts(order);
        foreach (var word in text.Split([' ', ',', '\u00A0', '\u202F', '·', '•', '|', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is not ("-" or "–" or "—") && !parts.Take(word))
                return null;
        }

        return parts.Stamp(text);
    }

    /// <summary>The date or time at the end of some words (ticks and a star may stand around it); null when there is none.</summary>
    internal static PrintedStamp? Ending(string text, DateOrder order)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var end = words.Length; end > Math.Max(0, words.Length - 3); end--)
        {
            for (var start = Math.Max(0, end - 6); start < end; start++)
            {
                // Nothing but rubbish of a letter or two may stand before.
                if (start > 2 || words.Take(start).Sum(word => word.Length) > 8)
                    break;
                if (Parse(string.Join(' ', words[start..end]), order) is { Clock: not null } stamp)
                    return stamp;
            }
        }

        return null;
    }
}
