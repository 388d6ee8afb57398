using System.Text;
using Holdfast.Conversations.Csv;
using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.CsvChat;

/// <summary>
/// Reads tables of comma-separated values that some tool wrote, when their first row names a sender, a time and a text column in
/// well-known words, and the times can be read. Anything less sure is left to the reader of plain text.
/// </summary>
internal sealed class CsvChatReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "csv-chat";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (head.Text is not { } text || text.AsSpan().TrimStart() is ['{' or '[' or '<', ..])
            return false;
        using var records = new CsvRecords(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), new ReadingOptions());
        if (!records.MoveNext() || ChatColumns.Of(records.Current) is not { } columns || !records.MoveNext())
            return false;
        var any = LearntOrder.Of([], new ReadingOptions());
        return any.Read(columns.Stamp(records.Current)).Knowledge != TimeKnowledge.None;
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            var conversation = new GatheredConversation(Format);
            try
            {
                ReadFile(file, conversation, options, problems);
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            if (conversation.Messages.Count == 0)
                problems.Report(ProblemKind.NoMessages);
            problems.Complete();
            conversation.HandOn(options, sink);
        }
    }

    private static void ReadFile(ExportFile file, GatheredConversation conversation, ReadingOptions options, ProblemLog problems)
    {
        var stamps = new List<string>();
        using (var survey = new CsvRecords(file.Open(), options))
        {
            if (survey.MoveNext() && ChatColumns.Of(survey.Current) is { } columns)
            {
                while (survey.MoveNext() && stamps.Count < 100_000)
                    stamps.Add(columns.Stamp(survey.Current));
            }
        }

        var order = LearntOrder.Of(stamps, options);
        (conversation.DateOrder, conversation.DateOrderConfidence) = (order.Order, order.Confidence);
        using var records = new CsvRecords(file.Open(), options);
        ChatColumns? found = null;
        while (records.MoveNext())
        {
            var record = records.Current;
            if (found is null)
            {
                found = ChatColumns.Of(record);
                if (found is null)
                {
                    problems.Report(ProblemKind.Damaged, record.Place);
                    break;
                }

                continue;
            }

            var at = order.Read(found.Stamp(record));
            if (record.IsBroken || at.Knowledge == TimeKnowledge.None)
                problems.Report(ProblemKind.Damaged, record.Place);
            var isMe = record[found.Sender] is "Me" or "You";
            var from = isMe ? options.Me.FirstOrDefault() ?? "Me" : record[found.Sender];
            if (isMe)
                (conversation.Owner, conversation.OwnerConfidence) = (from, 1);
            conversation.Add(new Message
            {
                At = at,
                From = from.Length > 0 ? from : null,
                Kind = from.Length > 0 ? MessageKind.Text : MessageKind.Notice,
                Text = TextLimit.Apply(record[found.Text], options, problems, record.Place),
                File = file,
                Place = record.Place,
            });
        }

        if (records.IsDamaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
        if (order.IsDoubtful && conversation.Messages.Count > 0)
            problems.Report(ProblemKind.DateOrderUnknown);
    }
}
