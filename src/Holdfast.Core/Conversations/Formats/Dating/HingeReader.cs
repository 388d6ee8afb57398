using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Dating;

/// <summary>
/// Reads Hinge's <c>matches.json</c>: for each person what the owner wrote, sent as a voice note, liked or blocked. It names
/// nobody, and what others wrote is not in it.
/// </summary>
internal sealed class HingeReader : IExportReader
{
    internal const string FormatName = "hinge-json";

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('[') || !Has("\"timestamp\""))
            return false;
        return Has("\"chats\"") && Has("\"body\"") || Has("\"match\"") && (Has("\"like\"") || Has("\"block\"") || Has("\"we_met\""))
            || Has("\"block\"") && Has("\"block_type\"");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (StructuredFile.Load(file, options, problems) is { } source)
                ReadFile(file, source, options, sink, problems);
            problems.Complete();
        }
    }

    private static void ReadFile(ExportFile file, StructuredFile source, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var walk = new JsonRecords(source, problems);
        var silent = new List<Message>();
        var records = 0L;
        foreach (var item in walk.In(JsonValue.Root(source)))
        {
            var messages = new HingeMatch(file, walk, options, problems).Read(item);
            records += messages.Count;
            // A download has thousands of likes that came to nothing; they are one list of notices, not conversations.
            if (messages.TrueForAll(message => message.Kind == MessageKind.Notice))
                silent.AddRange(messages);
            else
                HandOn(messages);
        }

        HandOn(silent);
        problems.Report(records == 0 ? ProblemKind.NoMessages : ProblemKind.OneSideOnly);

        void HandOn(List<Message> messages)
        {
            if (messages.Count == 0)
                return;
            MessageOrder.OldestFirst(messages);
            var self = HingeMatch.Self(options);
            sink.Begin(new ConversationHeader(FormatName) { Owner = self });
            foreach (var message in messages)
                sink.Add(message);
            sink.End(new ConversationFooter { Participants = [self], OwnerConfidence = 1 });
        }
    }
}
