using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>One pass over one exported chat.</summary>
internal sealed class WhatsAppFile(ExportFile file, ReadingOptions options, IConversationSink sink)
{
    private readonly SenderNames _names = new();
    private ChatSurvey _survey = null!;
    private byte[] _body = new byte[4096];
    private int _bodyLength;
    private bool _isOpen;
    private bool _isCut;
    private string? _sender;
    private MessageTime _at;
    private long _recordOffset;
    private long _recordEnd;
    private long _recordLine;
    private long _records;
    private StringBuilder? _orphan;
    private bool _isOrphanCut;
    private readonly WhatsAppOwner _owner = new();

    public void Read()
    {
        _survey = ChatSurvey.Of(file, options);
        var title = PlatformLines.Shared.TitleOf(file.FileName)
            ?? (file.Container is { } archive ? PlatformLines.Shared.TitleOf(archive.FileName) : null);
        using var lines = new Utf8Lines(file.Open());
        sink.Begin(new ConversationHeader("whatsapp-text") { Title = title, Owner = Said() ?? _survey.Owner });
        try
        {
            ReadRecords(lines);
        }
        finally
        {
            // What was read before a disk fails is a conversation too.
            var lastHasNoSender = _isOpen && _sender is null;
            Flush();
            ReportRest(lines, lastHasNoSender);
            var (owner, confidence) = Said() is { } said ? (said, 1)
                : _survey.Owner is { } deleted ? (deleted, WhatsAppOwner.Stated)
                : _owner.Conclude(_names.InOrder, title);
            sink.End(new ConversationFooter
            {
                Participants = _names.InOrder,
                Owner = owner,
                OwnerConfidence = confidence,
                DateOrder = _survey.Order,
                DateOrderConfidence = _survey.OrderConfidence,
            });
        }
    }

    private void ReadRecords(Utf8Lines lines)
    {
        while (lines.Read())
        {
            if (!lines.IsContinued && HeaderParser.TryParse(lines.Line, out var header)
                && (_survey.Shape.IsNone || header.Shape == _survey.Shape) && Resolve(header.Date) is { } at)
            {
                Flush();
                Open(lines, header, at);
            }
            else if (_isOpen)
            {
                Append(lines);
            }
            else
            {
                AppendOrphan(lines);
            }
        }
    }

    private DateTime? Resolve(in NumericDate date) =>
        date.Resolve(_survey.Order)
        ?? (_survey.OrderConfidence < 1 && _survey.Order != DateOrder.YearMonthDay
            ? date.Resolve(_survey.Order == DateOrder.DayMonthYear ? DateOrder.MonthDayYear : DateOrder.DayMonthYear)
            : null);

    private void Open(Utf8Lines lines, in HeaderFields header, DateTime at)
    {
        var rest = lines.Line[header.BodyStart..];
        _isOpen = true;
        _isCut = false;
        _at = MessageTime.FromWall(at);
        _recordOffset = lines.Offset;
        _recordEnd = lines.Offset + lines.RawLength;
        _recordLine = lines.LineNumber;
        _bodyLength = 0;
        var (nameLength, bodyStart) = Split(rest);
        _sender = nameLength > 0 ? _names.Get(rest[..nameLength]) : null;
        Store(rest[bodyStart..]);
    }

    private (int NameLength, int BodyStart) Split(ReadOnlySpan<byte> rest)
    {
        foreach (var name in _survey.NamesWithColon)
        {
            if (rest.StartsWith(name))
            {
                return (name.Length - 2, name.Length);
            }
        }

        var colon = SenderSplit.FirstColon(rest);
        if (colon < 0 || SenderSplit.LooksLikeNotice(rest[..colon]))
        {
            return (0, 0);
        }

        var start = colon + 1;
        return (colon, start < rest.Length && rest[start] == ' ' ? start + 1 : start);
    }

    private void Append(Utf8Lines lines)
    {
        _recordEnd = lines.Offset + lines.RawLength;
        if (!lines.IsContinued)
        {
            Store("\n"u8);
        }

        Store(lines.Line);
    }

    private void Store(ReadOnlySpan<byte> bytes)
    {
        // Four bytes a letter is the most that UTF-8 needs.
        var room = (long)options.MaxTextLength * 4 - _bodyLength;
        if (bytes.Length > room)
        {
            _isCut = true;
            bytes = bytes[..(int)Math.Max(0, room)];
        }

        if (_bodyLength + bytes.Length > _body.Length)
        {
            Array.Resize(ref _body, Math.Max(_body.Length * 2, _bodyLength + bytes.Length));
        }

        bytes.CopyTo(_body.AsSpan(_bodyLength));
        _bodyLength += bytes.Length;
    }

    private void Flush()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        var text = Encoding.UTF8.GetString(_body, 0, _bodyLength);
        if (text.Length > options.MaxTextLength)
        {
            _isCut = true;
            text = text[..TextLimit.Cut(text, options.MaxTextLength)];
        }

        var place = new RecordPlace(_recordOffset, _recordEnd - _recordOffset, _recordLine);
        if (_isCut)
        {
            sink.Report(new ReadingProblem(file.Name, _recordLine, ProblemKind.TextTooLong) { Place = place });
        }

        var kind = BodyClassifier.Classify(text, _sender is not null, out var media);
        _owner.See(_sender, kind, text);
        _records++;
        sink.Add(new Message
        {
            At = _at,
            From = _sender,
            Kind = kind,
            Text = text,
            Media = media,
            File = file,
            Place = place,
        });
    }

    private void AppendOrphan(Utf8Lines lines)
    {
        _orphan ??= new StringBuilder();
        if (_orphan.Length < options.MaxTextLength)
        {
            _orphan.Append(_orphan.Length > 0 && !lines.IsContinued ? "\n" : "").Append(Encoding.UTF8.GetString(lines.Line));
        }
        else
        {
            _isOrphanCut = true;
        }

        _recordEnd = lines.Offset + lines.RawLength;
    }

    private void ReportRest(Utf8Lines lines, bool lastHasNoSender)
    {
        if (_orphan is not null && !string.IsNullOrWhiteSpace(_orphan.ToString()))
        {
            sink.Report(new ReadingProblem(file.Name, 1, ProblemKind.TextBeforeFirstMessage) { Text = _orphan.ToString() });
            if (_isOrphanCut)
            {
                sink.Report(new ReadingProblem(file.Name, 1, ProblemKind.TextTooLong));
            }
        }

        if (lastHasNoSender && _records > 1 && LooksCutOff())
        {
            sink.Report(new ReadingProblem(file.Name, _recordLine, ProblemKind.LastRecordCutOff)
            {
                Place = new RecordPlace(_recordOffset, _recordEnd - _recordOffset, _recordLine),
            });
        }

        if (lines.SawInvalidBytes)
        {
            sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.InvalidEncoding));
        }

        if (_records == 0)
        {
            sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.NoMessages));
        }
        else if (_survey.OrderConfidence < 0.75 && _survey.Order != DateOrder.YearMonthDay)
        {
            sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.DateOrderUnknown));
        }
    }

    /// <summary>A few words without an end, where every notice is a sentence.</summary>
    private bool LooksCutOff() =>
        _bodyLength is > 0 and < 40 && _body[_bodyLength - 1] is not ((byte)'.' or (byte)'"' or (byte)'>' or (byte)')' or (byte)'!');

    private string? Said() =>
        options.Me.FirstOrDefault(me => _survey.HasSeenName(me) || _names.InOrder.Contains(me, StringComparer.Ordinal));
}
