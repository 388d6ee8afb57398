using System.Text;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>The words and pictures of an embed: the preview of a link, or what a bot lays out.</summary>
internal static class DiscordEmbed
{
    /// <summary>Appends author, address, title, description, fields and footer, one a line, each once.</summary>
    internal static void AppendWords(JsonValue embed, StringBuilder words, ref bool damaged)
    {
        Append(embed["author"u8]["name"u8].GetString(ref damaged), words);
        Append(embed["url"u8].GetString(ref damaged), words);
        Append(embed["title"u8].GetString(ref damaged), words);
        Append(embed["description"u8].GetString(ref damaged), words);
        var fields = embed["fields"u8].Items;
        while (fields.MoveNext())
        {
            Append(fields.Value["name"u8].GetString(ref damaged), words);
            Append(fields.Value["value"u8].GetString(ref damaged), words);
        }

        Append(embed["footer"u8]["text"u8].GetString(ref damaged), words);
    }

    /// <summary>True when the embed only shows the page behind a link that stands in the text.</summary>
    internal static bool IsPreviewOf(JsonValue embed, string? text, ref bool damaged) =>
        embed["url"u8].GetString(ref damaged) is { Length: > 0 } url && text is not null && text.Contains(url, StringComparison.Ordinal);

    private static void Append(string? line, StringBuilder words)
    {
        if (!string.IsNullOrWhiteSpace(line))
            words.Append(words.Length > 0 ? "\n" : "").Append(line);
    }
}
