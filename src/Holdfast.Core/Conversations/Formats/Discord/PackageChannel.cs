using Holdfast.Conversations.Csv;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>The messages of one channel of a data package. They are all the account's own.</summary>
internal sealed class PackageChannel(GatheredConversation conversation, PackageAccount account, ReadingOptions options)
{
    private readonly string _from = account.Name ?? options.Me.FirstOrDefault() ?? "Me";

    /// <summary>Reads a <c>messages.json</c>.</summary>
    internal void Read(StructuredFile source, ExportFile file, ProblemLog problems)
    {
        foreach (var element in new JsonRecords(source, problems).In(JsonValue.Root(source)))
        {
            var damaged = false;
            JsonValue id = default, time = default, contents = default, attachments = default;
            var members = element.Members;
            while (members.MoveNext())
            {
                if (members.IsNamed("ID"u8))
                    id = members.Value;
                else if (members.IsNamed("Timestamp"u8))
                    time = members.Value;
                else if (members.IsNamed("Contents"u8))
                    contents = members.Value;
                else if (members.IsNamed("Attachments"u8))
                    attachments = members.Value;
            }

            var place = source.Place(element.Start, element.End);
            if ((members.IsBroken || members.HasBrokenValue) && element.IsComplete)
                problems.Report(ProblemKind.Damaged, place);
            var text = contents.GetString(ref damaged);
            if (text is null && contents.Kind is not (JsonKind.None or JsonKind.Null))
                problems.Report(ProblemKind.UnreadableBody, place);
            Add(id.GetScalar(ref damaged), time.GetString(ref damaged), text, attachments.GetString(ref damaged), file, place, problems);
            if (damaged)
                problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        }
    }

    /// <summary>Reads a <c>messages.csv</c>, the form that packages had before 2023.</summary>
    internal void Read(CsvRecords records, ExportFile file, ProblemLog problems)
    {
        int[]? columns = null;
        while (records.MoveNext())
        {
            var record = records.Current;
            if (columns is null)
            {
                columns = [Find(record, "ID"), Find(record, "Timestamp"), Find(record, "Contents"), Find(record, "Attachments")];
                continue;
            }

            if (record.IsBroken)
                problems.Report(ProblemKind.Damaged, record.Place);
            Add(record[columns[0]], record[columns[1]], record[columns[2]], record[columns[3]], file, record.Place, problems);
        }

        if (records.IsDamaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
    }

    private void Add(string? id, string? time, string? text, string? attachments, ExportFile file, RecordPlace place, ProblemLog problems)
    {
        // The package writes UTC without saying so.
        var at = MachineTime.Read(time, isUtc: true);
        if (at.Knowledge == TimeKnowledge.None)
            at = Snowflake.TimeOf(id);
        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        var media = attachments?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        conversation.Add(new Message
        {
            At = at,
            From = _from,
            FromId = account.Id,
            Id = id,
            Kind = media.Length > 0 ? MessageKind.Media : MessageKind.Text,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = media,
            File = file,
            Place = place,
        });
    }

    private static int Find(in CsvRecord header, string name)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}
