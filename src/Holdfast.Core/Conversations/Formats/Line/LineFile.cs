using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Line;

/// <summary>One LINE history.</summary>
internal sealed class LineFile(ExportFile file, ReadingOptions options, IConversationSink sink, string format)
{
    internal const int LongestPiece = 64 * 1024;

    // Title, date of saving and an empty line.
    private const int LongestPreamble = 5;

    private readonly ProblemLog _problems = new(sink, file.Name);
    private readonly RecordBody _body = new(options);
    private readonly GatheredConversation _conversation = new(format);
    private readonly LineSurvey _survey = LineSurvey.Of(file, options);
    private DateTime? _day;
    private bool _hasHours;
    private MessageTime _at;
    private string? _from;
    private bool _isOpen;
    private bool _isQuoted;
    private bool _wasEmpty;
    private bool _isGroup;
    private string? _title;
    private string? _self;
    private long _preamble;

    /// <summary>Reads the file.</summary>
    internal void Read()
    {
        try
        {
            using var lines = new TextLines(file.Open(), LongestPiece);
            try
            {
                while (lines.MoveNext())
                    Take(lines.Current);
            }
            finally
            {
                Flush();
                if (lines.IsDamaged)
                    _problems.ReportOnce(ProblemKind.InvalidEncoding);
            }
        }
        catch (IOException)
        {
            _problems.ReportOnce(ProblemKind.CannotOpen);
        }

        if (_conversation.Messages.Count == 0)
            _problems.Report(ProblemKind.NoMessages);
        else if (_survey.Order.IsDoubtful)
            _problems.Report(ProblemKind.DateOrderUnknown);
        _problems.Complete();
        Finish();
    }

    private void Finish()
    {
        // Files without a title are named like one.
        _title ??= file.FileName.StartsWith(LineTitle.Mark, StringComparison.Ordinal) && file.FileName.LastIndexOf('.') is var dot and > 0
            ? LineTitle.Read(file.FileName[..dot], out _isGroup) : null;
        _conversation.Title = _title;
        (_conversation.DateOrder, _conversation.DateOrderConfidence) = (_survey.Order.Order, _survey.Order.Confidence);
        if (_self is not null)
            (_conversation.Owner, _conversation.OwnerConfidence) = (_self, 0.9);
        if (!_isGroup)
            _conversation.ConcludeOwnerFrom(_title);
        _conversation.HandOn(options, sink);
    }

    private void Take(in TextLine line)
    {
        var text = line.Text;
        if (!line.Continues && LineHead.TryParse(text, out var head) && head.IsTabbed == _survey.IsTabbed)
        {
            Flush();
            Open(line, head);
        }
        else if (!line.Continues && (!_isOpen || !_isQuoted || _wasEmpty) && LineDay.Is(text) && _survey.Order.Read(text) is { Knowledge: not TimeKnowledge.None } day)
        {
            Flush();
            (_day, _hasHours) = (day.Wall.Date, false);
        }
        else if (_isOpen)
        {
            _body.Append(line);
            _isQuoted &= !text.EndsWith('"');
        }
        else
        {
            TakePreamble(line);
        }

        _wasEmpty = text.Length == 0;
    }

    private void TakePreamble(in TextLine line)
    {
        if (line.Length == 0)
            return;
        if (_preamble++ == 0)
            _title = LineTitle.Read(line.Text, out _isGroup);
        if (line.Number > LongestPreamble || _preamble > 1 && _title is null)
            _problems.ReportOnce(ProblemKind.TextBeforeFirstMessage, new RecordPlace(line.Offset, line.Length, line.Number));
    }

    private void Open(in TextLine line, LineHead head)
    {
        _isOpen = true;
        _at = _day is { } day ? MessageTime.FromWall(day.AddHours(Hour(head)).AddMinutes(head.Minute)) : MessageTime.None;
        var rest = line.Text.AsSpan(head.RestStart);
        var (name, start) = Split(rest);
        // An empty column, or none, is a line of the platform.
        _from = name.Length == 0 ? null : name;
        var text = rest[start..];
        _isQuoted = text.StartsWith('"') && !(text.Length > 1 && text.EndsWith('"'));
        _body.Begin(line, text);
    }

    // Records stand in order of time. So 24:53 behind the others of a day is the night that follows, and before them it is
    // the first hour of that day, on devices that count from 1 to 24.
    private int Hour(LineHead head)
    {
        _hasHours |= head.Hour < 24;
        return head.Hour == 24 && !_hasHours || _day?.Year == 9999 ? head.Hour % 24 : head.Hour;
    }

    private (string Name, int Start) Split(ReadOnlySpan<char> rest)
    {
        if (!_survey.IsTabbed)
        {
            var length = _survey.NameLength(rest);
            return (rest[..length].ToString(), Math.Min(rest.Length, length + 1));
        }

        var tab = rest.IndexOf('\t');
        return tab < 0 ? ("", 0) : (rest[..tab].ToString(), tab + 1);
    }

    private void Flush()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        // An empty line stands before each day.
        var text = Unquoted(_body.Text.TrimEnd('\n'));
        if (_body.IsCut)
            _problems.Report(ProblemKind.TextTooLong, _body.Place);
        if (_at.Knowledge == TimeKnowledge.None)
            _problems.Report(ProblemKind.Damaged, _body.Place);
        var kind = LineWords.KindOf(text, _from, out var isOwner);
        if (isOwner)
            _self ??= _from;
        _conversation.Add(new Message
        {
            At = _at,
            From = _from,
            Kind = kind,
            Text = text,
            File = file,
            Place = _body.Place,
        });
    }

    // Only texts of several lines are put in quotes, and then the quotes in them are doubled; others keep what was typed.
    private static string Unquoted(string text) =>
        text.Length > 2 && text.StartsWith('"') && text.EndsWith('"') && text.Contains('\n', StringComparison.Ordinal)
            ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : text;
}
