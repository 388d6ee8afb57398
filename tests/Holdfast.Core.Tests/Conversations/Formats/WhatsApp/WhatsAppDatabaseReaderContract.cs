using Holdfast.Core.Tests.Conversations.Sqlite;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

public sealed class WhatsAppDatabaseReaderContract : ExportReaderContract
{
    protected override string Format => "whatsapp-db";

    protected override string SampleName => "msgstore.db";

    protected override bool IsText => false;

    protected override int Messages => 2;

    protected override byte[] SampleBytes => new SqliteBuilder(512)
        .Table("CREATE TABLE jid (_id INTEGER PRIMARY KEY, raw_string TEXT)", [null, "447700900123@s.whatsapp.net"])
        .Table("CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, subject TEXT)", [null, 1, null])
        .Table("CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INT, from_me INT, key_id TEXT, timestamp INT, message_type INT, text_data TEXT)",
            [null, 1, 0, "A", 1_709_280_000_000, 0, "are you there"],
            [null, 1, 1, "B", 1_709_280_060_000, 0, "yes"])
        .Build();
}
