using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>Gathers the conversations, calls and contact lists of one Snapchat account from its files.</summary>
internal sealed class SnapchatExport(SnapchatAccount account, ReadingOptions options, IConversationSink sink)
{
    private readonly Dictionary<string, SnapchatThread> _threads = new(StringComparer.Ordinal);
    private readonly List<SnapchatThread> _order = [];
    private readonly SnapchatCalls _calls = new();

    /// <summary>True when a file tells only whose download it is.</summary>
    internal static bool IsAccount(StructuredFile source) => JsonValue.Root(source)["Basic Information"u8].Kind == JsonKind.Object;

    /// <summary>Takes in one file and returns how many records it holds.</summary>
    internal long Read(ExportFile file, StructuredFile source, ProblemLog problems)
    {
        var walk = new JsonRecords(source, problems);
        var records = 0L;
        foreach (var (name, value) in walk.Of(JsonValue.Root(source)))
        {
            if (value.Kind == JsonKind.Array)
                records += ReadList(name, value);
            else if (value.Kind == JsonKind.Object && name != "Basic Information")
            {
                foreach (var (inner, list) in walk.Of(value))
                    records += list.Kind == JsonKind.Array ? ReadList(inner, list) : 0;
            }
        }

        return records;

        long ReadList(string name, JsonValue list)
        {
            var count = 0L;
            foreach (var item in walk.In(list))
            {
                count++;
                if (item["Media Type"u8].Kind != JsonKind.None)
                    AddMessage(name, item, file, source, problems);
                else if (item["Date & Time"u8].Kind != JsonKind.None)
                    AddCall(name, item, file, walk.Place(item), problems);
                else if (SnapchatLists.Relation(name) is { } relation)
                    sink.Add(SnapchatLists.Read(item, relation, file, walk.Place(item)));
                else if (item["From"u8].Kind == JsonKind.String || item["To"u8].Kind == JsonKind.String)
                    AddMessage(name, item, file, source, problems);
                else
                    problems.Report(ProblemKind.UnreadableBody, walk.Place(item));
            }

            return count;
        }
    }

    /// <summary>Pushes everything that was gathered to the sink.</summary>
    internal void HandOn()
    {
        foreach (var thread in _order)
            thread.HandOn(sink, account, options);
        _calls.HandOn(sink, account.Owner);
    }

    private void AddMessage(string name, JsonValue item, ExportFile file, StructuredFile source, ProblemLog problems)
    {
        var record = new SnapchatRecord(source, file, options, problems);
        record.Read(item);
        var isSection = name.EndsWith(" History", StringComparison.Ordinal);
        var isSent = isSection && name.StartsWith("Sent ", StringComparison.Ordinal);
        var isReceived = isSection && name.StartsWith("Received ", StringComparison.Ordinal);
        string? key = name, sender = record.From;
        if (isSent || isReceived)
        {
            // Before 2024 one list holds all that was sent, another all that came in; each record names only the other side.
            key = isReceived ? record.From : record.To ?? (record.From == account.Owner ? null : record.From);
            sender = isReceived ? record.From : account.Self(options);
        }
        else if (sender is null)
        {
            sender = record.IsSender switch { true => account.Self(options), false => name, null => null };
        }

        var thread = Thread(key);
        thread.GroupTitle ??= record.Title;
        if (!thread.Add(record.ToMessage(item, sender, account.IdOf(sender)), record.Type))
            problems.Report(ProblemKind.Duplicate, source.Place(item.Start, item.End));
    }

    private void AddCall(string list, JsonValue item, ExportFile file, RecordPlace place, ProblemLog problems) =>
        _calls.Add(list, item, list.StartsWith("Outgoing", StringComparison.Ordinal) ? account.Self(options) : null, file, place, problems);

    private SnapchatThread Thread(string? key)
    {
        if (!_threads.TryGetValue(key ?? "", out var thread))
        {
            _threads.Add(key ?? "", thread = new SnapchatThread(string.IsNullOrEmpty(key) ? null : key));
            _order.Add(thread);
        }

        return thread;
    }

    /// <summary>True for the lists of before 2024, which hold the records of all conversations in one direction.</summary>
    internal static bool IsSection(ReadOnlySpan<byte> name) =>
        (name.StartsWith("Sent "u8) || name.StartsWith("Received "u8)) && name.EndsWith(" History"u8);
}
