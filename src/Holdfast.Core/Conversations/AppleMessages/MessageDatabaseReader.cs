using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.AppleMessages;

/// <summary>
/// Reads the database of Apple's Messages: <c>chat.db</c> of a Mac, <c>sms.db</c> of an iPhone's backup, with the write-ahead log
/// beside it when that was given too.
/// </summary>
internal sealed class MessageDatabaseReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "imessage-db";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) =>
        SqliteFile.Recognises(head, IsMessages) || SqliteWal.IsLog(head.Bytes.Span) && IsOurLog(head.File.FileName);

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var logs = files.Where(file => IsOurLog(file.FileName)).ToList();
        foreach (var file in files.Except(logs).ToList())
        {
            var log = logs.Find(l => l.Name == file.Name + "-wal" && l.Container == file.Container);
            if (log is not null)
                logs.Remove(log);
            var problems = new ProblemLog(sink, file.Name);
            using (var database = SqliteFile.Open(file, log, options, problems))
            {
                if (database?.Table("message") is { } messages)
                    new MessageDatabase(file, database, messages, options, sink, problems).Read();
                else
                    problems.Report(ProblemKind.NoMessages);
            }

            problems.Complete();
        }

        // A log holds pages, and without its database nobody can say of what.
        foreach (var log in logs)
            sink.Report(new ReadingProblem(log.Name, 0, ProblemKind.FileNotRead));
    }

    private static bool IsMessages(SqliteFile database) =>
        database.Has("message") && database.Table("message") is { } table && table.Has("handle_id") && table.Has("is_from_me") && table.Has("date");

    // A log does not say what it belongs to; its name does.
    private static bool IsOurLog(string name) =>
        name.EndsWith("chat.db-wal", StringComparison.OrdinalIgnoreCase) || name.EndsWith("sms.db-wal", StringComparison.OrdinalIgnoreCase);
}
