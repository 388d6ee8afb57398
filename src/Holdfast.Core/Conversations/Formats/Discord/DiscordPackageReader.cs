using Holdfast.Conversations.Csv;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>
/// Reads the data package that Discord itself sends ("Request all of my data"). It holds only what the owner wrote: what
/// others wrote to them is not in it, and its absence says nothing.
/// </summary>
internal sealed class DiscordPackageReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "discord-package";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => head.Text is { } text && PackageFiles.Of(text, head.File) != PackageFile.None;

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var account = new PackageAccount(Format);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var channels = new Dictionary<string, JsonChannel>(StringComparer.Ordinal);
        var messages = new List<(ExportFile File, PackageFile Kind)>();
        var others = new List<ExportFile>();
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (KindOf(file, problems) is not { } kind)
                continue;
            if (kind is PackageFile.Messages or PackageFile.Table or PackageFile.None)
                messages.Add((file, kind));
            else
                others.Add(file);
            if (kind is PackageFile.Messages or PackageFile.Table or PackageFile.None || StructuredFile.Load(file, options, problems) is not { } source)
                continue;
            if (kind == PackageFile.Account)
                account.Read(source, file, problems, sink);
            else if (kind == PackageFile.Index)
                ReadIndex(source, names);
            else
                channels[Place(file)] = JsonChannel.Read(source);
            problems.Complete();
        }

        var records = 0;
        foreach (var channel in messages.GroupBy(m => Place(m.File), StringComparer.Ordinal))
            records += ReadChannel(channel.ToList(), channels.GetValueOrDefault(channel.Key));
        if (records == 0)
        {
            foreach (var file in others)
                sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.NoMessages));
        }
        else
        {
            sink.Report(new ReadingProblem(messages[0].File.Name, 0, ProblemKind.OneSideOnly));
        }

        int ReadChannel(List<(ExportFile File, PackageFile Kind)> parts, JsonChannel? channel)
        {
            var id = channel?.Id ?? PackageFiles.ChannelId(parts[0].File);
            var conversation = new GatheredConversation(Format)
            {
                Id = id,
                Title = channel?.Name ?? (id is not null ? names.GetValueOrDefault(id) : null),
            };
            foreach (var (file, kind) in parts)
                ReadMessages(conversation, file, kind);
            // Every record is the account's own, whatever its name is.
            (conversation.Owner, conversation.OwnerConfidence) = (conversation.Names.All.FirstOrDefault(), 1);
            conversation.HandOn(options, sink);
            return conversation.Messages.Count;
        }

        void ReadMessages(GatheredConversation conversation, ExportFile file, PackageFile kind)
        {
            var problems = new ProblemLog(sink, file.Name);
            var before = conversation.Messages.Count;
            var channel = new PackageChannel(conversation, account, options);
            if (kind == PackageFile.Table)
            {
                try
                {
                    using var table = new CsvRecords(file.Open(), options);
                    channel.Read(table, file, problems);
                }
                catch (IOException)
                {
                    problems.ReportOnce(ProblemKind.CannotOpen);
                }
            }
            else if (StructuredFile.Load(file, options, problems) is { } source)
            {
                channel.Read(source, file, problems);
            }

            if (conversation.Messages.Count == before)
                problems.Report(ProblemKind.NoMessages);
            problems.Complete();
        }
    }

    // One package may come in two archives; the folder alone would mix a channel of both.
    private static string Place(ExportFile file) => $"{file.Container?.Name}\n{file.Folder}";

    private static PackageFile? KindOf(ExportFile file, ProblemLog problems)
    {
        try
        {
            var head = new byte[ExportHead.Size];
            using var stream = file.Open();
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return PackageFiles.Of(TextDecoding.DecodeHead(head.AsSpan(0, length)), file);
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
            return null;
        }
    }

    private static void ReadIndex(StructuredFile source, Dictionary<string, string> names)
    {
        var damaged = false;
        var members = JsonValue.Root(source).Members;
        while (members.MoveNext())
        {
            if (Snowflake.Is(System.Text.Encoding.ASCII.GetString(members.Name)) && members.Value.GetString(ref damaged) is { Length: > 0 } name)
                names[System.Text.Encoding.ASCII.GetString(members.Name)] = name;
        }
    }

    private sealed record JsonChannel(string? Id, string? Name)
    {
        internal static JsonChannel Read(StructuredFile source)
        {
            var damaged = false;
            var root = JsonValue.Root(source);
            return new JsonChannel(root["id"u8].GetScalar(ref damaged), root["name"u8].GetString(ref damaged));
        }

        /// <summary>Says what this is, never what it holds.</summary>
        public override string ToString() => "channel of a package";
    }
}
