using Holdfast.Conversations;
using Holdfast.Conversations.Formats.WhatsApp;
using Holdfast.Core.Tests.Conversations.Sqlite;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

public sealed class WhatsAppDatabaseReaderTests
{
    private const string Messages =
        "CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INT, from_me INT, key_id TEXT, timestamp INT, message_type INT, text_data TEXT)";

    private static readonly WhatsAppDatabaseReader Reader = new();

    [Fact]
    public void The_database_of_another_program_is_not_claimed()
    {
        Assert.False(Recognises(new SqliteBuilder().Table("CREATE TABLE message (id INTEGER PRIMARY KEY, text TEXT)", [null, "x"]).Build()));
        Assert.True(Recognises(new SqliteBuilder().Table(Messages, [null, 1, 0, "A", 1, 0, "x"]).Build()));
    }

    [Fact]
    public void Messages_are_read_when_all_tables_beside_them_are_gone()
    {
        var read = Read(new SqliteBuilder().Table(Messages, [null, 1, 0, "A", 1_709_280_000_000, 0, "x"], [null, 1, 1, "B", 1_709_280_000_000, 1, "caption"]).Build());
        Assert.Equal([(null, "x", MessageKind.Text), ("Me", "caption", MessageKind.Media)], read.Messages.Select(m => (m.From, m.Text, m.Kind)));
    }

    [Theory]
    [InlineData(42, MessageKind.Expired)]
    [InlineData(43, MessageKind.Expired)]
    [InlineData(15, MessageKind.Deleted)]
    [InlineData(7, MessageKind.Notice)]
    [InlineData(999, MessageKind.Notice)]
    public void A_message_without_words_keeps_its_kind(int type, MessageKind kind)
    {
        var read = Read(new SqliteBuilder().Table(Messages, [null, 1, 0, "A", 1_709_280_000_000, type, null]).Build());
        Assert.Equal(kind, read.Messages.Single().Kind);
        Assert.Null(read.Messages.Single().Text);
    }

    [Fact]
    public void The_owner_has_the_name_that_the_person_gave()
    {
        var bytes = new SqliteBuilder().Table(Messages, [null, 1, 1, "A", 1_709_280_000_000, 0, "x"]).Build();
        var read = StrictSink.Read(Reader, new ReadingOptions { Me = ["Sam"] }, ExportFile.FromBytes("msgstore.db", bytes));
        Assert.Equal(("Sam", "Sam"), (read.Messages.Single().From, read.Conversations.Single().Owner));
    }

    private static bool Recognises(byte[] bytes) => Reader.Recognises(new ExportHead(ExportFile.FromBytes("db", bytes), bytes, null));

    private static StrictSink Read(byte[] bytes) => StrictSink.Read(Reader, null, ExportFile.FromBytes("msgstore.db", bytes));
}
