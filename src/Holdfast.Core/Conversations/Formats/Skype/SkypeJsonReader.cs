using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Skype;

/// <summary>
/// Reads <c>messages.json</c> of Skype's export. The service has ended, the exports remain. Conversations without a display name
/// are kept: callers who were blocked or never accepted look like that.
/// </summary>
internal sealed class SkypeJsonReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "skype-json";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        return text is not null && text.AsSpan().TrimStart().StartsWith('{') && Has("\"userId\"")
            && (Has("\"conversations\"") && (Has("\"MessageList\"") || Has("\"exportDate\"")) || IsDevices(text));

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

    // The list of the owner's devices lies beside the messages.
    private static bool IsDevices(string text) =>
        text.Contains("\"endpoints\"", StringComparison.Ordinal) && !text.Contains("\"conversations\"", StringComparison.Ordinal);

    private void ReadFile(ExportFile file, StructuredFile source, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var damaged = false;
        string? owner = null;
        var conversations = new List<JsonValue>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var isDevices = false;
        var records = new JsonRecords(source, problems);
        foreach (var (name, value) in records.Of(JsonValue.Root(source)))
        {
            if (name == "userId")
                owner = value.GetString(ref damaged);
            isDevices |= name == "endpoints";
            if (name == "conversations")
                conversations.AddRange(records.In(value));
        }

        foreach (var conversation in conversations)
            LearnNames(conversation, names);
        var count = 0;
        foreach (var conversation in conversations)
            count += ReadConversation(conversation);
        if (count == 0)
            problems.Report(isDevices && conversations.Count == 0 ? ProblemKind.FileNotRead : ProblemKind.NoMessages);

        int ReadConversation(JsonValue item)
        {
            var ignored = false;
            var id = item["id"u8].GetString(ref ignored);
            var title = item["displayName"u8].GetString(ref ignored);
            var conversation = new GatheredConversation(Format) { Id = id, Title = title };
            foreach (var element in records.In(item["MessageList"u8]))
                conversation.Add(new SkypeMessage(source, file, names, options, problems).Read(element));
            if (owner is not null)
            {
                conversation.Owner = conversation.Messages.FirstOrDefault(m => m.FromId is { } from && IsSame(from, owner))?.From ?? names.GetValueOrDefault($"8:{owner}", owner);
                conversation.OwnerConfidence = 1;
            }

            conversation.HandOn(options, sink);
            var about = item["properties"u8];
            if (about["conversationblocked"u8].IsTrue)
            {
                sink.Add(new Contact
                {
                    Format = Format,
                    Relation = ContactRelation.Blocked,
                    Name = title,
                    Id = id,
                    File = file,
                    Place = source.Place(about.Start, about.End),
                });
            }

            return conversation.Messages.Count;
        }
    }

    // Messages name their sender only sometimes; the number is always there.
    private static void LearnNames(JsonValue conversation, Dictionary<string, string> names)
    {
        var damaged = false;
        var items = conversation["MessageList"u8].Items;
        while (items.MoveNext())
        {
            if (items.Value["displayName"u8].GetString(ref damaged) is { Length: > 0 } name && items.Value["from"u8].GetString(ref damaged) is { } from)
                names.TryAdd(from, name);
        }
    }

    // "8:live:name" in messages, with or without "8:" as the owner.
    private static bool IsSame(string account, string owner) => Bare(account).SequenceEqual(Bare(owner));

    private static ReadOnlySpan<char> Bare(string account) => account.StartsWith("8:", StringComparison.Ordinal) ? account.AsSpan(2) : account;
}
