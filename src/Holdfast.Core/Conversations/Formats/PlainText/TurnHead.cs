namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>The beginning of a turn: who, perhaps when, and where the words begin in the line.</summary>
internal readonly struct TurnHead
{
    private const int LongestName = 60;
    private const int LongestDay = 40;

    private TurnHead(string name, PastedStamp stamp, int textStart) => (Name, Stamp, TextStart) = (name, stamp, textStart);

    /// <summary>The name.</summary>
    internal string Name { get; }

    /// <summary>Date and time; empty when there are none.</summary>
    internal PastedStamp Stamp { get; }

    /// <summary>Index of the first character of the words; the length of the line when they stand below.</summary>
    internal int TextStart { get; }

    /// <summary>Reads a line as the beginning of a turn of one shape.</summary>
    internal static bool TryParse(string line, TurnShape shape, out TurnHead head)
    {
        head = default;
        return shape switch
        {
            TurnShape.Bracket => TryBracket(line, out head),
            TurnShape.NameThenBracket => TryNameThenBracket(line, out head),
            TurnShape.NameThenDash => TryNameThenDash(line, out head),
            TurnShape.NameColon => TryNameColon(line, 0, default, out head),
            _ => false,
        };
    }

    private static bool TryBracket(string line, out TurnHead head)
    {
        head = default;
        var open = LeadingMarks(line);
        if (open >= line.Length || line[open] != '[')
            return false;
        var close = line.AsSpan(open, Math.Min(line.Length - open, LongestDay)).IndexOf(']');
        return close > 0
            && PastedStamp.TryParse(line.AsSpan(open + 1, close - 1), out var stamp)
            && TryNameColon(line, open + close + 1, stamp, out head);
    }

    private static bool TryNameThenBracket(string line, out TurnHead head)
    {
        head = default;
        var end = line.AsSpan().TrimEnd().Length;
        if (end < 10 || line[end - 1] != ']' || end > LongestName + LongestDay)
            return false;
        var open = line.LastIndexOf(", [", end - 1, StringComparison.Ordinal);
        if (open <= 0 || !PastedStamp.TryParse(line.AsSpan(open + 3, end - open - 4), out var stamp) || !stamp.HasDate)
            return false;
        head = new TurnHead(line[..open].Trim(), stamp, line.Length);
        return head.Name.Length is > 0 and <= LongestName;
    }

    private static bool TryNameThenDash(string line, out TurnHead head)
    {
        head = default;
        if (line.Length > LongestName + LongestDay)
            return false;
        var dash = line.LastIndexOf(" \u2014 ", StringComparison.Ordinal);
        if (dash <= 0)
            return false;
        var day = line.AsSpan(dash + 3).Trim();
        if (day.Length is 0 or > LongestDay)
            return false;
        // "Today at", in whatever language, stands before the time; a true date can be read whole.
        if (!PastedStamp.TryParse(day, out var stamp) && !TryTimeAtEnd(day, out stamp))
            return false;
        head = new TurnHead(line[..dash].Trim(), stamp, line.Length);
        return head.Name.Length is > 0 and <= LongestName;
    }

    private static bool TryTimeAtEnd(ReadOnlySpan<char> day, out PastedStamp stamp)
    {
        stamp = default;
        for (var space = day.IndexOf(' '); space >= 0; space = day.IndexOf(' '))
        {
            day = day[(space + 1)..];
            if (PastedStamp.TryParse(day, out stamp))
                return !stamp.HasDate;
        }

        return false;
    }

    private static bool TryNameColon(string line, int start, PastedStamp stamp, out TurnHead head)
    {
        head = default;
        var rest = line.AsSpan(start);
        var colon = rest[..Math.Min(rest.Length, LongestName + 2)].IndexOf(':');
        // A space, or nothing, after the colon: else it is a time or an address (10:30, https://).
        if (colon <= 0 || colon + 1 < rest.Length && !char.IsWhiteSpace(rest[colon + 1]))
            return false;
        var name = rest[..colon].Trim();
        if (name.IsEmpty)
            return false;
        var text = start + colon + 1;
        head = new TurnHead(name.ToString(), stamp, text < line.Length ? text + 1 : text);
        return true;
    }

    // Marks of writing direction and byte order can stand before the bracket.
    private static int LeadingMarks(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is '\u200E' or '\u200F' or '\uFEFF' or '\u202A' or '\u202C' or ' ')
            i++;
        return i;
    }
}
