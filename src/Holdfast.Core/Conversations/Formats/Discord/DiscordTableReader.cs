using Holdfast.Conversations.Csv;
using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>
/// Reads the CSV files of DiscordChatExporter. Newer versions write the date in ISO 8601, older ones as the culture of the
/// exporting computer prints it, so the order of day and month is learnt from the whole channel first.
/// </summary>
internal sealed class DiscordTableReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "discord-csv";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) =>
        head.Text is { } text && text.AsSpan().TrimStart().StartsWith("AuthorID,Author,Date,Content");

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var channel in files.GroupBy(f => DiscordFileName.Of(f).Key, StringComparer.Ordinal))
            ReadChannel([.. channel.OrderBy(f => DiscordChannelFile.PartOf(f.FileName))], options, sink);
    }

    private void ReadChannel(IReadOnlyList<ExportFile> parts, ReadingOptions options, IConversationSink sink)
    {
        var name = DiscordFileName.Of(parts[0]);
        var conversation = new GatheredConversation(Format) { Id = name.Id, Title = name.Channel };
        var order = LearntOrder.Of(parts.SelectMany(file => Stamps(file, options)), options);
        (conversation.DateOrder, conversation.DateOrderConfidence) = (order.Order, order.Confidence);
        foreach (var file in parts)
        {
            var problems = new ProblemLog(sink, file.Name);
            var before = conversation.Messages.Count;
            try
            {
                using var records = new CsvRecords(file.Open(), options);
                while (records.MoveNext())
                {
                    if (records.Current.Place.Line == 1 && records.Current[0].TrimStart('\uFEFF') == "AuthorID")
                        continue;
                    conversation.Add(Message(records.Current, order, file, options, problems));
                }

                if (records.IsDamaged)
                    problems.ReportOnce(ProblemKind.InvalidEncoding);
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            if (conversation.Messages.Count == before)
                problems.Report(ProblemKind.NoMessages);
            else if (order.IsDoubtful)
                problems.Report(ProblemKind.DateOrderUnknown);
            problems.Complete();
        }

        if (name.IsDirect)
            conversation.ConcludeOwnerFrom(name.Channel);
        conversation.HandOn(options, sink);
    }

    private static Message Message(in CsvRecord record, in LearntOrder order, ExportFile file, ReadingOptions options, ProblemLog problems)
    {
        var text = record[3];
        var at = order.Read(record[2]);
        if (record.IsBroken || record.Count < 4 || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, record.Place);
        var media = record[4].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var kind = DiscordKinds.OfWords(text);
        return new Message
        {
            At = at,
            From = record[1].Length > 0 ? record[1] : null,
            FromId = record[0].Length > 0 ? record[0] : null,
            Kind = kind == MessageKind.Text && media.Length > 0 ? MessageKind.Media : kind,
            Text = TextLimit.Apply(text, options, problems, record.Place),
            Media = media,
            Reactions = DiscordReactions.Read(record[5], ','),
            File = file,
            Place = record.Place,
        };
    }

    private static IEnumerable<string> Stamps(ExportFile file, ReadingOptions options)
    {
        CsvRecords? records = null;
        try
        {
            records = new CsvRecords(file.Open(), options);
        }
        catch (IOException)
        {
            // Reported when the file is read.
            yield break;
        }

        using (records)
        {
            while (TryMove(records))
                yield return records.Current[2];
        }
    }

    private static bool TryMove(CsvRecords records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (IOException)
        {
            return false;
        }
    }
}
