namespace Holdfast.Conversations.Formats.TikTok;

/// <summary>One chat of a TikTok download.</summary>
/// <param name="partner">The other person, or the name of the group, as the heading has it.</param>
/// <param name="isGroup">True when it is a group.</param>
internal sealed class TikTokChat(string partner, bool isGroup)
{
    private const string HeadingStart = "Chat History with ";

    private readonly List<Message> _messages = [];

    /// <summary>The other person, or the name of the group.</summary>
    internal string Partner => partner;

    /// <summary>Who speaks in it.</summary>
    internal NamesSeen Names { get; } = new();

    /// <summary>The name in a heading such as <c>Chat History with mira:</c>.</summary>
    internal static string PartnerOf(string heading) =>
        (heading.StartsWith(HeadingStart, StringComparison.Ordinal) ? heading[HeadingStart.Length..] : heading).TrimEnd(':', ' ');

    /// <summary>True for the heading of a chat with one person.</summary>
    internal static bool IsHeading(string name) => name.StartsWith(HeadingStart, StringComparison.Ordinal);

    /// <summary>What a body is: shared videos and profiles come as nothing but a link, stickers as a word in brackets.</summary>
    internal static MessageKind KindOf(string? text)
    {
        if (text is null)
            return MessageKind.NotExported;
        if (text is "[Sticker]" or "[Photo]" or "[Image]" or "[Video]" or "[Voice message]")
            return MessageKind.Media;
        return IsLink(text.AsSpan().Trim()) ? MessageKind.Share : MessageKind.Text;
    }

    /// <summary>Adds the next message of the file.</summary>
    internal void Add(Message message)
    {
        _messages.Add(message);
        Names.Add(message.From);
    }

    /// <summary>Pushes the chat to the sink, oldest message first.</summary>
    /// <param name="format">Stable name of the format.</param>
    /// <param name="owner">Whose download it is, and how sure that is.</param>
    /// <param name="options">What the person said.</param>
    /// <param name="sink">Receives the chat.</param>
    internal void HandOn(string format, (string? Name, double Confidence) owner, ReadingOptions options, IConversationSink sink)
    {
        if (_messages.Count == 0)
            return;
        MessageOrder.OldestFirst(_messages);
        if (!isGroup)
            Names.Add(partner);
        var me = Names.SaidToBeMe(options);
        sink.Begin(new ConversationHeader(format) { Title = partner, Id = partner, Owner = me ?? owner.Name });
        foreach (var message in _messages)
            sink.Add(message);
        // The list of names is in order of time, which the file need not be.
        var names = new NamesSeen();
        foreach (var message in _messages)
            names.Add(message.From);
        foreach (var name in Names.All)
            names.Add(name);
        sink.End(new ConversationFooter { Participants = names.All, OwnerConfidence = me is not null ? 1 : owner.Confidence });
    }

    private static bool IsLink(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("https://", StringComparison.Ordinal) || text.ContainsAny(' ', '\n', '\t'))
            return false;
        var host = text["https://".Length..];
        var end = host.IndexOf('/');
        host = end < 0 ? host : host[..end];
        return host is "tiktok.com" or "tiktokv.com" || host.EndsWith(".tiktok.com", StringComparison.Ordinal)
            || host.EndsWith(".tiktokv.com", StringComparison.Ordinal);
    }
}
