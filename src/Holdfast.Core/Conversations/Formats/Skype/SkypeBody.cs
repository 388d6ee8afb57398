using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Skype;

/// <summary>What a message of <c>main.db</c> says: its <c>body_xml</c> is markup, and a number tells its kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The words without markup.</param>
/// <param name="Quoted">The words of another message that it repeats.</param>
/// <param name="Media">Names of files.</param>
internal sealed record SkypeBody(MessageKind Kind, string? Text, string? Quoted, IReadOnlyList<string> Media)
{
    /// <summary>Reads a body.</summary>
    /// <param name="type">The column <c>type</c>.</param>
    /// <param name="body">The column <c>body_xml</c>.</param>
    /// <param name="wasEdited">True when it was changed after it was sent; one that is empty since was removed.</param>
    internal static SkypeBody Read(long type, string? body, bool wasEdited)
    {
        if (string.IsNullOrEmpty(body))
            return new SkypeBody(wasEdited ? MessageKind.Deleted : KindOf(type), Event(type), null, []);
        var markup = MarkupElement.Parse(body, MarkupDialect.Html);
        var files = markup.Descendants().Where(e => e.Name is "file" or "originalname").Select(FileName).OfType<string>().Take(100).ToList();
        // In a call, the body only lists who took part.
        var text = markup.GetText(without: e => e.Name is "quote" or "file" or "partlist");
        var quote = markup.First(e => e.Name == "quote");
        // <legacyquote> holds what old versions show in place of the marks: "[12:30:01] Tom: ".
        var quoted = quote?.GetText(without: e => e.Name == "legacyquote");
        // Who asks to be a contact mostly says something with it.
        var kind = type is 50 or 51 && text.Length > 0 ? MessageKind.Text : KindOf(type);
        return new SkypeBody(
            kind == MessageKind.Text && files.Count > 0 ? MessageKind.Media : kind,
            text.Length > 0 ? text : Event(type),
            string.IsNullOrEmpty(quoted) ? null : quoted,
            files);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "message body";

    private static string? FileName(MarkupElement element) =>
        element["v"] is { Length: > 0 } name ? name : element.Text is { Length: > 0 } text ? text : null;

    private static MessageKind KindOf(long type) => type switch
    {
        30 or 39 or 67 => MessageKind.Call,
        68 or 201 or 253 or 254 => MessageKind.Media,
        63 => MessageKind.ContactCard,
        60 or 61 or 64 => MessageKind.Text,
        0 => MessageKind.Text,
        _ => MessageKind.Notice,
    };

    private static string? Event(long type) => type switch
    {
        2 => "changed the topic",
        4 => "started a conference",
        10 => "added somebody",
        12 => "removed somebody",
        13 => "left the conversation",
        30 => "call began",
        39 => "call ended",
        50 => "asked to be a contact",
        51 => "became a contact",
        53 => "blocked",
        67 => "voicemail",
        _ => null,
    };
}
