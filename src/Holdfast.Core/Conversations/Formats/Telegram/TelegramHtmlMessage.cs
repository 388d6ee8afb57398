using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>Reads one <c>div.message</c> of a Telegram page.</summary>
/// <param name="element">The message.</param>
/// <param name="file">The page.</param>
/// <param name="options">What the person said, and limits.</param>
/// <param name="problems">Receives what is broken in it.</param>
/// <param name="senderAbove">The sender of the message before, for one that is joined to it.</param>
internal sealed class TelegramHtmlMessage(
    MarkupElement element, ExportFile file, ReadingOptions options, ProblemLog problems, string? senderAbove)
{
    private const string ReplyMark = "go_to_message";

    private bool _isForwarded;
    private string? _from;
    private readonly List<string> _texts = [];
    private string? _replyTo;
    private MessageTime _at;
    private TelegramHtmlMedia? _media;
    private readonly List<string> _links = [];
    private List<Reaction>? _reactions;

    /// <summary>True for a line of the platform.</summary>
    internal bool IsService { get; } = element.HasClass("service");

    /// <summary>The owner, when the message is a call, which says who called and whether it came in.</summary>
    internal string? Owner => _media?.IsOutgoing switch { true => _from, false => _media.Title, _ => null };

    /// <summary>True for the line that stands before the messages of a day.</summary>
    internal static bool IsDay(MarkupElement element)
    {
        if (!element.HasClass("service"))
            return false;
        var text = element.Text;
        return text.Length <= 40 && DateToken.Split(text) is [{ IsNumber: true }, { Month: > 0 }, { IsNumber: true, Digits: 4 }];
    }

    /// <summary>The message. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read()
    {
        var body = element.Children.FirstOrDefault(c => c.HasClass("body"));
        if (IsService)
            return Message(MessageKind.Notice, body?.Text ?? element.Text, []);
        foreach (var part in body?.Children ?? [])
            Take(part);
        if (_at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, element.Place);
        _from ??= element.HasClass("joined") ? senderAbove : null;
        var text = _texts.Count > 0 ? string.Join('\n', _texts) : _media?.Words;
        if (text is null && _media is null)
        {
            // A kind of content that this version does not know: its words are kept.
            problems.Report(ProblemKind.UnreadableBody, element.Place);
            text = body?.GetText(withImages: false, e => e.HasClass("date") || e.HasClass("from_name") || e.HasClass("userpic_wrap")) is { Length: > 0 } words ? words : null;
        }

        // Words that were passed on are not the sender's own.
        var kind = _media?.Kind ?? (_isForwarded ? MessageKind.Share : MessageKind.Text);
        return Message(kind, text, [.. _media?.Files ?? [], .. _links]);
    }

    private Message Message(MessageKind kind, string? text, IReadOnlyList<string> media) => new()
    {
        At = _at,
        From = _from,
        Id = element["id"] is { } id && id.StartsWith("message", StringComparison.Ordinal) && id.Length > 7 ? id[7..] : null,
        Kind = kind == MessageKind.Notice && text is not null && text.Contains(" started voice chat", StringComparison.Ordinal) ? MessageKind.Call : kind,
        Text = TextLimit.Apply(text, options, problems, element.Place),
        Media = media,
        Reactions = _reactions ?? (IReadOnlyList<Reaction>)[],
        ReplyTo = _replyTo,
        File = file,
        Place = element.Place,
    };

    private void Take(MarkupElement part)
    {
        if (part.HasClass("date"))
            _at = WrittenDate.Read(part["title"] ?? "", DateOrder.DayMonthYear, out _) ?? _at;
        else if (part.HasClass("from_name"))
            TakeName(part);
        else if (part.HasClass("reply_to"))
            TakeReply(part);
        else if (part.HasClass("media_wrap"))
            _media = new TelegramHtmlMedia(part);
        else if (part.HasClass("text"))
            TakeText(part);
        else if (part.HasClass("reactions"))
            TakeReactions(part);
        else if (part.HasClass("forwarded") && part.HasClass("body"))
            TakeForwarded(part);
    }

    private void TakeText(MarkupElement part)
    {
        if (part.GetText(withImages: true) is { Length: > 0 } text)
            _texts.Add(text);
        // Words can lead elsewhere than they say.
        foreach (var link in part.Descendants().Where(e => e.Name == "a"))
        {
            if (link["href"] is { } href && href.Contains("://", StringComparison.Ordinal) && !href.Contains(link.Text, StringComparison.OrdinalIgnoreCase))
                _links.Add(href);
        }
    }

    private void TakeForwarded(MarkupElement body)
    {
        _isForwarded = true;
        // Name and date in it are those of the words' author.
        foreach (var part in body.Children.Where(c => !c.HasClass("from_name") && !c.HasClass("date")))
            Take(part);
    }

    private void TakeName(MarkupElement part)
    {
        var name = part.GetText(withImages: true, without: e => e.HasClass("date"));
        var via = name.LastIndexOf(" via @", StringComparison.Ordinal);
        name = via > 0 && !name.AsSpan(via + 6).ContainsAny(" \n") ? name[..via] : name;
        _from = name.Length > 0 ? name : _from;
    }

    private void TakeReply(MarkupElement part)
    {
        foreach (var link in part.Descendants().Where(e => e.Name == "a"))
        {
            if (link["href"] is { } href && href.IndexOf(ReplyMark, StringComparison.Ordinal) is var at and >= 0)
                _replyTo = href[(at + ReplyMark.Length)..];
        }
    }

    private void TakeReactions(MarkupElement part)
    {
        foreach (var reaction in part.Descendants().Where(e => e.HasClass("reaction")))
        {
            var emoji = reaction.First(e => e.HasClass("emoji")) ?? reaction;
            var symbol = emoji.GetText(withImages: true, without: e => e.HasClass("count") || e.HasClass("userpics"));
            if (symbol.Length == 0)
                continue;
            var actors = reaction.Descendants().Select(e => e["title"]).Where(t => !string.IsNullOrEmpty(t)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var actor in actors.DefaultIfEmpty(null))
                (_reactions ??= []).Add(new Reaction(actor, symbol));
        }
    }
}
