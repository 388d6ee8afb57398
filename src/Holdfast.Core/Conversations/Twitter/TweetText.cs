using System.Text;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Twitter;

/// <summary>Gives the text of a message as its reader saw it.</summary>
internal static class TweetText
{
    // Each link is looked for in the whole text; nobody writes more of them in one message.
    private const int MostLinks = 100;

    /// <summary>Undoes the escaping of three or five characters that X applies to text.</summary>
    internal static string Unescape(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var (letter, length) = text[i] == '&' ? Entity(text.AsSpan(i)) : (text[i], 1);
            result.Append(letter);
            i += length - 1;
        }

        return result.ToString();
    }

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

    private static (char Letter, int Length) Entity(ReadOnlySpan<char> text) =>
        text.StartsWith("&amp;", StringComparison.Ordinal) ? ('&', 5)
        : text.StartsWith("&lt;", StringComparison.Ordinal) ? ('<', 4)
        : text.StartsWith("&gt;", StringComparison.Ordinal) ? ('>', 4)
        : text.StartsWith("&quot;", StringComparison.Ordinal) ? ('"', 6)
        : text.StartsWith("&#39;", StringComparison.Ordinal) ? ('\'', 5)
        : text.StartsWith("&apos;", StringComparison.Ordinal) ? ('\'', 6)
        : ('&', 1);
}
