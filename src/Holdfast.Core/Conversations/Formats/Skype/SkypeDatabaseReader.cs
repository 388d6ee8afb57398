using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.Skype;

/// <summary>
/// Reads <c>main.db</c>, in which Skype kept its messages on computers until version 8: the tables <c>Messages</c>,
/// <c>Conversations</c> and <c>Accounts</c>.
/// </summary>
internal sealed class SkypeDatabaseReader : IExportReader
{
    private static readonly string[] Names = ["main.db"];

    /// <inheritdoc/>
    public string Format => "skype-db";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => SqliteFile.Recognises(head, IsSkype) || SqliteInputs.IsLog(head, Names);

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink) =>
        SqliteInputs.ReadEach(files, Names, options, sink, (file, database, problems) =>
        {
            if (database.Table("Messages") is { } messages)
                new SkypeStore(file, database, messages, options, sink, problems).Read();
            else
                problems.Report(ProblemKind.NoMessages);
        });

    private static bool IsSkype(SqliteFile database) =>
        database.Has("Messages") && database.Table("Messages") is { } table && table.Has("convo_id") && table.Has("body_xml") && table.Has("author");
}
