using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Formats.AppleMessages;
using Holdfast.Core.Tests.Conversations.Sqlite;

namespace Holdfast.Core.Tests.Conversations.Formats.AppleMessages;

public sealed class MessageDatabaseReaderTests
{
    private const string Handles = "CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT)";

    private const string Messages =
        "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, attributedBody BLOB, handle_id INT, date INT, is_from_me INT, associated_message_guid TEXT, associated_message_type INT, associated_message_emoji TEXT)";

    private static readonly MessageDatabaseReader Reader = new();

    [Theory]
    [InlineData(5)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(70_000)]
    public void Words_of_any_length_come_out_of_the_archived_string(int length)
    {
        var damaged = false;
        var text = new string('é', length);
        Assert.Equal(text, TypedStream.ReadText(Archived(text), ref damaged));
        Assert.False(damaged);
    }

    [Fact]
    public void Any_bytes_give_a_text_or_none() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        var damaged = false;
        byte[] stream = [.. "\x04\x0Bstreamtyped"u8, 0x81, 0xE8, 0x03, 0x84, 0x01, 0x2B, .. bytes];
        return TypedStream.ReadText(stream, ref damaged) is not { } text || text.Length <= bytes.Length;
    });

    [Fact]
    public void Any_bytes_give_a_property_list_or_none() => Gen.Byte.Array[40, 120].Sample(bytes =>
    {
        "bplist00"u8.CopyTo(bytes);
        // The trailer: offsets and references of one byte, few objects, a table in the middle.
        byte[] trailer = [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(bytes.Length - 8)];
        byte[] list = [.. bytes, .. trailer];
        var damaged = false;
        return EditHistory.Read(list, ref damaged).Earlier.Count <= 100 && BinaryPlist.Read(list).Count <= 1_000;
    });

    [Fact]
    public void Dates_in_seconds_and_in_nanoseconds_are_told_apart()
    {
        Assert.Equal("2013-09-04T15:06:40Z", AppleTime.FromDatabase(400_000_000).ToString());
        Assert.Equal("2023-03-08T20:26:40Z", AppleTime.FromDatabase(700_000_000_900_000_000).ToString());
        Assert.Equal("", AppleTime.FromDatabase(0).ToString());
        Assert.Equal("", AppleTime.FromDatabase(null).ToString());
        Assert.Equal("2293-04-11T23:47:16Z", AppleTime.FromDatabase(long.MaxValue).ToString());
    }

    [Fact]
    public void A_database_of_another_program_is_not_claimed()
    {
        var other = new SqliteBuilder().Table("CREATE TABLE message (id INTEGER PRIMARY KEY, body TEXT)", [null, "x"]).Build();
        Assert.False(Recognises(other));
        Assert.True(Recognises(Database([1L, "A", "x", null, 7L, 1L, 0L, null, null, null])));
    }

    [Fact]
    public void The_list_of_tables_is_found_beyond_the_first_bytes()
    {
        var builder = new SqliteBuilder(65_536);
        for (var i = 0; i < 400; i++)
            builder.Entry($"filler{i}", 2, $"CREATE TABLE filler{i} (a TEXT DEFAULT '{new string('x', 300)}')");
        var bytes = builder.Table(Handles, [null, "+447700900123"]).Table(Messages, [null, "A", "x", null, 1, 1, 0, null, null, null]).Build();
        Assert.True(Recognises(bytes));
    }

    [Fact]
    public void A_reaction_that_was_taken_back_is_on_no_message_any_more()
    {
        var read = Read(Database(
            [1L, "A", "hello", null, 7L, 1L, 0L, null, 0L, null],
            [2L, "B", null, null, 7L, 2L, 1L, "p:0/A", 2006L, "🦊"],
            [3L, "C", null, null, 7L, 3L, 1L, "p:0/A", 2001L, null],
            [4L, "D", null, null, 7L, 4L, 1L, "p:0/A", 3006L, "🦊"]));
        Assert.Equal([new Reaction("Me", "👍")], read.Messages.First().Reactions);
        Assert.Equal(["🦊", "👍", "removed 🦊"], read.Messages.Skip(1).Select(m => m.Text));
        Assert.All(read.Messages.Skip(1), m => Assert.Equal((MessageKind.Notice, "A"), (m.Kind, m.ReplyTo)));
    }

    [Fact]
    public void The_words_that_a_reaction_repeats_are_not_those_of_who_reacted()
    {
        var read = Read(Database([2L, "B", "Liked “I will tell them all”", null, 7L, 2L, 1L, "p:0/A", 2001L, null]));
        Assert.Equal("👍", read.Messages.Single().Text);
    }

    [Fact]
    public void The_owner_has_the_name_that_the_person_gave()
    {
        var file = ExportFile.FromBytes("chat.db", Database([1L, "A", "mine", null, 7L, 1L, 1L, null, 0L, null]));
        var read = StrictSink.Read(Reader, new ReadingOptions { Me = ["Sam"] }, file);
        Assert.Equal("Sam", read.Messages.Single().From);
        Assert.Equal("Sam", read.Conversations.Single().Owner);
    }

    [Fact]
    public void A_log_without_its_database_is_said_not_to_be_read()
    {
        var log = SqliteBuilder.Log(512, false, (1, 1, new byte[512]));
        var file = ExportFile.FromBytes("chat.db-wal", log);
        Assert.True(Reader.Recognises(new ExportHead(file, log, null)));
        Assert.Equal([ProblemKind.FileNotRead], StrictSink.Read(Reader, null, file).Problems.Select(p => p.Kind));
    }

    [Fact]
    public void A_message_whose_words_cannot_be_read_is_kept_and_said()
    {
        var read = Read(Database([1L, "A", null, new byte[] { 4, 11, 1, 2, 3 }, 7L, 1L, 0L, null, 0L, null]));
        Assert.Null(read.Messages.Single().Text);
        Assert.Equal([ProblemKind.UnreadableBody], read.Problems.Select(p => p.Kind));
    }

    private static byte[] Archived(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte[] length = bytes.Length < 0x80 ? [(byte)bytes.Length]
            : bytes.Length <= ushort.MaxValue ? [0x81, .. BitConverter.GetBytes((ushort)bytes.Length)]
            : [0x82, .. BitConverter.GetBytes(bytes.Length)];
        return [.. "\x04\x0Bstreamtyped"u8, 0x81, 0xE8, 0x03, .. "\x08NSString"u8, 0x01, 0x94, 0x84, 0x01, 0x2B, .. length, .. bytes, 0x86];
    }

    private static byte[] Database(params object?[][] rows) => new SqliteBuilder()
        .Numbered(Handles, (7, [null, "+447700900123"]))
        .Numbered(Messages, [.. rows.Select(row => ((long)row[0]!, (object?[])[null, .. row[1..]]))])
        .Build();

    private static bool Recognises(byte[] bytes) =>
        Reader.Recognises(new ExportHead(ExportFile.FromBytes("db", bytes), bytes.AsMemory(0, Math.Min(bytes.Length, ExportHead.Size)), null));

    private static StrictSink Read(byte[] bytes) => StrictSink.Read(Reader, null, ExportFile.FromBytes("chat.db", bytes));
}
