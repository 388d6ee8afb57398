using Holdfast.Conversations.Dates;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>A first walk through a text: which shape its turns have, whose names, and in which order its dates are.</summary>
internal sealed class PlainTextSurvey
{
    private static readonly TurnShape[] Stamped = [TurnShape.Bracket, TurnShape.NameThenBracket, TurnShape.NameThenDash];
    private readonly long[] _counts = new long[5];
    private readonly SpeakerNames _names;
    private readonly ReadingOptions _options;
    private readonly DayMonthEvidence _evidence = new();
    private long _lines;
    private long _dates;
    private long _meridiem;
    private long _dotted;
    private long _unclear;

    private PlainTextSurvey(ReadingOptions options) => (_options, _names) = (options, new SpeakerNames(options));

    /// <summary>The shape of the turns.</summary>
    internal TurnShape Shape { get; private set; }

    /// <summary>The order of day and month.</summary>
    internal DateOrder Order { get; private set; }

    /// <summary>How sure <see cref="Order"/> is, from 0 to 1.</summary>
    internal double Confidence { get; private set; } = 1;

    /// <summary>True when the text holds nothing but white space.</summary>
    internal bool IsEmpty => _lines == 0;

    /// <summary>Walks through a text.</summary>
    internal static PlainTextSurvey Of(TextLines lines, ReadingOptions options)
    {
        var survey = new PlainTextSurvey(options);
        while (lines.MoveNext())
        {
            if (!lines.Current.Continues)
                survey.Take(lines.Current.Text);
        }

        survey.Decide();
        return survey;
    }

    /// <summary>True when the line begins a turn.</summary>
    internal bool IsTurn(TextLine line, out TurnHead head)
    {
        head = default;
        return !line.Continues && TurnHead.TryParse(line.Text, Shape, out head)
            && (Shape != TurnShape.NameColon || _names.IsName(head.Name));
    }

    private void Take(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        _lines++;
        foreach (var shape in Stamped)
        {
            if (!TurnHead.TryParse(line, shape, out var head))
                continue;
            _counts[(int)shape]++;
            TakeDate(head.Stamp);
            return;
        }

        if (TurnHead.TryParse(line, TurnShape.NameColon, out var turn))
            _names.Count(turn.Name);
    }

    private void TakeDate(PastedStamp stamp)
    {
        if (!stamp.HasDate)
            return;
        _dates++;
        if (stamp.IsYearFirst)
            return;
        _unclear++;
        _meridiem += stamp.HasMeridiem ? 1 : 0;
        _dotted += stamp.Separator == '.' ? 1 : 0;
        _evidence.Add(stamp.First, stamp.Second, Wall(DateOrder.DayMonthYear), Wall(DateOrder.MonthDayYear));

        DateTime? Wall(DateOrder order) => stamp.ToTime(order) is { Knowledge: TimeKnowledge.WallClock } time ? time.Wall : null;
    }

    private void Decide()
    {
        var best = Stamped.MaxBy(s => _counts[(int)s]);
        Shape = _counts[(int)best] > 0 ? best
            : _names.Choose(_lines) ? TurnShape.NameColon
            : TurnShape.Prose;
        (Order, Confidence) = ChooseOrder();
    }

    private (DateOrder Order, double Confidence) ChooseOrder()
    {
        if (_unclear == 0)
            return (_dates > 0 ? DateOrder.YearMonthDay : DateOrder.Unknown, 1);
        if (_options.DateOrder is DateOrder.DayMonthYear or DateOrder.MonthDayYear)
            return (_options.DateOrder, 1);
        if (_evidence.Decide() is { } shown)
            return shown;
        // Full stops between the numbers are only used where the day comes first.
        if (_dotted == _unclear)
            return (DateOrder.DayMonthYear, 0.9);
        return _meridiem * 2 > _unclear ? (DateOrder.MonthDayYear, 0.6) : (DateOrder.DayMonthYear, 0.5);
    }
}
