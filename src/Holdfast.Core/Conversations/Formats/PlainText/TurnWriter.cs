using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>
/// Puts turns together from lines. A turn that grows too long is handed on in several messages, so that memory stays
/// bounded and no word is lost.
/// </summary>
internal sealed class TurnWriter(
    ExportFile file, PlainTextSurvey survey, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private readonly StringBuilder _text = new();
    private string? _from;
    private MessageTime _at;
    private bool _isOpen;
    private bool _hasText;
    private int _emptyLines;
    private long _start;
    private long _end;
    private long _line;

    /// <summary>The names so far.</summary>
    internal NamesSeen Names { get; } = new();

    /// <summary>Takes the next line.</summary>
    internal void Take(TextLine line)
    {
        if (survey.IsTurn(line, out var head))
        {
            Close();
            (_from, _at) = (head.Name, head.Stamp.ToTime(survey.Order));
            Names.Add(_from);
            Open(line);
            Append(line.Text.AsSpan(Math.Min(head.TextStart, line.Text.Length)), line, isHead: head.TextStart >= line.Text.Length);
            return;
        }

        if (!line.Continues && string.IsNullOrWhiteSpace(line.Text))
        {
            _emptyLines += _isOpen ? 1 : 0;
            return;
        }

        if (!_isOpen)
            BeginWithoutName(line);
        Append(line.Text, line, isHead: false);
    }

    /// <summary>Hands on the turn that is open.</summary>
    internal void Close()
    {
        if (_isOpen)
            Send();
        _isOpen = false;
    }

    private void BeginWithoutName(TextLine line)
    {
        (_from, _at) = (null, MessageTime.None);
        Open(line);
        if (survey.Shape != TurnShape.Prose)
            problems.ReportOnce(ProblemKind.TextBeforeFirstMessage, new RecordPlace(line.Offset, line.Length, line.Number));
    }

    private void Open(TextLine line)
    {
        (_isOpen, _hasText, _emptyLines) = (true, false, 0);
        (_start, _end, _line) = (line.Offset, line.Offset + line.Length, line.Number);
    }

    private void Append(ReadOnlySpan<char> text, TextLine line, bool isHead)
    {
        // Empty lines between are part of the text, up to a number that no person types.
        var breaks = line.Continues || !_hasText ? 0 : 1 + Math.Min(_emptyLines, 100);
        _emptyLines = 0;
        if (_text.Length > 0 && _text.Length + breaks + text.Length > options.MaxTextLength)
        {
            problems.Report(ProblemKind.TextTooLong, new RecordPlace(_start, _end - _start, _line));
            Send();
            Open(line);
            breaks = 0;
        }

        _text.Append('\n', breaks).Append(text);
        _hasText |= !isHead;
        _end = line.Offset + line.Length;
    }

    private void Send()
    {
        sink.Add(new Message
        {
            At = _at,
            From = _from,
            Text = _text.ToString(),
            File = file,
            Place = new RecordPlace(_start, _end - _start, _line),
        });
        _text.Clear();
    }
}
