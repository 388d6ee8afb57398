using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.WhatsApp;

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
    private readonly DateSpread _spread = new();
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
        _spread.Add(header.Resolve(DateOrder.DayMonthYear), header.Resolve(DateOrder.MonthDayYear));
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

        if (_spread.Likelier is var likelier and not DateOrder.Unknown)
        {
            return (likelier, DateSpread.Confidence);
        }

        if (!_shape.UsesSlash)
        {
            return (DateOrder.DayMonthYear, _shape.UsesDot ? 0.9 : 0.7);
        }

        return _capitalHalfDay > 0 && _padded == 0 ? (DateOrder.MonthDayYear, 0.7) : (DateOrder.DayMonthYear, _padded > 0 ? 0.6 : 0.5);
    }
}
