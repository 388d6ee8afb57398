namespace Holdfast.Conversations;

/// <summary>
/// Compares the two readings of dates whose numbers are all twelve or less: days that follow one another are read as
/// scattered over months, and run backwards, when the order is wrong.
/// </summary>
internal sealed class DateSpread
{
    /// <summary>How sure an answer is: likely, and still to be told as such.</summary>
    internal const double Confidence = 0.8;

    private DateTime? _lastDayFirst;
    private DateTime? _lastMonthFirst;
    private double _dayFirst;
    private double _monthFirst;

    /// <summary>Takes the next date in both readings; null for a reading that no calendar has.</summary>
    internal void Add(DateTime? dayFirst, DateTime? monthFirst)
    {
        Spread(dayFirst, ref _lastDayFirst, ref _dayFirst);
        Spread(monthFirst, ref _lastMonthFirst, ref _monthFirst);
    }

    /// <summary>The order that is clearly likelier, or unknown.</summary>
    internal DateOrder Likelier =>
        _dayFirst * 4 < _monthFirst ? DateOrder.DayMonthYear
        : _monthFirst * 4 < _dayFirst ? DateOrder.MonthDayYear
        : DateOrder.Unknown;

    private static void Spread(DateTime? current, ref DateTime? last, ref double spread)
    {
        if (current is not { } now)
            return;
        spread += last is { } before ? Math.Abs((now.Date - before.Date).TotalDays) * (now < before ? 2 : 1) : 0;
        last = now;
    }
}
