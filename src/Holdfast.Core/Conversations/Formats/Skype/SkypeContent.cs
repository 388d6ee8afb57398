using System.Globalization;
using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Skype;

/// <summary>
/// The content of a Skype message, which is text with tags: styles, smileys, the words of another message in
/// <c>&lt;quote&gt;</c>, files in <c>&lt;URIObject&gt;</c>, calls in <c>&lt;partlist&gt;</c>, the mark of an edit in <c>&lt;e_m&gt;</c>.
/// </summary>
internal sealed class SkypeContent
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _quoted = new();
    private readonly List<string> _media = [];

    private SkypeContent()
    {
    }

    /// <summary>The sender's own words.</summary>
    internal string Text => _text.ToString().Trim('\n', '\r');

    /// <summary>The words of the quoted messages, or null.</summary>
    internal string? Quoted { get; private set; }

    /// <summary>The number of the quoted message.</summary>
    internal string? QuotedId { get; private set; }

    /// <summary>Names or addresses of files.</summary>
    internal IReadOnlyList<string> Media => _media;

    /// <summary>When it was edited.</summary>
    internal MessageTime EditedAt { get; private set; }

    /// <summary>True when it lists the parties of a call.</summary>
    internal bool IsCall { get; private set; }

    /// <summary>True when it holds the card of a contact.</summary>
    internal bool IsContact { get; private set; }

    /// <summary>True when it shares a place.</summary>
    internal bool IsPlace { get; private set; }

    /// <summary>Reads a content.</summary>
    internal static SkypeContent Read(string content)
    {
        var result = new SkypeContent();
        if (content.Contains('<', StringComparison.Ordinal))
            result.Add(MarkupElement.Parse(content, MarkupDialect.Xml));
        else
            result._text.Append(CharacterReferences.Decode(content, MarkupDialect.Xml));
        if (result._quoted.Length > 0)
            result.Quoted = result._quoted.ToString().Trim('\n', '\r');
        return result;
    }

    // The elements in reading order, without recursion: tags may be nested as deep as somebody likes.
    private void Add(MarkupElement root)
    {
        var open = new Stack<(MarkupElement Element, int Next, bool InQuote)>();
        open.Push((root, 0, false));
        while (open.TryPop(out var top))
        {
            for (var i = top.Next; i < top.Element.Nodes.Count; i++)
            {
                var node = top.Element.Nodes[i];
                if (node.Text is { } text)
                {
                    (top.InQuote ? _quoted : _text).Append(text);
                    continue;
                }

                open.Push((top.Element, i + 1, top.InQuote));
                if (!TakeWhole(node.Element!, top.InQuote))
                    open.Push((node.Element!, 0, top.InQuote || node.Element!.Name == "quote"));
                break;
            }
        }
    }

    /// <summary>Takes an element that is no running text; false when its text is read in place.</summary>
    private bool TakeWhole(MarkupElement element, bool inQuote)
    {
        switch (element.Name)
        {
            case "e_m":
                EditedAt = MachineTime.FromEpoch(Number(element["ts_ms"]) ?? Number(element["ts"]) * 1000);
                return true;
            // "[12:01] name: " and the line after, for programs that do not know quotes.
            case "legacyquote":
                return true;
            case "quote":
                QuotedId ??= element["messageid"];
                if (_quoted.Length > 0)
                    _quoted.Append('\n');
                return false;
            case "br":
                (inQuote ? _quoted : _text).Append('\n');
                return true;
            case "URIObject" or "uriobject" or "Video" or "Audio":
                TakeFile(element);
                return true;
            case "partlist":
                TakeCall(element);
                return true;
            case "contacts":
                TakeContacts(element);
                return true;
            case "location":
                IsPlace = true;
                AppendLine(element["address"]);
                AppendLine(element.First(e => e.Name == "a")?["href"]);
                return true;
            case "ended" or "started" or "missed":
                IsCall = true;
                return false;
            default:
                return false;
        }
    }

    private void TakeFile(MarkupElement file)
    {
        var name = file.First(e => e.Name is "OriginalName" or "originalname")?["v"];
        if ((string.IsNullOrEmpty(name) ? file["uri"] ?? file["url_thumbnail"] : name) is { Length: > 0 } found)
            _media.Add(found);
        // Inside stand the same address for other programs, and what somebody wrote below the picture.
        if (file.First(e => e.Name is "Description" or "description")?.Text is { Length: > 0 } caption)
            AppendLine(caption);
    }

    private void TakeCall(MarkupElement call)
    {
        IsCall = true;
        AppendLine(call["type"]);
        foreach (var part in call.Children.Where(c => c.Name == "part"))
        {
            var name = part.First(e => e.Name is "name" or "displayName")?.Text;
            var seconds = part.First(e => e.Name == "duration")?.Text;
            var line = string.IsNullOrEmpty(name) ? part["identity"] : name;
            if (!string.IsNullOrEmpty(line))
                AppendLine(string.IsNullOrEmpty(seconds) ? line : $"{line}: {seconds} s");
        }
    }

    private void TakeContacts(MarkupElement contacts)
    {
        IsContact = true;
        foreach (var contact in contacts.Children)
            AppendLine(string.Join(' ', new[] { contact["f"], contact["s"], contact["p"] }.Where(v => !string.IsNullOrEmpty(v))));
    }

    private void AppendLine(string? line)
    {
        if (!string.IsNullOrEmpty(line))
            _text.Append(_text.Length > 0 ? "\n" : "").Append(line);
    }

    private static long? Number(string? digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < long.MaxValue / 1000 ? value : null;
}
