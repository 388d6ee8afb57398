namespace Holdfast.Conversations.Dates;

/// <summary>
/// Compares the two readings of dates whose numbers are all twelve or less: days that follow one another are read as
/// scattered over months, and run backwards, when the order is wrong.
/// </summary>
internal sealed class DateSpread
{
    /// <summary>How sure an answer is: likely, and still to be told as such.</summary>
    internal const double Confidence = 0.8;

    /// <summary>Changes of the day that are needed: one odd date there and back shows nothing.</summary>
    private const int Enough = 3;

    private Reading _dayFirst;
    private Reading _monthFirst;

    private struct Reading
    {
        private DateTime? _last;

        public double Days;
        public int Forward;
        public int Backward;

        public void Add(DateTime? date)
        {
            if (date is not { Date: var now })
                return;
            if (_last is { } before && now != before)
            {
                Days += Math.Abs((now - before).TotalDays) * (now < before ? 2 : 1);
                Forward += now > before ? 1 : 0;
                Backward += now < before ? 1 : 0;
            }

            _last = now;
        }

        // A chat runs forward; a few records that came late are no matter.
        public readonly bool IsBelievable => Forward >= Enough && Backward * 20 <= Forward;
    }

    /// <summary>Takes the next date in both readings; null for a reading that no calendar has.</summary>
    internal void Add(DateTime? dayFirst, DateTime? monthFirst)
    {
        _dayFirst.Add(dayFirst);
        _monthFirst.Add(monthFirst);
    }

    /// <summary>The order that is clearly likelier, or unknown.</summary>
    internal DateOrder Likelier =>
        _dayFirst.IsBelievable && _dayFirst.Days * 4 < _monthFirst.Days ? DateOrder.DayMonthYear
        : _monthFirst.IsBelievable && _monthFirst.Days * 4 < _dayFirst.Days ? DateOrder.MonthDayYear
        : DateOrder.Unknown;
}
