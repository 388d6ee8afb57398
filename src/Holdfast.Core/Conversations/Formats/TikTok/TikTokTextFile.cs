using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.TikTok;

/// <summary>Reads the lines of one text file of direct messages.</summary>
internal sealed class TikTokTextFile(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    /// <summary>How the heading of a chat begins.</summary>
    internal const string Heading = ">>> Chat History with ";

    private const int StampLength = 19;

    // A message can be of many lines; empty ones at its end are the gap before the next.
    private const int MostEmptyLines = 100;

    private readonly List<TikTokChat> _chats = [];
    private readonly StringBuilder _text = new();
    private TikTokChat? _chat;
    private bool _isOpen;
    private int _emptyLines;
    private string? _from;
    private MessageTime _at;
    private RecordPlace _place;
    private long _messages;

    /// <summary>Reads the file.</summary>
    internal void Read(TextLines lines)
    {
        while (lines.MoveNext())
            Take(lines.Current);
        Close();
        var owner = ChatOwner.Find(null, _chats.Select(chat => (chat.Partner, chat.Names)));
        foreach (var chat in _chats)
            chat.HandOn(TikTokTextReader.FormatName, owner, options, sink);
        if (lines.IsDamaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
        if (_messages == 0)
            problems.Report(ProblemKind.NoMessages);
    }

    private void Take(TextLine line)
    {
        if (line.Continues)
        {
            Append(line, isNewLine: false);
        }
        else if (line.Text.StartsWith(Heading, StringComparison.Ordinal))
        {
            Close();
            _chats.Add(_chat = new TikTokChat(TikTokChat.PartnerOf(line.Text[">>> ".Length..]), isGroup: false));
        }
        else if (_chat is not null && TryHead(line.Text, out var at, out var from, out var textStart))
        {
            Close();
            (_isOpen, _emptyLines, _from, _at) = (true, 0, from, at);
            _place = new RecordPlace(line.Offset, line.Length, line.Number);
            _text.Clear().Append(line.Text.AsSpan(textStart));
        }
        else if (string.IsNullOrWhiteSpace(line.Text))
        {
            _emptyLines++;
        }
        else
        {
            Append(line, isNewLine: true);
        }
    }

    private void Append(TextLine line, bool isNewLine)
    {
        if (!_isOpen)
        {
            problems.Report(ProblemKind.TextBeforeFirstMessage, new RecordPlace(line.Offset, line.Length, line.Number));
            return;
        }

        // What is too long is reported when the message is closed.
        if (_text.Length <= options.MaxTextLength)
            _text.Append('\n', isNewLine ? 1 + Math.Min(_emptyLines, MostEmptyLines) : 0).Append(line.Text);
        _emptyLines = 0;
        _place = _place with { Length = line.Offset + line.Length - _place.Offset };
    }

    private void Close()
    {
        if (!_isOpen)
            return;
        var text = _text.ToString();
        _chat!.Add(new Message
        {
            At = _at,
            From = _from,
            Kind = TikTokChat.KindOf(text),
            Text = TextLimit.Apply(text, options, problems, _place),
            File = file,
            Place = _place,
        });
        _isOpen = false;
        _messages++;
    }

    private static bool TryHead(string line, out MessageTime at, out string? from, out int textStart)
    {
        (at, from, textStart) = (MessageTime.None, null, 0);
        if (line.Length < StampLength + 2 || line[StampLength] != ' ')
            return false;
        at = MachineTime.Read(line[..StampLength], isUtc: true);
        if (at.Knowledge == TimeKnowledge.None)
            return false;
        var rest = line.AsSpan(StampLength + 1);
        var nameStart = rest.StartsWith("UTC ", StringComparison.Ordinal) ? 4 : 0;
        var colon = rest[nameStart..].IndexOf(':');
        if (colon <= 0)
            return false;
        from = rest.Slice(nameStart, colon).Trim().ToString();
        textStart = StampLength + 1 + nameStart + colon + 1;
        textStart += textStart < line.Length && line[textStart] == ' ' ? 1 : 0;
        return from.Length > 0;
    }
}
