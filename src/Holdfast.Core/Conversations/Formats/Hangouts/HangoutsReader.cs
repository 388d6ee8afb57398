using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Hangouts;

/// <summary>
/// Reads <c>Hangouts.json</c> of Google Takeout. The service has ended, the downloads remain. Each conversation says by
/// <c>self_conversation_state</c> whose download it is.
/// </summary>
internal sealed class HangoutsReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "hangouts";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        return text is not null && text.AsSpan().TrimStart().StartsWith('{') && (Has("\"conversations\"") || Has("\"conversation_state\""))
            && (Has("\"self_conversation_state\"") || Has("\"participant_data\"") || Has("\"chat_message\"")) && Has("\"conversation_id\"");

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

    private void ReadFile(ExportFile file, StructuredFile source, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var people = new HangoutsPeople();
        var found = new List<(JsonValue About, JsonValue Events)>();
        var records = new JsonRecords(source, problems);
        foreach (var (name, value) in records.Of(JsonValue.Root(source)))
        {
            foreach (var item in name is "conversations" or "conversation_state" ? records.In(value) : [])
                Find(item);
        }

        var count = 0;
        foreach (var (about, events) in found)
            count += ReadConversation(about, events);
        if (count == 0)
            problems.Report(ProblemKind.NoMessages);

        void Find(JsonValue item)
        {
            // Newer files: {conversation: {conversation_id, conversation}, events}; older: {conversation_state: {conversation, event}}.
            var state = item["conversation_state"u8];
            var about = state.Kind == JsonKind.Object ? state["conversation"u8] : item["conversation"u8]["conversation"u8];
            found.Add((about, state.Kind == JsonKind.Object ? state["event"u8] : item["events"u8]));
            people.Add(about["participant_data"u8]);
        }

        int ReadConversation(JsonValue about, JsonValue events)
        {
            var damaged = false;
            var self = about["self_conversation_state"u8];
            var owner = HangoutsPeople.Id(self["self_read_state"u8]["participant_id"u8], ref damaged);
            if (owner is not null)
                people.NameOwner(owner, options.Me.FirstOrDefault() ?? "Me");
            var conversation = new GatheredConversation(Format)
            {
                Id = about["id"u8]["id"u8].GetScalar(ref damaged) ?? about["conversation_id"u8]["id"u8].GetScalar(ref damaged),
                Folder = Folder(self),
                Owner = people.NameOf(owner),
                OwnerConfidence = owner is null ? 0 : 1,
            };
            string? other = null;
            var others = 0;
            var participants = about["participant_data"u8].Items;
            while (participants.MoveNext())
            {
                var id = HangoutsPeople.Id(participants.Value["id"u8], ref damaged);
                conversation.Names.Add(people.NameOf(id));
                (other, others) = id == owner ? (other, others) : (people.NameOf(id), others + 1);
            }

            conversation.Title = about["name"u8].GetString(ref damaged) ?? (others == 1 && owner is not null ? other : null);
            foreach (var item in records.In(events))
                conversation.Add(new HangoutsEvent(source, file, people, options, problems).Read(item));
            conversation.HandOn(options, sink);
            return conversation.Messages.Count;
        }
    }

    private static ConversationFolder Folder(JsonValue self)
    {
        var damaged = false;
        if (self["status"u8].GetString(ref damaged) == "INVITED")
            return ConversationFolder.Requests;
        var views = self["view"u8].Items;
        var isArchived = false;
        while (views.MoveNext())
        {
            if (views.Value.GetString(ref damaged) == "INBOX_VIEW")
                return ConversationFolder.Inbox;
            isArchived |= views.Value.GetString(ref damaged) == "ARCHIVED_VIEW";
        }

        return isArchived ? ConversationFolder.Archived : ConversationFolder.Inbox;
    }
}
