namespace Holdfast.Conversations.Dates;

/// <summary>
/// What the dates of a text show by themselves about the order of day and month: a number above twelve, or else that one
/// reading's dates lie much closer together. What is left to guess is for those who know who writes such dates.
/// </summary>
internal sealed class DayMonthEvidence
{
    /// <summary>How sure the commoner order is when the dates contradict each other.</summary>
    private const double MixedConfidence = 0.6;

    private readonly DateSpread _spread = new();
    private long _dayFirst;
    private long _monthFirst;

    /// <summary>True when some date leaves no choice.</summary>
    internal bool HasCertainDate => _dayFirst > 0 || _monthFirst > 0;

    /// <summary>Takes the next date.</summary>
    /// <param name="first">The first of day and month.</param>
    /// <param name="second">The second.</param>
    /// <param name="dayFirst">The date when the day comes first, or null when no calendar has it.</param>
    /// <param name="monthFirst">The date when the month comes first, or null when no calendar has it.</param>
    internal void Add(int first, int second, DateTime? dayFirst, DateTime? monthFirst)
    {
        _dayFirst += first is > 12 and < 100 ? 1 : 0;
        _monthFirst += second > 12 ? 1 : 0;
        _spread.Add(dayFirst, monthFirst);
    }

    /// <summary>The order and how sure it is (1 is certain), or null when the dates show neither.</summary>
    internal (DateOrder Order, double Confidence)? Decide()
    {
        if (HasCertainDate)
        {
            return (_dayFirst >= _monthFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear,
                _dayFirst == 0 || _monthFirst == 0 ? 1 : MixedConfidence);
        }

        return _spread.Likelier is var likelier and not DateOrder.Unknown ? (likelier, DateSpread.Confidence) : null;
    }
}
