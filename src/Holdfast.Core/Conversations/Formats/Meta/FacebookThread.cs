using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>One conversation of an old Facebook download: the words of a message stand behind its heading, not in it.</summary>
/// <param name="members">The line that lists the members.</param>
internal sealed class FacebookThread(string members)
{
    private const int LongestMembers = 1 << 16;

    /// <summary>The listed members; of those who have left Facebook, a number.</summary>
    internal IReadOnlyList<string> Listed { get; } = MetaLines.Shared.Participants(members)
        ?? [.. members.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The messages in file order.</summary>
    internal List<Message> Messages { get; } = [];

    /// <summary>The line before the first message that lists the members; empty when there is none.</summary>
    internal static string MembersIn(MarkupElement thread)
    {
        var line = new StringBuilder();
        foreach (var (text, element) in thread.Nodes)
        {
            if (element is not null && IsMessage(element) || line.Length > LongestMembers)
                break;
            // A heading ("Conversation with …") may stand before the line.
            var words = text ?? (element!.Name is "h1" or "h2" or "h3" ? null : element.Text);
            line.Append(words);
        }

        return line.ToString().Trim();
    }

    /// <summary>Reads the messages of a block; false when it has none.</summary>
    internal bool Read(MarkupElement thread, ExportFile file, ReadingOptions options, ProblemLog problems)
    {
        MarkupElement? head = null;
        List<MarkupElement> bodies = [];
        var before = Messages.Count;
        foreach (var child in thread.Children)
        {
            if (!IsMessage(child))
            {
                bodies.Add(child);
                continue;
            }

            Finish();
            head = child;
        }

        Finish();
        return Messages.Count > before;

        void Finish()
        {
            if (head is not null)
                Messages.Add(Read(head, bodies, file, options, problems));
            bodies = [];
        }
    }

    private static bool IsMessage(MarkupElement element) => element.HasClass("message");

    private static Message Read(MarkupElement head, List<MarkupElement> bodies, ExportFile file, ReadingOptions options, ProblemLog problems)
    {
        var last = bodies.Count > 0 ? bodies[^1].Place : head.Place;
        var place = new RecordPlace(head.Place.Offset, last.Offset + last.Length - head.Place.Offset, 0);
        var isAmbiguous = false;
        var meta = head.First(e => e.HasClass("meta"))?.Text;
        var at = meta is null ? null : WrittenDate.Read(meta, options.DateOrder, out isAmbiguous);
        if (at is null)
            problems.Report(isAmbiguous ? ProblemKind.DateOrderUnknown : ProblemKind.Damaged, place);
        // Some years wrote the words into the box of the message.
        var inside = head.GetText(withImages: false, without: e => e.HasClass("message_header"));
        var texts = bodies.Select(b => b.Text).Prepend(inside).Where(t => t.Length > 0).ToList();
        var media = bodies.Prepend(head).SelectMany(b => b.Descendants()).Select(Path).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var text = texts.Count > 0 ? string.Join('\n', texts) : null;
        var from = head.First(e => e.HasClass("user"))?.Text;
        return new Message
        {
            At = at ?? MessageTime.None,
            From = string.IsNullOrEmpty(from) ? null : from,
            Kind = media.Count > 0 ? MessageKind.Media
                // Stickers and attachments of those years were left out.
                : text is null ? MessageKind.NotExported
                : PlatformLine.IsCall(text, from) ? MessageKind.Call
                : MessageKind.Text,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = media,
            File = file,
            Place = place,
        };
    }

    private static string? Path(MarkupElement element)
    {
        var path = element.Name switch { "img" or "video" or "audio" or "source" => element["src"], "a" => element["href"], _ => null };
        return string.IsNullOrEmpty(path) || path.StartsWith("data:", StringComparison.Ordinal)
            || element.Name == "a" && path.Contains("://", StringComparison.Ordinal) ? null : path;
    }
}
