using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>What hangs on a message of a Telegram page: a file, a call, a contact card, a place, a poll.</summary>
internal sealed class TelegramHtmlMedia
{
    internal TelegramHtmlMedia(MarkupElement wrap)
    {
        var inner = wrap.Children.FirstOrDefault() ?? wrap;
        Title = Part(inner, "title");
        var status = Part(inner, "status");
        var all = string.Join(", ", new[] { Title, Part(inner, "description"), status }.Where(p => p is not null));
        var words = all.Length > 0 ? all : null;
        var link = inner.Name == "a" ? inner["href"] : inner.First(e => e.Name == "a")?["href"];
        Files = link is { Length: > 0 } ? [link] : [];
        if (inner.HasClass("media_call"))
        {
            (Kind, Words) = (MessageKind.Call, words);
            IsOutgoing = status is null ? null : FirstWord(status) switch
            {
                "Outgoing" or "Cancelled" => true,
                "Incoming" or "Missed" or "Declined" => false,
                _ => null,
            };
        }
        else if (inner.HasClass("media_contact"))
        {
            (Kind, Words) = (MessageKind.ContactCard, words);
        }
        else if (inner.HasClass("media_location") || inner.HasClass("media_live_location") || inner.HasClass("media_venue")
            || inner.HasClass("media_game") || inner.HasClass("media_invoice"))
        {
            (Kind, Words) = (MessageKind.Share, words);
        }
        else if (inner.HasClass("media_poll"))
        {
            (Kind, Words) = (MessageKind.Text, inner.Text);
        }
        else if (Title?.StartsWith("Self-destructing", StringComparison.Ordinal) == true && Files.Count == 0)
        {
            (Kind, Words) = (MessageKind.Expired, words);
        }
        else
        {
            // A file that the export leaves out has a title ("Photo", or its name) and no link.
            Kind = MessageKind.Media;
            if (Files.Count == 0 && (Title ?? words) is { } named)
                Files = [named];
        }
    }

    internal MessageKind Kind { get; }

    /// <summary>The name of the file, of the contact, of the person who was called.</summary>
    internal string? Title { get; }

    /// <summary>What it says where it is no file.</summary>
    internal string? Words { get; }

    /// <summary>Path of the file, or the link.</summary>
    internal IReadOnlyList<string> Files { get; }

    /// <summary>For a call whose direction is stated: whether the owner made it.</summary>
    internal bool? IsOutgoing { get; }

    private static string? Part(MarkupElement element, string name) =>
        element.First(e => e.HasClass(name))?.Text is { Length: > 0 } text ? text : null;

    private static string FirstWord(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var i and > 0 ? text[..i] : text;
}
