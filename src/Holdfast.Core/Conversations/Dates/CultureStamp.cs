namespace Holdfast.Conversations.Dates;

/// <summary>
/// A date and time as the culture of some computer prints it: <c>12/06/2024 08:13</c>, <c>6/12/2024 8:13 AM</c>,
/// <c>12-Jun-24 08:13 AM</c>, <c>mercredi 12 juin 2024 à 18:14:05 UTC</c>, <c>2024年6月12日 18:14</c>. It goes by the numbers
/// and their order; words count only where they name a month, a half of the day or UTC.
/// </summary>
internal readonly struct CultureStamp
{
    private readonly NumericDate _numbers;
    private readonly DateTime? _day;
    private readonly int? _offset;

    private CultureStamp(NumericDate numbers, DateTime? day, int? offset, bool hasTime) =>
        (_numbers, _day, _offset, HasTime) = (numbers, day, offset, hasTime);

    /// <summary>The numbers, for learning their order; of no use when <see cref="IsNamed"/>.</summary>
    internal NumericDate Numbers => _numbers;

    /// <summary>True when the month is a word, so that the order leaves no doubt.</summary>
    internal bool IsNamed => _day is not null;

    /// <summary>False for a date alone.</summary>
    internal bool HasTime { get; }

    /// <summary>The time: an instant when the text says UTC, else a clock reading; none when no calendar has it in that order.</summary>
    internal MessageTime Resolve(DateOrder order)
    {
        var wall = _day is { } day
            ? day.AddHours(_numbers.Hour).AddMinutes(_numbers.Minute).AddSeconds(_numbers.Seconds)
            : _numbers.IsYearFirst ? _numbers.Resolve(DateOrder.YearMonthDay)
            : _numbers.Resolve(order == DateOrder.YearMonthDay ? DateOrder.Unknown : order)
                ?? _numbers.Resolve(order == DateOrder.MonthDayYear ? DateOrder.DayMonthYear : DateOrder.MonthDayYear);
        if (wall is not { } found)
            return MessageTime.None;
        return _offset is { } minutes
            ? MessageTime.FromInstant(new DateTimeOffset(DateTime.SpecifyKind(found, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes)))
            : MessageTime.FromWall(found);
    }

    /// <summary>Reads a stamp that fills the whole text.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out CultureStamp stamp)
    {
        stamp = default;
        var parts = default(CultureStampParts);
        return text.Length is >= 6 and <= 100 && parts.TryRead(text) && TryBuild(parts, out stamp);
    }

    private static bool TryBuild(CultureStampParts parts, out CultureStamp stamp)
    {
        stamp = default;
        var hasTime = parts.TimeCount > 0;
        var dates = parts.DateNumbers;
        var numbers = default(NumericDate);
        if (!TrySetTime(parts, ref numbers))
            return false;
        if (parts.Month > 0)
        {
            if (dates.Length != 2)
                return false;
            var (day, year) = dates[0] > 31 ? (dates[1], dates[0]) : (dates[0], dates[1]);
            year = year > 2400 ? year - 543 : year < 100 ? 2000 + year : year;
            if (year is < 1990 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, parts.Month))
                return false;
            stamp = new CultureStamp(numbers, new DateTime(year, parts.Month, day), parts.OffsetMinutes, hasTime);
            return true;
        }

        if (dates.Length != 3 || dates[0] > 9999 || dates[1] > 99 || dates[2] > 9999 || dates[0] is > 99 and < 1900)
            return false;
        var yearFirst = dates[0] > 99;
        // Thai calendars count 543 years more.
        numbers.First = (short)(dates[0] > 2400 ? dates[0] - 543 : dates[0]);
        numbers.Second = (short)dates[1];
        numbers.Third = (short)(dates[2] > 2400 ? dates[2] - 543 : dates[2]);
        numbers.IsPadded = parts.IsPadded;
        numbers.HasCapitalHalfDay = parts.HasCapitalHalfDay;
        (numbers.Separator, numbers.IsYearFirst) = (parts.Separator, yearFirst);
        stamp = new CultureStamp(numbers, null, parts.OffsetMinutes, hasTime);
        return numbers.Resolve(DateOrder.YearMonthDay) is not null && yearFirst
            || !yearFirst && (numbers.Resolve(DateOrder.DayMonthYear) ?? numbers.Resolve(DateOrder.MonthDayYear)) is not null;
    }

    private static bool TrySetTime(CultureStampParts parts, ref NumericDate numbers)
    {
        if (parts.TimeCount == 0)
            return true;
        var (hour, minute, second) = parts.Time;
        if (parts.Half == HalfDay.Afternoon && hour < 12)
            hour += 12;
        else if (parts.Half == HalfDay.Morning && hour == 12)
            hour = 0;
        if (hour > 23 || minute > 59 || second > 60)
            return false;
        (numbers.Hour, numbers.Minute, numbers.Seconds) = ((byte)hour, (byte)minute, (byte)Math.Min(second, 59));
        return true;
    }
}
