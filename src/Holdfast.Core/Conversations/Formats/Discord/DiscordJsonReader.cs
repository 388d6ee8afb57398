using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>
/// Reads the JSON files of DiscordChatExporter (github.com/Tyrrrz/DiscordChatExporter), one channel a file or a channel in
/// parts. A file does not say who made it; in a chat of two it is the one whom the channel does not name.
/// </summary>
internal sealed class DiscordJsonReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "discord-json";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        return text is not null && text.AsSpan().TrimStart().StartsWith('{')
            && Has("\"guild\"") && Has("\"channel\"") && Has("\"messages\"") && (Has("\"dateRange\"") || Has("\"exportedAt\"") || Has("\"author\""));

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var surveyed = new List<DiscordChannelFile>();
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (StructuredFile.Load(file, options, problems) is { } source)
                surveyed.Add(DiscordChannelFile.Survey(file, source, problems));
        }

        foreach (var channel in surveyed.GroupBy(f => f.Key, StringComparer.Ordinal))
            ReadChannel([.. channel.OrderBy(f => f.Part)], options, sink);
    }

    private void ReadChannel(IReadOnlyList<DiscordChannelFile> parts, ReadingOptions options, IConversationSink sink)
    {
        var first = parts[0];
        var conversation = new GatheredConversation(Format) { Id = first.Id, Title = parts.Select(p => p.Name).FirstOrDefault(n => n is not null) };
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        var nicknames = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new JsonNames(name => name);
        foreach (var part in parts)
        {
            if (StructuredFile.Load(part.File, options, part.Problems) is { } source)
                ReadPart(source, part.File, part.Problems);
            part.Problems.Complete();
        }

        if (first.IsDirect)
            ConcludeOwner(conversation, nicknames);
        conversation.HandOn(options, sink);

        void ReadPart(StructuredFile source, ExportFile file, ProblemLog problems)
        {
            var count = 0;
            var records = new JsonRecords(source, problems);
            foreach (var (name, value) in records.Of(JsonValue.Root(source)))
            {
                foreach (var element in name == "messages" ? records.In(value) : [])
                    Add(element);
            }

            if (count == 0)
                problems.Report(ProblemKind.NoMessages);

            void Add(JsonValue element)
            {
                count++;
                var reader = new DiscordMessage(source, file, names, options, problems);
                var message = reader.Read(element);
                // The same message in two parts or two exports is one message; one that was edited in between is not the same.
                if (message.Id is { } id && !known.TryAdd(id, message.Text) && known[id] == message.Text)
                {
                    problems.Report(ProblemKind.Duplicate, message.Place);
                    return;
                }

                if (message.From is { } name && reader.Nickname is { Length: > 0 } nickname)
                    nicknames[name] = nickname;
                conversation.Add(message);
            }
        }
    }

    private static void ConcludeOwner(GatheredConversation conversation, Dictionary<string, string> nicknames)
    {
        conversation.ConcludeOwnerFrom(conversation.Title);
        // Newer versions name the channel by the name that is shown.
        var shown = nicknames.Where(n => n.Value == conversation.Title).Select(n => n.Key).ToList();
        if (shown.Count == 1)
            conversation.ConcludeOwnerFrom(shown[0]);
    }
}
