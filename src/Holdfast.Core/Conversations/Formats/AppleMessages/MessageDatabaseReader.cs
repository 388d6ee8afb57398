using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// Reads the database of Apple's Messages: <c>chat.db</c> of a Mac, <c>sms.db</c> of an iPhone's backup, with the write-ahead log
/// beside it when that was given too.
/// </summary>
internal sealed class MessageDatabaseReader : IExportReader
{
    private static readonly string[] Names = ["chat.db", "sms.db"];

    /// <inheritdoc/>
    public string Format => "imessage-db";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => SqliteFile.Recognises(head, IsMessages) || SqliteInputs.IsLog(head, Names);

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink) =>
        SqliteInputs.ReadEach(files, Names, options, sink, (file, database, problems) =>
        {
            if (database.Table("message") is { } messages)
                new MessageDatabase(file, database, messages, options, sink, problems).Read();
            else
                problems.Report(ProblemKind.NoMessages);
        });

    private static bool IsMessages(SqliteFile database) =>
        database.Has("message") && database.Table("message") is { } table && table.Has("handle_id") && table.Has("is_from_me") && table.Has("date");
}
