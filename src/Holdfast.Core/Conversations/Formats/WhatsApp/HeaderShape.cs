namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// The shape of a message header: which separators, how many digits of year, seconds or not, am/pm or not. One export is
/// written in one go by one phone, so one file has one shape; a line in another shape is body text. Equal shapes have
/// equal values; the width of day, month and hour is not part of the shape, since phones do not all pad them.
/// </summary>
internal readonly record struct HeaderShape(int Bits)
{
    public HeaderShape(
        bool bracketed, byte dateSeparator, bool yearFirst, bool longYear, bool hasComma, bool hasSeconds, HalfDay halfDay, HeaderEnd end,
        bool timeFirst)
        : this(
            (bracketed ? 1 : 0)
            | (dateSeparator switch { (byte)'/' => 0, (byte)'.' => 1, _ => 2 }) << 1
            | (yearFirst ? 1 : 0) << 3
            | (longYear ? 1 : 0) << 4
            | (hasComma ? 1 : 0) << 5
            | (hasSeconds ? 1 : 0) << 6
            | (halfDay == HalfDay.None ? 0 : 1) << 7
            | (int)end << 8
            | (timeFirst ? 1 : 0) << 10
            | 1 << 12)
    {
    }

    public bool IsNone => Bits == 0;

    public bool IsBracketed => (Bits & 1) != 0;

    public bool UsesSlash => (Bits >> 1 & 3) == 0;

    public bool UsesDot => (Bits >> 1 & 3) == 1;

    public bool IsYearFirst => (Bits >> 3 & 1) != 0;

    public bool HasLongYear => (Bits >> 4 & 1) != 0;

    public bool HasComma => (Bits >> 5 & 1) != 0;

    public bool HasSeconds => (Bits >> 6 & 1) != 0;

    public bool IsTimeFirst => (Bits >> 10 & 1) != 0;

    public bool HasHalfDay => (Bits >> 7 & 1) != 0;
}

/// <summary>The am/pm mark of a time.</summary>
internal enum HalfDay : byte
{
    None,
    Morning,
    Afternoon,
}

/// <summary>What stands between the time and the rest of the line.</summary>
internal enum HeaderEnd : byte
{
    Bracket,
    Hyphen,
    EnDash,
    Colon,
}

/// <summary>The numbers of one header, before the order of day and month is known.</summary>
internal struct HeaderFields
{
    public HeaderShape Shape;
    public short First;
    public short Second;
    public short Third;
    public byte Hour;
    public byte Minute;
    public byte Second60;

    /// <summary>True when the first number was written with a leading zero or the second was.</summary>
    public bool IsPadded;

    /// <summary>True when the am/pm mark is in capitals without stops, as in North America.</summary>
    public bool HasCapitalHalfDay;

    /// <summary>Index in the line of the first byte after the header.</summary>
    public int BodyStart;

    /// <summary>True when an invisible left-to-right mark precedes the header (WhatsApp on iOS: media or notice).</summary>
    public bool IsMarked;

    /// <summary>The date and time, or null when no calendar has them in this order.</summary>
    public readonly DateTime? Resolve(DateOrder order)
    {
        var (year, month, day) = order switch
        {
            DateOrder.YearMonthDay => (First, Second, Third),
            DateOrder.MonthDayYear => (Third, First, Second),
            _ => (Third, Second, First),
        };
        // Phones in Thailand count from the Buddha's passing, 543 years earlier.
        var fullYear = year < 100 ? 2000 + year : year is > 2500 and < 2700 ? year - 543 : year;
        return month is >= 1 and <= 12 && day >= 1 && fullYear is >= 1990 and <= 2200 && day <= DateTime.DaysInMonth(fullYear, month)
            ? new DateTime(fullYear, month, day, Hour, Minute, Second60)
            : null;
    }
}
