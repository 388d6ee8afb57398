using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>One message of an HTML file of DiscordChatExporter, before the order of its dates is known.</summary>
internal sealed class DiscordHtmlMessage
{
    private readonly MarkupElement _element;
    private readonly List<string> _media = [];
    private readonly List<Reaction> _reactions = [];
    private string? _from;
    private string? _fromId;
    private string? _text;
    private string? _quoted;
    private string? _replyTo;
    private string? _edited;
    private MessageKind _kind;

    private DiscordHtmlMessage(MarkupElement element) => _element = element;

    /// <summary>The id of the message, if the file has it.</summary>
    internal string? Id { get; private set; }

    /// <summary>The words, for telling copies apart.</summary>
    internal string? Text => _text;

    /// <summary>The printed date; of use only where the id says nothing.</summary>
    internal string? Stamp { get; private set; }

    /// <summary>Where the message lies.</summary>
    internal RecordPlace Place => _element.Place;

    /// <summary>The messages of one group, which share their sender.</summary>
    internal static IEnumerable<DiscordHtmlMessage> Of(MarkupElement group)
    {
        var elements = group.Descendants().Where(e => e.HasClass("chatlog__message-container")).ToList();
        if (elements.Count == 0)
            elements = [.. group.Descendants().Where(e => e.HasClass("chatlog__message"))];
        if (elements.Count == 0)
            elements.Add(group);
        // In older files the sender stands beside the messages, in newer ones in the first of them.
        DiscordHtmlMessage? before = null;
        var shared = DiscordMarkup.First(group, "chatlog__author", "chatlog__author-name");
        foreach (var element in elements)
        {
            var message = new DiscordHtmlMessage(element);
            message.Read(group, shared, before);
            before = message;
            yield return message;
        }
    }

    /// <summary>The message, once the order of day and month is known.</summary>
    internal Message ToMessage(LearntOrder order, ExportFile file, ReadingOptions options, ProblemLog problems)
    {
        var at = Snowflake.TimeOf(Id);
        if (at.Knowledge == TimeKnowledge.None && Stamp is not null)
            at = order.Read(Stamp);
        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, Place);
        return new Message
        {
            At = at,
            From = _from,
            FromId = _fromId,
            Id = Id,
            Kind = _kind,
            Text = TextLimit.Apply(_text, options, problems, Place),
            Media = _media,
            Reactions = _reactions,
            Quoted = TextLimit.Apply(_quoted, options, problems, Place),
            ReplyTo = _replyTo,
            EditedAt = _edited is null || order.IsDoubtful ? MessageTime.None : order.Read(_edited),
            File = file,
            Place = Place,
        };
    }

    private void Read(MarkupElement group, MarkupElement? shared, DiscordHtmlMessage? before)
    {
        Id = DigitsAtEnd(_element["data-message-id"]) ?? DigitsAtEnd(_element["id"]);
        var author = DiscordMarkup.First(_element, "chatlog__author", "chatlog__author-name", "chatlog__system-notification-author");
        if (author is null && before?._from is not null)
            (_from, _fromId) = (before._from, before._fromId);
        else if ((author ?? shared) is { } named)
            (_from, _fromId) = (named["title"] is { Length: > 0 } title ? title : named.Text, named["data-user-id"]);
        var stamp = DiscordMarkup.First(_element, "chatlog__timestamp", "chatlog__short-timestamp", "chatlog__system-notification-timestamp");
        stamp ??= before is null ? DiscordMarkup.First(group, "chatlog__timestamp") : null;
        Stamp = stamp is null ? before?.Stamp : stamp["title"] is { Length: > 0 } full ? full : stamp.Text;
        if (DiscordMarkup.First(_element, "chatlog__system-notification-content") is { } notice)
        {
            _text = notice.Text;
            var isCall = _element.First(e => e.Name == "use" && e["href"] == "#call-icon") is not null
                || _text.StartsWith("started a call that lasted ", StringComparison.Ordinal);
            _kind = isCall ? MessageKind.Call : MessageKind.Notice;
            return;
        }

        ReadContent();
    }

    private void ReadContent()
    {
        if (DiscordMarkup.First(_element, "chatlog__reply", "chatlog__reference") is { } reply)
        {
            var link = DiscordMarkup.First(reply, "chatlog__reply-link", "chatlog__reference-link", "chatlog__reply-content", "chatlog__reference-content");
            _quoted = link is null ? null : DiscordMarkup.Words(link);
            // scrollToMessage(event, '123')
            _replyTo = DigitsAtEnd(link?["onclick"]?.TrimEnd('\'', '"', ')', ';', ' '));
        }

        var forwarded = DiscordMarkup.First(_element, "chatlog__forwarded", "chatlog__forward");
        if (forwarded is not null)
            _quoted = DiscordMarkup.Words(DiscordMarkup.First(forwarded, "chatlog__content", "chatlog__forwarded-content") ?? forwarded);
        // What belongs to the reply or to the forwarded message is not the sender's.
        var content = Own("chatlog__content", forwarded).FirstOrDefault();
        _text = content is null ? null : DiscordMarkup.Words(content);
        _edited = DiscordMarkup.First(_element, "chatlog__edited-timestamp")?["title"];
        foreach (var attachment in _element.Descendants().Where(e => e.HasClass("chatlog__attachment") || e.HasClass("chatlog__sticker")))
        {
            if (DiscordMarkup.Address(attachment) is { } address)
                _media.Add(address);
        }

        foreach (var reaction in _element.Descendants().Where(e => e.HasClass("chatlog__reaction")))
        {
            var emoji = reaction.First(e => e.Name == "img");
            if ((emoji?["alt"] ?? reaction["title"]) is { Length: > 0 } symbol)
                _reactions.Add(new Reaction(null, symbol));
        }

        var embed = string.Join('\n', Own("chatlog__embed", forwarded).Select(DiscordMarkup.Words).Where(w => w.Length > 0));
        if (string.IsNullOrEmpty(_text) && embed.Length > 0)
            (_text, _kind) = (embed, MessageKind.Share);
        if (forwarded is not null)
            _kind = MessageKind.Share;
        else if (_media.Count > 0)
            _kind = MessageKind.Media;
    }

    private IEnumerable<MarkupElement> Own(string name, MarkupElement? other) =>
        _element.Descendants().Where(e => e.HasClass(name) && (other is null || e.Place.Offset < other.Place.Offset || e.Place.Offset >= other.Place.Offset + other.Place.Length));

    private static string? DigitsAtEnd(string? text)
    {
        var start = text?.Length ?? 0;
        while (start > 0 && char.IsAsciiDigit(text![start - 1]))
            start--;
        return text is null || start == text.Length ? null : text[start..];
    }
}
