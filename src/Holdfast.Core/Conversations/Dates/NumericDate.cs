namespace Holdfast.Conversations.Dates;

/// <summary>A date in three numbers with a time of day, before the order of day and month is known.</summary>
internal struct NumericDate
{
    public short First;
    public short Second;
    public short Third;
    public byte Hour;
    public byte Minute;
    public byte Seconds;

    /// <summary>What stands between the numbers of the date.</summary>
    public char Separator;

    /// <summary>True when the first number is the year, so that the order leaves no doubt.</summary>
    public bool IsYearFirst;

    /// <summary>True when the first number was written with a leading zero or the second was.</summary>
    public bool IsPadded;

    /// <summary>True when the am/pm mark is in capitals without stops, as in North America.</summary>
    public bool HasCapitalHalfDay;

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
            ? new DateTime(fullYear, month, day, Hour, Minute, Seconds)
            : null;
    }
}
