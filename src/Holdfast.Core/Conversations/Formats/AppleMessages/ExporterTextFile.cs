using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// Cuts a text of imessage-exporter into messages. Replies stand in the message that they answer, four spaces further in. The
/// form has no escapes: what somebody writes after an empty line can look like a message of somebody else.
/// </summary>
internal sealed class ExporterTextFile(ExporterChat chat, ReadingOptions options, ProblemLog problems)
{
    private const string Indent = "    ";

    private ExporterTextBody? _top;
    private ExporterTextBody? _nested;

    // A line with a time, which the next line will explain; and what it would begin.
    private (TextLine Line, MessageTime At, bool IsNested, string? Announcement)? _pending;
    private bool _afterBlank = true;

    /// <summary>True for what may follow the time in the first line of a message: nothing, or when it was read.</summary>
    internal static bool IsHeaderEnd(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        return rest.IsEmpty || rest[0] == '(' && rest[^1] == ')';
    }

    /// <summary>Reads all lines.</summary>
    internal void Read(TextLines lines)
    {
        while (lines.MoveNext())
            Take(lines.Current);
        Settle(null);
        CloseTop();
    }

    private void Take(TextLine line)
    {
        if (line.Continues)
        {
            (_nested ?? _top)?.Continue(line);
            return;
        }

        var isBlank = string.IsNullOrWhiteSpace(line.Text);
        if (_pending is not null && Settle(line))
        {
            _afterBlank = false;
            return;
        }

        if (isBlank || !TryBegin(line))
            AddLine(line);
        _afterBlank = isBlank;
    }

    private bool TryBegin(TextLine line)
    {
        var isIndented = line.Text.StartsWith(Indent, StringComparison.Ordinal);
        if (!ExporterStamp.TryRead(isIndented ? line.Text.AsSpan(Indent.Length) : line.Text, out var at, out var rest))
            return false;
        var isHeader = IsHeaderEnd(rest);
        if (isIndented ? !isHeader || _top is null : !_afterBlank)
            return false;
        _pending = (line, at, isIndented, isHeader ? null : rest.Trim().ToString());
        return true;
    }

    /// <summary>Decides what the line before was, now that the next is known. True when that line is used up too.</summary>
    private bool Settle(TextLine? next)
    {
        if (_pending is not { } pending)
            return false;
        _pending = null;
        var isLast = next is null || string.IsNullOrWhiteSpace(next.Value.Text);
        if (pending.Announcement is { } words)
        {
            if (!isLast)
            {
                AddLine(pending.Line);
                return false;
            }

            CloseTop();
            chat.Add(new ExporterDraft { At = pending.At, Kind = MessageKind.Notice, Text = words, Place = Place(pending.Line) });
            return false;
        }

        // A time alone between empty lines is somebody's words; at the end of the file it is what is left of a message.
        if (isLast && (next is not null || pending.IsNested) && (_nested ?? _top) is not null)
        {
            AddLine(pending.Line);
            return false;
        }

        Begin(pending.Line, pending.At, pending.IsNested, isLast ? null : next!.Value);
        return !isLast;
    }

    private void Begin(TextLine line, MessageTime at, bool isNested, TextLine? sender)
    {
        if (sender is null)
            problems.Report(ProblemKind.LastRecordCutOff, Place(line));
        var draft = new ExporterDraft { At = at, From = sender?.Text.Trim(), IsNested = isNested, Place = Place(line) };
        var body = new ExporterTextBody(draft, options);
        if (sender is { } name)
            body.Reach(name);
        if (isNested)
        {
            CloseNested();
            _nested = body;
            return;
        }

        CloseTop();
        _top = body;
    }

    private void AddLine(TextLine line)
    {
        var isBlank = string.IsNullOrWhiteSpace(line.Text);
        if (_top is null)
        {
            if (!isBlank)
                problems.Report(ProblemKind.TextBeforeFirstMessage, Place(line));
            return;
        }

        if (_nested is not null && (isBlank || line.Text.StartsWith(Indent, StringComparison.Ordinal)))
        {
            _nested.Add(line, isBlank ? "" : line.Text[Indent.Length..]);
            return;
        }

        CloseNested();
        _top.Add(line, line.Text);
    }

    private void CloseNested()
    {
        if (_nested is null)
            return;
        // What the outer message holds goes as far as its last reply.
        _top!.Reach(_nested.Draft.Place);
        chat.Add(_nested.Finish());
        _nested = null;
    }

    private void CloseTop()
    {
        CloseNested();
        if (_top is not null)
            chat.Add(_top.Finish());
        _top = null;
    }

    private static RecordPlace Place(TextLine line) => new(line.Offset, line.Length, line.Number);
}
