using Holdfast.Core.Tests.Conversations.Sqlite;

namespace Holdfast.Core.Tests.Conversations.Formats.AppleMessages;

public sealed class MessageDatabaseReaderContract : ExportReaderContract
{
    protected override string Format => "imessage-db";

    protected override string SampleName => "chat.db";

    protected override bool IsText => false;

    protected override int Messages => 3;

    protected override byte[] SampleBytes => new SqliteBuilder(512)
        .Numbered("CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT)", (7, [null, "+447700900123"]))
        .Table("CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INT, date INT, is_from_me INT)",
            [null, "A", "are you there", 7, 700_000_000_000_000_000, 0],
            [null, "B", "yes", 7, 700_000_060_000_000_000, 1],
            [null, "C", "good", 7, 700_000_120_000_000_000, 0])
        .Build();
}
