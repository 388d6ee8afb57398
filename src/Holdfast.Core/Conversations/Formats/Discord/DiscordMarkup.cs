using System.Text;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>Reads words out of the HTML of DiscordChatExporter, which keeps line ends as they were typed.</summary>
internal static class DiscordMarkup
{
    /// <summary>The text of an element: line ends kept, emoji by their names, the mark of an edit left out.</summary>
    internal static string Words(MarkupElement element)
    {
        var text = new StringBuilder();
        var open = new Stack<(MarkupElement Element, int Next)>();
        open.Push((element, 0));
        while (open.TryPop(out var top))
        {
            for (var i = top.Next; i < top.Element.Nodes.Count; i++)
            {
                var node = top.Element.Nodes[i];
                if (node.Text is { } words)
                {
                    text.Append(words);
                    continue;
                }

                var child = node.Element!;
                if (child.Name == "br")
                    text.Append('\n');
                else if (child.Name == "img")
                    text.Append(child["alt"] ?? child["title"]);
                else if (!child.HasClass("chatlog__edited-timestamp") && child.Name is not ("svg" or "script" or "style"))
                    open.Push((top.Element, i + 1));
                else
                    continue;
                if (child.Name is "br" or "img")
                    continue;
                if (child.Name is "div" or "pre" or "li" && text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
                open.Push((child, 0));
                break;
            }
        }

        return text.ToString().Trim(' ', '\n', '\r', '\t').ReplaceLineEndings("\n");
    }

    /// <summary>The first element of one of these classes, at any depth.</summary>
    internal static MarkupElement? First(MarkupElement within, params ReadOnlySpan<string> classes)
    {
        foreach (var name in classes)
        {
            if (within.First(e => e.HasClass(name)) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The address of a file: of a link, or of a picture, sound or video.</summary>
    internal static string? Address(MarkupElement element)
    {
        if (element["href"] is { Length: > 0 } own)
            return own;
        if (element.First(e => e.Name == "a" && !string.IsNullOrEmpty(e["href"])) is { } link)
            return link["href"];
        return element["src"] is { Length: > 0 } source ? source
            : element.First(e => !string.IsNullOrEmpty(e["src"]))?["src"] ?? element.First(e => !string.IsNullOrEmpty(e["data-source"]))?["data-source"];
    }
}
