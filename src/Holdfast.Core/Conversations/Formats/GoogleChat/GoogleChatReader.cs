using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.GoogleChat;

/// <summary>
/// Reads Google Chat out of Google Takeout: for each conversation a folder with <c>messages.json</c> and
/// <c>group_info.json</c>, and a <c>user_info.json</c> that says whose download it is.
/// </summary>
internal sealed class GoogleChatReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "google-chat";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('{'))
            return false;
        return Has("\"messages\"") && Has("\"creator\"") && (Has("\"created_date\"") || Has("\"message_state\"") || Has("\"topic_id\""))
            || Has("\"membership_info\"") && Has("\"user\"")
            || Has("\"members\"") && Has("\"user_type\"") && !Has("\"messages\"");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var owners = new List<ChatPerson>();
        var groups = new Dictionary<string, ChatGroup>(StringComparer.Ordinal);
        var conversations = new List<(ExportFile File, ProblemLog Problems)>();
        var others = new List<ExportFile>();
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (StructuredFile.Load(file, options, problems) is not { } source)
                continue;
            var root = JsonValue.Root(source);
            var damaged = false;
            if (root["user"u8] is { Kind: JsonKind.Object } user)
                owners.Add(ChatPerson.Read(user, new JsonNames(name => name), ref damaged));
            else if (root["members"u8].Kind == JsonKind.Array)
                groups[Place(file)] = ChatGroup.Read(source);
            else
                conversations.Add((file, problems));
            if (conversations.Count == 0 || conversations[^1].File != file)
                others.Add(file);
        }

        var shared = Shared(groups);
        foreach (var (file, problems) in conversations)
            ReadConversation(file, problems, groups.GetValueOrDefault(Place(file)), owners, shared, options, sink);
        if (conversations.Count == 0)
        {
            foreach (var file in others)
                sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.NoMessages));
        }
    }

    private void ReadConversation(
        ExportFile file, ProblemLog problems, ChatGroup? group, List<ChatPerson> owners, ChatPerson? shared, ReadingOptions options, IConversationSink sink)
    {
        var members = group?.Members ?? [];
        var conversation = new GatheredConversation(Format) { Id = Folder(file) };
        foreach (var member in members)
            conversation.Names.Add(member.Name ?? member.Email);
        if (StructuredFile.Load(file, options, problems) is { } source)
        {
            var records = new JsonRecords(source, problems);
            var names = new JsonNames(name => name);
            foreach (var (name, value) in records.Of(JsonValue.Root(source)))
            {
                foreach (var element in name == "messages" ? records.In(value) : [])
                    conversation.Add(new ChatMessage(source, file, names, options, problems).Read(element));
            }
        }

        if (conversation.Messages.Count == 0)
            problems.Report(ProblemKind.NoMessages);
        problems.Complete();

        var owner = owners.Find(o => members.Any(o.Is)) ?? owners.Find(o => conversation.Messages.Any(m => o.Is(new ChatPerson(m.From, m.FromId))))
            ?? owners.FirstOrDefault();
        conversation.OwnerConfidence = owner is not null ? 1 : shared is not null ? ChatOwner.FromAllChats : 0;
        owner ??= shared;
        if (owner is not null)
        {
            // As the messages spell it, if it wrote any.
            conversation.Owner = conversation.Messages.FirstOrDefault(m => owner.Is(new ChatPerson(m.From, m.FromId)))?.From ?? owner.Name ?? owner.Email;
        }

        conversation.Title = group?.Name ?? (members is [var a, var b] && owner is not null ? (owner.Is(a) ? b : owner.Is(b) ? a : null)?.Name : null);
        conversation.HandOn(options, sink);
    }

    // The one account that all conversations have in common.
    private static ChatPerson? Shared(Dictionary<string, ChatGroup> groups)
    {
        if (groups.Count < 2)
            return null;
        var shared = groups.Values.First().Members.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups.Values)
            shared.IntersectWith(group.Members.Select(m => m.Key));
        return shared.Count == 1 ? groups.Values.First().Members.First(m => shared.Contains(m.Key)) : null;
    }

    private static string? Folder(ExportFile file)
    {
        var name = file.Folder[(file.Folder.LastIndexOf('/') + 1)..];
        return name.Length > 0 ? name : null;
    }

    private static string Place(ExportFile file) => $"{file.Container?.Name}\n{file.Folder}";
}
