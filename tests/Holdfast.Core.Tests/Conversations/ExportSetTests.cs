using System.IO.Compression;
using System.Text;
using CsCheck;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>Everything that somebody gives in one go: each file is read, or listed as not read.</summary>
public sealed class ExportSetTests
{
    private const string Chat = "21/02/2024, 13:05 - Ada: one\n21/02/2024, 13:06 - Ben: two\n";
    private const string Telegram =
        """{"name":"Mira","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date":"2024-02-03T04:05:06","from":"Mira","from_id":"user1","text":"hi"}]}""";

    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0];

    private static ExportFile File(string name, string text) => ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(text));

    private static ExportFile Zip(string name, params (string Name, byte[] Bytes)[] entries)
    {
        var held = new MemoryStream();
        using (var zip = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var stream = zip.CreateEntry(entry.Name).Open();
                stream.Write(entry.Bytes);
            }
        }

        return ExportFile.FromBytes(name, held.ToArray());
    }

    private static (ExportSet Set, StrictSink Sink) Read(params ExportFile[] files)
    {
        var set = ExportSet.Open(files, new ReadingOptions());
        var sink = new StrictSink();
        set.Read(sink);
        return (set, sink);
    }

    [Fact]
    public void Files_of_several_formats_are_each_read_by_their_reader()
    {
        var (set, sink) = Read(File("a.txt", Chat), File("result.json", Telegram), File("note.txt", "he wants money\nhelp\n"));
        Assert.Equal(["whatsapp-text", "telegram-json", "plain-text"], set.Files.Select(file => file.Reader?.Format));
        Assert.Equal(4, sink.Messages.Count());
        Assert.Empty(sink.Problems);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 1)]
    public void At_the_limit_of_text_in_an_archive_all_is_read_and_past_it_the_rest_is_reported(int more, int read)
    {
        var chat = Encoding.UTF8.GetBytes(Chat);
        var other = Encoding.UTF8.GetBytes(Chat.Replace("Ada", "Eva", StringComparison.Ordinal));
        var zip = Zip("a.zip", ("one.txt", chat), ("pic.jpg", [.. Picture, .. new byte[500]]), ("two.txt", other));
        var set = ExportSet.Open([zip], new ReadingOptions { MaxArchiveTextBytes = chat.Length + other.Length + more });
        var sink = new StrictSink();
        set.Read(sink);
        Assert.Equal(2 * read, sink.Messages.Count());
        Assert.Equal(2 - read, sink.Problems.Count(problem => problem is { Kind: ProblemKind.ArchiveLimit, File: "two.txt" }));
    }

    [Fact]
    public void An_archive_is_listed_before_the_files_in_it_and_they_are_read()
    {
        var (set, sink) = Read(Zip("WhatsApp Chat - Ada.zip", ("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("pic.jpg", Picture)), File("b.json", Telegram));
        Assert.Equal(["WhatsApp Chat - Ada.zip", "_chat.txt", "pic.jpg", "b.json"], set.Files.Select(file => file.File.Name));
        Assert.Equal(["hi", "one", "two"], sink.Messages.Select(message => message.Text).Order(StringComparer.Ordinal));
        Assert.Contains(sink.Conversations, conversation => conversation.Header.Title == "Ada");
        var problem = Assert.Single(sink.Problems);
        Assert.Equal((ProblemKind.PictureNotRead, "pic.jpg"), (problem.Kind, problem.File));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_same_chat_given_twice_is_read_once_also_with_other_line_ends(string lineEnd)
    {
        var again = Chat.Replace("\n", lineEnd, StringComparison.Ordinal);
        var (_, sink) = Read(File("a.txt", Chat), Zip("a.zip", ("_chat.txt", Encoding.UTF8.GetBytes(again))));
        Assert.Equal(2, sink.Messages.Count());
        var problem = Assert.Single(sink.Problems);
        Assert.Equal((ProblemKind.Duplicate, "_chat.txt"), (problem.Kind, problem.File));
    }

    [Fact]
    public void Chats_that_differ_in_one_letter_are_both_read()
    {
        var (_, sink) = Read(File("a.txt", Chat), File("b.txt", Chat.Replace("two", "tvo", StringComparison.Ordinal)));
        Assert.Equal(2, sink.Conversations.Count);
        Assert.Empty(sink.Problems);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_stops_no_other()
    {
        var (set, sink) = Read(
            new ExportFile("gone.txt", null, () => throw new UnauthorizedAccessException()), File("a.txt", Chat), File("b.json", Telegram));
        Assert.Equal(3, sink.Messages.Count());
        Assert.Equal(3, set.Files.Count);
        var problem = Assert.Single(sink.Problems);
        Assert.Equal((ProblemKind.CannotOpen, "gone.txt"), (problem.Kind, problem.File));
    }

    [Fact]
    public void A_file_that_vanishes_after_it_was_recognised_stops_no_other()
    {
        foreach (var (text, name) in new[] { (Chat, "x.txt"), (Telegram, "x.json"), ("a note\n", "n.txt"), ("From: a@example.com\nSubject: x\n\nbody\n", "m.eml") })
        {
            foreach (var (opens, denied) in Enumerable.Range(0, 8).Select(i => (i / 2, i % 2 == 0)))
            {
                var left = opens;
                var bytes = Encoding.UTF8.GetBytes(text);
                var vanishing = new ExportFile(name, null, () => left-- > 0 ? new MemoryStream(bytes) : throw (denied ? new UnauthorizedAccessException() : new IOException()));
                var (_, sink) = Read(File("other.json", Telegram + " "), vanishing, File("a.txt", Chat + "21/02/2024, 13:07 - Ada: three\n"), File("a2.txt", Chat + "21/02/2024, 13:07 - Ada: four\n"));
                Assert.Single(sink.Messages, message => message.Text == "three");
                Assert.Single(sink.Messages, message => message.Text == "four");
                Assert.Single(sink.Messages, message => message.File.Name == "other.json");
                Assert.True(sink.Problems.Any(problem => problem.File == name) || sink.Messages.Any(message => message.File == vanishing), $"{name} {opens}");
            }
        }
    }

    [Fact]
    public void A_file_whose_stream_breaks_in_the_middle_is_reported()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Chat, 10_000)));
        var (_, sink) = Read(new ExportFile("a.txt", null, () => new BreakingStream(bytes)), File("b.txt", Chat.Replace("Ada", "Eva", StringComparison.Ordinal)));
        Assert.Contains(sink.Problems, problem => problem is { Kind: ProblemKind.CannotOpen, File: "a.txt" });
        Assert.Contains(sink.Messages, message => message.File.Name == "b.txt");
    }

    [Fact]
    public void Damage_deep_in_an_archive_entry_is_reported_once_and_what_comes_before_is_kept()
    {
        var random = new Random(7);
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
            text.Append("21/02/2024, 13:05 - Ada: ").Append(random.Next()).Append('\n');
        var zip = Zip("a.zip", ("_chat.txt", Encoding.UTF8.GetBytes(text.ToString())));
        byte[] bytes;
        using (var stream = (MemoryStream)zip.Open())
            bytes = stream.ToArray();
        for (var i = bytes.Length * 3 / 4; i < bytes.Length * 3 / 4 + 64; i++)
            bytes[i] = 0xFF;
        var (_, sink) = Read(ExportFile.FromBytes("a.zip", bytes), File("b.json", Telegram));
        Assert.Contains(sink.Messages, message => message.File.Name == "_chat.txt");
        Assert.Contains(sink.Messages, message => message.File.Name == "b.json");
        Assert.Single(sink.Problems, problem => problem is { Kind: ProblemKind.ArchiveDamaged, File: "_chat.txt" });
    }

    [Theory]
    [InlineData("empty.txt", "", ProblemKind.NoMessages)]
    [InlineData("other.json", "{\"theme\": \"dark\"}", ProblemKind.FileNotRead)]
    [InlineData("broken.json", "no longer JSON", ProblemKind.Damaged)]
    [InlineData("photo.jpg", "removed", ProblemKind.PictureNotRead)]
    [InlineData("sound.opus", "removed", ProblemKind.FileNotRead)]
    [InlineData("old.db", "SQLite format 3\0\0", ProblemKind.UnsupportedFormat)]
    [InlineData("bytes", "\0\u0001\u0002\u0003\0\u0001", ProblemKind.UnknownFormat)]
    public void A_file_that_is_no_conversation_is_listed_with_the_reason(string name, string text, ProblemKind kind)
    {
        var (set, sink) = Read(File(name, text));
        Assert.Null(Assert.Single(set.Files).Reader);
        var problem = Assert.Single(sink.Problems);
        Assert.Equal((kind, name), (problem.Kind, problem.File));
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public void An_empty_archive_holds_no_messages_and_says_so()
    {
        var (_, sink) = Read(Zip("a.zip"));
        Assert.Equal(ProblemKind.NoMessages, Assert.Single(sink.Problems).Kind);
    }

    [Fact]
    public void Every_file_given_is_read_or_listed_whatever_it_holds() =>
        Gen.Select(Gen.Int[0, 5], Gen.Byte.Array[0, 60], Gen.Bool).Array[1, 8].Sample(parts =>
        {
            var files = parts.Select((part, i) =>
            {
                var bytes = part.Item1 switch
                {
                    0 => Encoding.UTF8.GetBytes(Chat + $"21/02/2024, 13:07 - Ada: {i}\n"),
                    1 => Encoding.UTF8.GetBytes(Telegram),
                    2 => [.. "PK\x03\x04"u8, .. part.Item2],
                    3 => [.. Picture, .. part.Item2],
                    4 => Encoding.UTF8.GetBytes($"note {Convert.ToHexString(part.Item2)}"),
                    _ => part.Item2,
                };
                return part.Item3 ? Zip($"{i}.zip", ($"in{i}", bytes)) : ExportFile.FromBytes($"{i}", bytes);
            }).ToArray();
            var (set, sink) = Read(files);
            foreach (var file in files)
            {
                var inside = set.Files.Where(found => found.File.Container == file || found.File == file).Select(found => found.File).ToList();
                Assert.Contains(inside, found => sink.Problems.Any(problem => problem.File == found.Name) || sink.Messages.Any(message => message.File == found)
                    || (found.Container is not null && sink.Problems.Any(problem => problem.File.StartsWith("in", StringComparison.Ordinal))));
                foreach (var found in inside.Where(found => found.Container is not null || inside.Count == 1))
                    Assert.True(sink.Problems.Any(problem => problem.File == found.Name) || sink.Messages.Any(message => message.File == found), found.Name);
            }
        });

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position > 300_000 ? throw new IOException() : base.Read(buffer, offset, Math.Min(count, 50_000));

        public override int Read(Span<byte> buffer)
        {
            var some = new byte[buffer.Length];
            var read = Read(some, 0, some.Length);
            some.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
    }
}
