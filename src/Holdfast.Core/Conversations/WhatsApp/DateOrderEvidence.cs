namespace Holdfast.Conversations.WhatsApp;

/// <summary>
/// Gathers what a file shows about the order of day and month. One number above twelve decides. Failing that, the
/// reading whose dates lie closer together is likelier, then the habits of the phones that write such headers.
/// </summary>
internal sealed class DateOrderEvidence
{
    /// <summary>Headers that are read at least, before one number above twelve decides.</summary>
    private const long EnoughToDecide = 2_000;

    private long _firstAboveTwelve;
    private long _secondAboveTwelve;
    private long _padded;
    private long _capitalHalfDay;
    private long _count;
    private DateTime? _lastDayFirst;
    private DateTime? _lastMonthFirst;
    private double _dayFirstSpread;
    private double _monthFirstSpread;
    private HeaderShape _shape;

    /// <summary>True when there is an answer, and enough was read to have seen a file that was put together from two phones.</summary>
    public bool IsDecided => _shape.IsYearFirst || (_count >= EnoughToDecide && (_firstAboveTwelve > 0 || _secondAboveTwelve > 0));

    public void Add(in HeaderFields header)
    {
        _shape = header.Shape;
        _count++;
        _firstAboveTwelve += header.First is > 12 and < 100 ? 1 : 0;
        _secondAboveTwelve += header.Second > 12 ? 1 : 0;
        _padded += header.IsPadded ? 1 : 0;
        _capitalHalfDay += header.HasCapitalHalfDay ? 1 : 0;
        Spread(header.Resolve(DateOrder.DayMonthYear), ref _lastDayFirst, ref _dayFirstSpread);
        Spread(header.Resolve(DateOrder.MonthDayYear), ref _lastMonthFirst, ref _monthFirstSpread);
    }

    /// <summary>The order, and how sure it is: 1 is certain, 0.5 a guess.</summary>
    public (DateOrder Order, double Confidence) Decide()
    {
        if (_count == 0)
        {
            return (DateOrder.Unknown, 0);
        }

        if (_shape.IsYearFirst)
        {
            return (DateOrder.YearMonthDay, 1);
        }

        if (_firstAboveTwelve > 0 || _secondAboveTwelve > 0)
        {
            return (_firstAboveTwelve >= _secondAboveTwelve ? DateOrder.DayMonthYear : DateOrder.MonthDayYear,
                _firstAboveTwelve == 0 || _secondAboveTwelve == 0 ? 1 : 0.6);
        }

        // Days that follow one another are read as scattered over months when the order is wrong.
        if (_dayFirstSpread * 4 < _monthFirstSpread || _monthFirstSpread * 4 < _dayFirstSpread)
        {
            return (_dayFirstSpread < _monthFirstSpread ? DateOrder.DayMonthYear : DateOrder.MonthDayYear, 0.8);
        }

        if (!_shape.UsesSlash)
        {
            return (DateOrder.DayMonthYear, _shape.UsesDot ? 0.9 : 0.7);
        }

        return _capitalHalfDay > 0 && _padded == 0 ? (DateOrder.MonthDayYear, 0.7) : (DateOrder.DayMonthYear, _padded > 0 ? 0.6 : 0.5);
    }

    private static void Spread(DateTime? current, ref DateTime? last, ref double spread)
    {
        if (current is { } now)
        {
            spread += last is { } before ? Math.Abs((now.Date - before.Date).TotalDays) * (now < before ? 2 : 1) : 0;
            last = now;
        }
    }
}
