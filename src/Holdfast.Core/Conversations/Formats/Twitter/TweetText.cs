using Holdfast.Conversations.Json;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Twitter;

/// <summary>Gives the text of a message as its reader saw it.</summary>
internal static class TweetText
{
    // Each link is looked for in the whole text; nobody writes more of them in one message.
    private const int MostLinks = 100;

    /// <summary>Undoes the escaping of the characters that mean something in HTML.</summary>
    internal static string Unescape(string text) => CharacterReferences.Decode(text, MarkupDialect.Html);

    /// <summary>Puts the address that a short <c>t.co</c> link stands for in its place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="urls">The list of links of the message.</param>
    /// <param name="damaged">Set to true when a link is not valid Unicode.</param>
    internal static string Expand(string text, JsonValue urls, ref bool damaged)
    {
        var items = urls.Items;
        for (var i = 0; i < MostLinks && items.MoveNext(); i++)
        {
            var link = items.Value["url"u8].GetString(ref damaged);
            var expanded = items.Value["expanded"u8].GetString(ref damaged);
            if (link is not { Length: > 8 } || string.IsNullOrEmpty(expanded) || !link.StartsWith("http", StringComparison.Ordinal))
                continue;
            // Each stands once in the text, so the text cannot grow beyond what the file holds.
            var at = text.IndexOf(link, StringComparison.Ordinal);
            if (at >= 0)
                text = string.Concat(text.AsSpan(0, at), expanded, text.AsSpan(at + link.Length));
        }

        return text;
    }

    /// <summary>True for a text that is nothing but a link to a post or a profile on the platform.</summary>
    internal static bool IsShared(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        foreach (var start in (ReadOnlySpan<string>)["https://twitter.com/", "https://x.com/", "https://www.twitter.com/", "https://mobile.twitter.com/"])
        {
            if (text.StartsWith(start, StringComparison.Ordinal) && text.Length > start.Length && !text.ContainsAny(' ', '\n', '\t')
                && !text.Contains("/messages/", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
