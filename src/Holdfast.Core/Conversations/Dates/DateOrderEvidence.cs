namespace Holdfast.Conversations.Dates;

/// <summary>
/// Gathers what a file that a phone or a program wrote shows about the order of day and month: first what its dates show,
/// failing that the habits of those who print such dates.
/// </summary>
internal sealed class DateOrderEvidence
{
    /// <summary>Dates that are read at least, before one number above twelve decides.</summary>
    private const long EnoughToDecide = 2_000;

    private readonly DayMonthEvidence _dates = new();
    private long _count;
    private long _padded;
    private long _capitalHalfDay;
    private char _separator;
    private bool _isYearFirst;

    /// <summary>True when there is an answer, and enough was read to have seen a file that was put together from two phones.</summary>
    public bool IsDecided => _isYearFirst || (_count >= EnoughToDecide && _dates.HasCertainDate);

    public void Add(in NumericDate date)
    {
        (_separator, _isYearFirst) = (date.Separator, date.IsYearFirst);
        _count++;
        _padded += date.IsPadded ? 1 : 0;
        _capitalHalfDay += date.HasCapitalHalfDay ? 1 : 0;
        _dates.Add(date.First, date.Second, date.Resolve(DateOrder.DayMonthYear), date.Resolve(DateOrder.MonthDayYear));
    }

    /// <summary>The order, and how sure it is: 1 is certain, 0.5 a guess.</summary>
    public (DateOrder Order, double Confidence) Decide()
    {
        if (_count == 0)
            return (DateOrder.Unknown, 0);
        if (_isYearFirst)
            return (DateOrder.YearMonthDay, 1);
        if (_dates.Decide() is { } shown)
            return shown;
        if (_separator != '/')
            return (DateOrder.DayMonthYear, _separator == '.' ? 0.9 : 0.7);
        return _capitalHalfDay > 0 && _padded == 0 ? (DateOrder.MonthDayYear, 0.7) : (DateOrder.DayMonthYear, _padded > 0 ? 0.6 : 0.5);
    }
}
