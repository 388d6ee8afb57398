namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>A date and time as people copy them out of chat windows, its numbers in an order that is not known yet.</summary>
internal readonly record struct PastedStamp
{
    private PastedStamp(int first, int second, int year, bool isYearFirst, char separator, TimeSpan time, bool hasMeridiem)
    {
        (First, Second, Year, IsYearFirst, Separator) = (first, second, year, isYearFirst, separator);
        (Time, HasMeridiem) = (time, hasMeridiem);
    }

    /// <summary>The first of day and month, or 0 when there is no date.</summary>
    internal int First { get; }

    /// <summary>The second of day and month.</summary>
    internal int Second { get; }

    /// <summary>The year.</summary>
    internal int Year { get; }

    /// <summary>True when the year comes first: then month and day follow.</summary>
    internal bool IsYearFirst { get; }

    /// <summary>What stands between the numbers.</summary>
    internal char Separator { get; }

    /// <summary>The time of day.</summary>
    internal TimeSpan Time { get; }

    /// <summary>True when the time is written with AM or PM.</summary>
    internal bool HasMeridiem { get; }

    /// <summary>True when there is a date.</summary>
    internal bool HasDate => First > 0;

    /// <summary>Reads a text that is nothing but a time, with or without a date before or after it.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out PastedStamp stamp)
    {
        stamp = default;
        var scanner = new StampScanner(text);
        var hasDate = scanner.TryDate(out var date);
        scanner.SkipSeparators();
        if (!scanner.TryTime(out var time, out var hasMeridiem))
            return false;
        if (!hasDate)
        {
            scanner.SkipSeparators();
            hasDate = scanner.TryDate(out date);
        }

        if (!scanner.IsAtEnd)
            return false;
        stamp = new PastedStamp(date.First, date.Second, date.Year, date.IsYearFirst, date.Separator, time, hasMeridiem);
        return true;
    }

    /// <summary>The wall time in an order of day and month; none without a date, or when there is no such date.</summary>
    internal MessageTime ToTime(DateOrder order)
    {
        if (!HasDate)
            return MessageTime.None;
        var monthFirst = IsYearFirst || order == DateOrder.MonthDayYear;
        var (month, day) = monthFirst ? (First, Second) : (Second, First);
        // One file can mix both orders; a month above 12 can only be the other one.
        if (month > 12 && !IsYearFirst)
            (month, day) = (day, month);
        return month is >= 1 and <= 12 && day >= 1 && Year is >= 1 and <= 9998 && day <= DateTime.DaysInMonth(Year, month)
            ? MessageTime.FromWall(new DateTime(Year, month, day).Add(Time))
            : MessageTime.None;
    }
}
