using System.IO.Compression;
using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Archives;

/// <summary>Whole downloads: parts, archives in archives, and the files of one conversation in several of them.</summary>
public sealed class NestedArchiveTests
{
    private const string Chat = "21/02/2024, 13:05 - Ada: one\n21/02/2024, 13:06 - Ben: two\n";
    private const string Note = "he wants money\nhelp\n";

    [Fact]
    public void An_archive_in_a_download_is_opened_and_one_deeper_is_reported()
    {
        var deepest = Zip(("deep.txt", Bytes("so deep\n")));
        var part = Zip(("messages/chat.txt", Bytes(Chat)), ("more.zip", deepest));
        var sink = Read(("download.zip", Zip(("Takeout/part 2.zip", part), ("note.txt", Bytes(Note)))));
        Assert.Equal(3, sink.Messages.Count());
        Assert.Equal([("more.zip", ProblemKind.ArchiveLimit)], sink.Problems.Select(p => (p.File, p.Kind)));
        Assert.Equal("part 2.zip", sink.Messages.First(m => m.Text == "one").File.Container!.FileName);
    }

    [Fact]
    public void A_gzip_in_a_zip_is_opened_too()
    {
        using var held = new MemoryStream();
        using (var gzip = new GZipStream(held, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Bytes(Chat));
        var sink = Read(("download.zip", Zip(("chat.txt.gz", held.ToArray()))));
        Assert.Equal(["one", "two"], sink.Messages.Select(m => m.Text));
        Assert.Empty(sink.Problems);
    }

    [Theory]
    [InlineData("sent.zip", "_chat.txt")]
    [InlineData("files/sent.zip", "a/_chat.txt")]
    [InlineData("letter.docx", "a/_chat.txt")]
    public void An_archive_that_was_sent_in_a_chat_is_not_read_as_a_chat_of_the_person(string name, string chat)
    {
        var sent = Zip(("other.txt", Bytes("21/02/2024, 13:05 - Eva: not yours\n21/02/2024, 13:06 - Tom: no\n")));
        var sink = Read(("WhatsApp Chat - Ada.zip", Zip((name, sent), (chat, Bytes(Chat)))));
        Assert.Equal(["one", "two"], sink.Messages.Select(m => m.Text));
        Assert.Equal([(name, ProblemKind.FileNotRead)], sink.Problems.Select(p => (p.File, p.Kind)));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 0)]
    public void At_the_limit_of_held_bytes_an_inner_archive_is_read_and_past_it_reported(int more, int messages)
    {
        var part = Zip(("chat.txt", Bytes(Chat)));
        var sink = Read(new ReadingOptions { MaxHeldArchiveBytes = part.Length + more }, ("d.zip", Zip(("part.zip", part))));
        Assert.Equal(messages, sink.Messages.Count());
        Assert.Equal(messages == 0 ? [("part.zip", ProblemKind.ArchiveLimit)] : [], sink.Problems.Select(p => (p.File, p.Kind)));
    }

    [Fact]
    public void Entries_of_inner_archives_count_to_the_limit_of_the_outer_one()
    {
        var download = ("d.zip", Zip(("part.zip", Zip(("a.txt", Bytes("a\n")), ("b.txt", Bytes("b\n"))))));
        Assert.Equal(2, Read(new ReadingOptions { MaxArchiveEntries = 3 }, download).Messages.Count());
        var past = Read(new ReadingOptions { MaxArchiveEntries = 2 }, download);
        Assert.Single(past.Messages);
        Assert.Equal([("part.zip", ProblemKind.ArchiveLimit)], past.Problems.Select(p => (p.File, p.Kind)));
    }

    [Fact]
    public void One_conversation_whose_files_lie_in_two_parts_of_a_download_is_one()
    {
        const string Folder = "your_instagram_activity/messages/inbox/mira_17/";
        var sink = Read(
            ("instagram-part1.zip", Zip((Folder + "message_1.json", Thread(2, "second")))),
            ("instagram-part2.zip", Zip((Folder + "message_2.json", Thread(1, "first")))));
        Assert.Equal(["first", "second"], Assert.Single(sink.Conversations).Messages.Select(m => m.Text));
        Assert.Empty(sink.Problems);

        static byte[] Thread(int time, string text) => Bytes(
            "{\"participants\":[{\"name\":\"Mira\"},{\"name\":\"Tom\"}],\"messages\":[{\"sender_name\":\"Mira\",\"timestamp_ms\":"
            + $"170000000{time}000,\"content\":\"{text}\"}}],\"title\":\"Mira\",\"thread_path\":\"inbox/mira_17\"}}");
    }

    [Theory]
    [InlineData("7z\u00BC\u00AF\u0027\u001C\0\u0004")]
    [InlineData("Rar!\u001A\u0007\u0001\0")]
    [InlineData("\u00FD7zXZ\0\0")]
    public void An_archive_of_another_kind_is_listed_with_words_of_its_own(string head)
    {
        var sink = Read(("export.bin", Encoding.Latin1.GetBytes(head)));
        Assert.Equal([("export.bin", ProblemKind.ArchiveNotSupported)], sink.Problems.Select(p => (p.File, p.Kind)));
    }

    [Fact]
    public void Of_a_picture_in_an_archive_only_the_first_bytes_are_unpacked()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[50_000]];
        var chat = Bytes(Chat);
        var zip = Zip(("a.jpg", picture), ("b.jpg", picture), ("_chat.txt", chat));
        var sink = Read(new ReadingOptions { MaxArchiveBytes = 2 * ExportHead.ShortSize + chat.Length }, ("d.zip", zip));
        Assert.Equal(2, sink.Messages.Count());
        Assert.All(sink.Problems, p => Assert.Equal(ProblemKind.PictureNotRead, p.Kind));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static StrictSink Read(params (string Name, byte[] Bytes)[] files) => Read(new ReadingOptions(), files);

    private static StrictSink Read(ReadingOptions options, params (string Name, byte[] Bytes)[] files)
    {
        var sink = new StrictSink();
        ExportSet.Open(files.Select(f => ExportFile.FromBytes(f.Name, f.Bytes)), options).Read(sink);
        return sink;
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var held = new MemoryStream();
        using (var zip = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return held.ToArray();
    }
}
