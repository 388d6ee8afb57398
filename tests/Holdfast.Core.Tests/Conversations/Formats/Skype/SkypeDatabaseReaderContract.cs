using Holdfast.Core.Tests.Conversations.Sqlite;

namespace Holdfast.Core.Tests.Conversations.Formats.Skype;

public sealed class SkypeDatabaseReaderContract : ExportReaderContract
{
    protected override string Format => "skype-db";

    protected override string SampleName => "main.db";

    protected override bool IsText => false;

    protected override int Messages => 2;

    protected override byte[] SampleBytes => new SqliteBuilder(512)
        .Table("CREATE TABLE Accounts (id INTEGER PRIMARY KEY, skypename TEXT, fullname TEXT)", [null, "sam.test", "Sam"])
        .Table("CREATE TABLE Messages (id INTEGER PRIMARY KEY, convo_id INT, author TEXT, timestamp INT, type INT, body_xml TEXT)",
            [null, 1, "mira.test", 1_400_000_000, 61, "are you there"],
            [null, 1, "sam.test", 1_400_000_060, 61, "yes"])
        .Build();
}
