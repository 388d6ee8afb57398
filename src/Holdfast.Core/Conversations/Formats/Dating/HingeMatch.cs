using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Dating;

/// <summary>Reads what happened with one person: lists of messages, likes and so on, each entry with its time.</summary>
internal sealed class HingeMatch(ExportFile file, JsonRecords walk, ReadingOptions options, ProblemLog problems)
{
    private const int Deepest = 3;

    private readonly List<Message> _messages = [];

    /// <summary>The name for the owner, which the download does not hold.</summary>
    internal static string Self(ReadingOptions options) => options.Me.Count > 0 ? options.Me[0] : "Me";

    /// <summary>All records of the element.</summary>
    internal List<Message> Read(JsonValue element)
    {
        foreach (var (name, list) in walk.Of(element))
        {
            if (list.Kind == JsonKind.Array)
                ReadList(name, list, depth: 1);
        }

        return _messages;
    }

    private void ReadList(string name, JsonValue list, int depth)
    {
        foreach (var item in walk.In(list))
            ReadEntry(name, item, depth);
    }

    private void ReadEntry(string name, JsonValue item, int depth)
    {
        var damaged = false;
        string? words = null, address = null, time = null;
        var facts = new StringBuilder(name);
        JsonValue inner = default;
        var members = item.Members;
        while (members.MoveNext())
        {
            var value = members.Value;
            if (members.IsNamed("timestamp"u8))
                time = value.GetString(ref damaged);
            else if (members.IsNamed("body"u8) || members.IsNamed("comment"u8))
                words = value.GetString(ref damaged);
            else if (members.IsNamed("url"u8))
                address = value.GetString(ref damaged);
            else if (value.Kind == JsonKind.Array)
                inner = value;
            else if (value.GetScalar(ref damaged) is { Length: > 0 and < 200 } fact && facts.Length < 2_000)
                facts.Append(facts.Length == name.Length ? ": " : "; ").Append(fact);
        }

        // A like holds the likes themselves, with what was written beside them.
        if (inner.Kind == JsonKind.Array && depth < Deepest && string.IsNullOrEmpty(words))
        {
            ReadList(name, inner, depth + 1);
            return;
        }

        var place = walk.Place(item);
        var at = MachineTime.Read(time, isUtc: false);
        if ((members.IsBroken || members.HasBrokenValue) && item.IsComplete || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        var hasWords = !string.IsNullOrEmpty(words) || name == "chats" && words is not null;
        var text = hasWords ? words : address is not null ? null : facts.ToString();
        _messages.Add(new Message
        {
            At = at,
            // A match is made by both.
            From = name == "match" ? null : Self(options),
            Kind = address is not null ? MessageKind.Media : hasWords ? MessageKind.Text : name == "chats" ? MessageKind.NotExported : MessageKind.Notice,
            Text = name == "chats" && !hasWords ? null : TextLimit.Apply(text, options, problems, place),
            Media = address is null ? [] : [address],
            File = file,
            Place = place,
        });
    }
}
