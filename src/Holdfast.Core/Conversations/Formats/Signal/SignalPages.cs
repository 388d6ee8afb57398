using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>
/// Reads an <c>index.html</c> of signal-export. Newer versions leave sender and time out of messages that follow within five
/// minutes: the sender goes on, the time stays unknown, because the file does not say it.
/// </summary>
internal static class SignalPages
{
    /// <summary>True for a page that signal-export made.</summary>
    internal static bool Is(string text) =>
        text.Contains("style.css", StringComparison.Ordinal) && (Has(text, "msg") || Has(text, "event call")) && (Has(text, "sender") || Has(text, "day"))
        && (text.Contains("pg0", StringComparison.Ordinal) || text.Contains("chat.js", StringComparison.Ordinal));

    /// <summary>Adds the records of a file to a conversation.</summary>
    internal static void Read(ExportFile file, ReadingOptions options, ProblemLog problems, GatheredConversation conversation)
    {
        string? from = null;
        foreach (var element in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, t => t.HasClass("msg") || t.HasClass("event")))
        {
            var at = Time(element);
            var isCall = element.HasClass("event");
            var isFollowing = element.HasClass("cont");
            if (First(element, "sender") is { } sender)
                from = SignalNames.Sender(sender.Text, options);
            if (element.HasClass("me"))
                from = SignalNames.Owner(options);
            if (at.Knowledge == TimeKnowledge.None && !isFollowing)
                problems.Report(ProblemKind.Damaged, element.Place);
            var media = Files(element);
            var words = isCall ? First(element, "text") ?? element : First(element, "body") ?? First(element, "bubble");
            var text = words?.GetText(without: e => e.HasClass("quote") || e.HasClass("reaction") || e.HasClass("reactions") || e.HasClass("time") || e.HasClass("date"));
            conversation.Add(new Message
            {
                At = at,
                // The line of a call names nobody.
                From = isCall ? null : from,
                Kind = isCall ? MessageKind.Call : element.HasClass("deleted") ? MessageKind.Deleted
                    : media.Count > 0 ? MessageKind.Media : SignalBody.KindOfWords(text ?? ""),
                Text = TextLimit.Apply(text, options, problems, element.Place),
                Quoted = First(element, "quote") is { Text.Length: > 0 } quote ? TextLimit.Apply(quote.Text, options, problems, element.Place) : null,
                Media = media,
                Reactions = [.. element.Descendants().Where(e => e.HasClass("reaction") && e.Text.Length > 0).Select(e => new Reaction(null, e.Text))],
                File = file,
                Place = element.Place,
            });
        }
    }

    private static bool Has(string text, string name) =>
        text.Contains($"class=\"{name}", StringComparison.Ordinal) || text.Contains($"class='{name}", StringComparison.Ordinal)
        || text.Contains($"class={name}", StringComparison.Ordinal);

    private static MarkupElement? First(MarkupElement within, string name) => within.First(e => e.HasClass(name));

    // A machine's time in an attribute, or date and time in elements of their own.
    private static MessageTime Time(MarkupElement element)
    {
        foreach (var part in element.Descendants())
        {
            if (MachineTime.Read(part["datetime"] ?? part["title"], isUtc: false) is { Knowledge: not TimeKnowledge.None } stated)
                return stated;
        }

        var date = First(element, "date")?.Text;
        return MachineTime.Read(date, isUtc: false) is { Knowledge: not TimeKnowledge.None } whole ? whole
            : MachineTime.Read($"{date} {First(element, "time")?.Text}", isUtc: false);
    }

    private static List<string> Files(MarkupElement element)
    {
        var result = new List<string>();
        // A page stuffed with one address after the other must not be slow.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in element.Descendants())
        {
            var address = part.Name is "img" or "audio" or "video" or "source" ? part["src"] : part.Name == "a" && part.HasClass("file") ? part["href"] : null;
            if (!string.IsNullOrEmpty(address) && seen.Add(address))
                result.Add(address);
        }

        return result;
    }
}
