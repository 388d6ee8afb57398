using Holdfast.Conversations.Formats.WhatsApp;

namespace Holdfast.Conversations.Dates;

/// <summary>
/// A date and time as the culture of some computer prints it: <c>12/06/2024 08:13</c>, <c>6/12/2024 8:13 AM</c>,
/// <c>12-Jun-24 08:13 AM</c>, <c>mercredi 12 juin 2024 à 18:14:05 UTC</c>, <c>2024年6月12日 18:14</c>. It goes by the numbers
/// and their order; words count only where they name a month, a half of the day or UTC.
/// </summary>
internal readonly struct CultureStamp
{
    private readonly HeaderFields _fields;
    private readonly DateTime? _day;
    private readonly int? _offset;

    private CultureStamp(HeaderFields fields, DateTime? day, int? offset, bool hasTime) =>
        (_fields, _day, _offset, HasTime) = (fields, day, offset, hasTime);

    /// <summary>The numbers, for learning their order; of no use when <see cref="IsNamed"/>.</summary>
    internal HeaderFields Fields => _fields;

    /// <summary>True when the month is a word, so that the order leaves no doubt.</summary>
    internal bool IsNamed => _day is not null;

    /// <summary>False for a date alone.</summary>
    internal bool HasTime { get; }

    /// <summary>The time: an instant when the text says UTC, else a clock reading; none when no calendar has it in that order.</summary>
    internal MessageTime Resolve(DateOrder order)
    {
        var wall = _day is { } day
            ? day.AddHours(_fields.Hour).AddMinutes(_fields.Minute).AddSeconds(_fields.Second60)
            : _fields.Shape.IsYearFirst ? _fields.Resolve(DateOrder.YearMonthDay)
            : _fields.Resolve(order == DateOrder.YearMonthDay ? DateOrder.Unknown : order)
                ?? _fields.Resolve(order == DateOrder.MonthDayYear ? DateOrder.DayMonthYear : DateOrder.MonthDayYear);
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
        var parts = default(StampParts);
        return text.Length is >= 6 and <= 100 && parts.TryRead(text) && TryBuild(parts, out stamp);
    }

    private static bool TryBuild(StampParts parts, out CultureStamp stamp)
    {
        stamp = default;
        var hasTime = parts.TimeCount > 0;
        var dates = parts.DateNumbers;
        var fields = default(HeaderFields);
        if (!TrySetTime(parts, ref fields))
            return false;
        if (parts.Month > 0)
        {
            if (dates.Length != 2)
                return false;
            var (day, year) = dates[0] > 31 ? (dates[1], dates[0]) : (dates[0], dates[1]);
            year = year > 2400 ? year - 543 : year < 100 ? 2000 + year : year;
            if (year is < 1990 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, parts.Month))
                return false;
            stamp = new CultureStamp(fields, new DateTime(year, parts.Month, day), parts.OffsetMinutes, hasTime);
            return true;
        }

        if (dates.Length != 3 || dates[0] > 9999 || dates[1] > 99 || dates[2] > 9999 || dates[0] is > 99 and < 1900)
            return false;
        var yearFirst = dates[0] > 99;
        // Thai calendars count 543 years more.
        fields.First = (short)(dates[0] > 2400 ? dates[0] - 543 : dates[0]);
        fields.Second = (short)dates[1];
        fields.Third = (short)(dates[2] > 2400 ? dates[2] - 543 : dates[2]);
        fields.IsPadded = parts.IsPadded;
        fields.HasCapitalHalfDay = parts.HasCapitalHalfDay;
        fields.Shape = new HeaderShape(
            false, (byte)(char.IsAscii(parts.Separator) ? parts.Separator : '-'), yearFirst, yearFirst || dates[2] > 99, false, parts.TimeCount > 2, parts.Half, HeaderEnd.Bracket, timeFirst: false);
        stamp = new CultureStamp(fields, null, parts.OffsetMinutes, hasTime);
        return fields.Resolve(DateOrder.YearMonthDay) is not null && yearFirst
            || !yearFirst && (fields.Resolve(DateOrder.DayMonthYear) ?? fields.Resolve(DateOrder.MonthDayYear)) is not null;
    }

    private static bool TrySetTime(StampParts parts, ref HeaderFields fields)
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
        (fields.Hour, fields.Minute, fields.Second60) = ((byte)hour, (byte)minute, (byte)Math.Min(second, 59));
        return true;
    }
}
