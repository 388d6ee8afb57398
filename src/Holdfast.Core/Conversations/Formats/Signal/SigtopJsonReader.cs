using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>
/// Reads the JSON files of sigtop: the rows of Signal Desktop's database as they are. They name people by number only; in a chat of
/// two the name of the file says who the other is.
/// </summary>
internal sealed class SigtopJsonReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "signal-sigtop-json";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        return text is not null && text.AsSpan().TrimStart().StartsWith('[') && Has("\"conversationId\"")
            && (Has("\"sent_at\"") || Has("\"received_at\"")) && Has("\"type\"");

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
        var damaged = false;
        var others = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<JsonValue>();
        var (fields, names) = (new JsonFields(), new JsonNames(name => name));
        string? id = null;
        foreach (var row in new JsonRecords(source, problems).In(JsonValue.Root(source)))
        {
            rows.Add(row);
            id ??= row["conversationId"u8].GetString(ref damaged);
            if (names.Get(row["type"u8], ref damaged) == "incoming" && SigtopRow.Source(row, names, ref damaged) is { } other)
                others.Add(other);
        }

        var stem = file.FileName.LastIndexOf('.') is var dot and > 0 ? file.FileName[..dot] : file.FileName;
        var named = SigtopPerson.Read(stem);
        var title = named.Id is not null || stem.EndsWith(')') ? named.Name : null;
        var owner = SignalNames.Owner(options);
        var conversation = new GatheredConversation(Format) { Id = id, Title = title, Owner = owner, OwnerConfidence = 1 };
        foreach (var row in rows)
            conversation.Add(new SigtopRow(source, file, fields, names, options, problems, owner, others.Count == 1 ? title : null).Read(row));
        if (conversation.Messages.Count == 0)
            problems.Report(ProblemKind.NoMessages);
        conversation.HandOn(options, sink);
    }
}
