using System.Text;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>Reads one <c>div.message</c> of imessage-exporter, without the replies that stand in it.</summary>
internal sealed class ExporterHtmlMessage
{
    private readonly ExporterDraft _draft;
    private readonly StringBuilder _text = new();
    private bool _hasText;
    private bool _isUnsent;
    private bool _isShared;
    private bool _isEvent;
    private bool _isDeleted;
    private bool _hasFile;

    private ExporterHtmlMessage(ExporterDraft draft) => _draft = draft;

    /// <summary>Reads a message.</summary>
    /// <param name="message">The element.</param>
    /// <param name="parent">The message under which it stands as a reply, or null.</param>
    /// <param name="isOwn">True when it is marked as sent by the owner.</param>
    internal static ExporterDraft Read(MarkupElement message, ExporterDraft? parent, out bool isOwn)
    {
        var draft = new ExporterDraft { Place = message.Place, IsNested = parent is not null, ReplyTo = parent?.Id };
        var reader = new ExporterHtmlMessage(draft);
        isOwn = message.Children.Any(c => c.HasClass("sent"));
        reader.VisitAll(message);
        reader.Finish();
        return draft;
    }

    /// <summary>Reads a line about the group.</summary>
    internal static ExporterDraft Announcement(MarkupElement element)
    {
        var stamp = element.First(e => e.HasClass("timestamp"));
        ExporterStamp.TryRead(stamp?.Text, out var at, out _);
        return new ExporterDraft
        {
            Place = element.Place,
            At = at,
            Kind = MessageKind.Notice,
            Text = element.GetText(without: e => e.HasClass("timestamp")),
        };
    }

    // Deep elements are bounded by the limits of the markup reader.
    private void VisitAll(MarkupElement element)
    {
        foreach (var node in element.Nodes)
        {
            if (node.Element is { } child)
                Visit(child);
            else if (element.HasClass("message_part") && !string.IsNullOrWhiteSpace(node.Text))
                AddText(node.Text!.Trim());
        }
    }

    private void Visit(MarkupElement element)
    {
        switch (element["class"]?.Split(' ')[0])
        {
            case "replies" or "reply" or "message" or "expressive":
                break;
            case "timestamp":
                TakeTime(element);
                break;
            case "sender":
                _draft.From = element.Text is { Length: > 0 } name ? name : null;
                break;
            case "subject":
                _draft.Subject = element.Text;
                break;
            case "deleted":
                _isDeleted = true;
                break;
            case "unsent":
                _isUnsent = true;
                break;
            case "reply_context" or "reply_anchor":
                _draft.IsReply = true;
                break;
            case "shareplay" or "shared_location":
                _isEvent = true;
                AddText(element.Text);
                break;
            case "bubble" or "transcription":
                AddText(Exact(element));
                TakeFiles(element);
                break;
            case "edited":
                TakeVersions(element);
                break;
            case "tapbacks" or "reactions":
                TakeReactions(element);
                break;
            case "app" or "app_error":
                TakeApp(element);
                break;
            case "attachment_error":
                // A file was sent that the program did not find.
                _hasFile = true;
                break;
            default:
                TakeFile(element);
                VisitAll(element);
                break;
        }
    }

    private void Finish()
    {
        _draft.Text = _hasText ? _text.ToString() : null;
        _hasFile |= _draft.Media.Count > 0;
        _draft.Kind = _isDeleted ? MessageKind.Deleted
            : _isEvent ? MessageKind.Notice
            : _isUnsent && !_hasText && !_hasFile ? MessageKind.Unsent
            : _isShared ? MessageKind.Share
            : _hasFile ? MessageKind.Media
            : MessageKind.Text;
    }

    private void TakeTime(MarkupElement element)
    {
        if (_draft.At.Knowledge == TimeKnowledge.None && ExporterStamp.TryRead(element.Text, out var at, out _))
            _draft.At = at;
        const string Link = "message-guid=";
        var link = element.First(e => e.Name == "a")?["href"];
        if (link?.IndexOf(Link, StringComparison.Ordinal) is { } start and >= 0 && start + Link.Length < link.Length)
            _draft.Id = link[(start + Link.Length)..];
    }

    private void TakeVersions(MarkupElement element)
    {
        var at = _draft.At;
        string? last = null;
        foreach (var row in element.Descendants().Where(e => e.Name == "tr"))
        {
            var cells = row.Children.Where(c => c.Name is "td" or "th").ToList();
            if (cells.Count == 0)
                continue;
            if (last is not null)
                _draft.Earlier.Add(new EarlierText(last, at));
            if (ExporterStamp.Later(at, cells[0].Text) is { Knowledge: not TimeKnowledge.None } later)
                at = later;
            else if (last is not null)
                at = MessageTime.None;
            last = Exact(cells[^1]).Trim();
        }

        if (_draft.Earlier.Count > 0)
            _draft.EditedAt = at;
        if (last is not null)
            AddText(last);
        // Without its table it is the words alone, or that they were taken back.
        else if (element.First(e => e.HasClass("unsent")) is not null)
            _isUnsent = true;
        else if (element.Text is { Length: > 0 } text)
            AddText(text);
    }

    private void TakeReactions(MarkupElement element)
    {
        foreach (var item in element.Descendants().Where(e => e.Name == "div" && (e.HasClass("tapback") || e.HasClass("reaction"))))
            _draft.AddReaction(item.Text);
    }

    private void TakeApp(MarkupElement element)
    {
        _isShared = true;
        var link = element.First(e => e.Name == "a" && e["href"] is { Length: > 0 })?["href"];
        if (link is not null)
            AddText(link);
        if (element.Text is { Length: > 0 } text && text != link && !element.HasClass("app_error"))
            AddText(text);
    }

    private void TakeFiles(MarkupElement element)
    {
        foreach (var inner in element.Descendants())
            TakeFile(inner);
    }

    private void TakeFile(MarkupElement element)
    {
        var path = element.Name switch
        {
            "img" or "video" or "audio" or "source" or "object" or "embed" => element["src"] ?? element["data"],
            "a" => element["href"] is { } link && !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#') ? link : null,
            _ => null,
        };
        if (path is { Length: > 0 } && !path.StartsWith("data:", StringComparison.Ordinal) && !_draft.Media.Contains(path) && _draft.Media.Count < 1_000)
            _draft.Media.Add(path);
    }

    private void AddText(string text)
    {
        _text.Append(_hasText ? "\n" : "").Append(text);
        _hasText = true;
    }

    // The style sheet shows the white space of the words as it stands.
    private static string Exact(MarkupElement element)
    {
        var text = new StringBuilder();
        Add(element);
        return text.ToString();

        void Add(MarkupElement from)
        {
            foreach (var node in from.Nodes)
            {
                if (node.Element is not { } child)
                    text.Append(node.Text);
                else if (child.Name == "br")
                    text.Append('\n');
                else
                    Add(child);
            }
        }
    }
}
