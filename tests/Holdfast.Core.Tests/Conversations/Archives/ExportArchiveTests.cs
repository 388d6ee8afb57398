using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Archives;

namespace Holdfast.Core.Tests.Conversations.Archives;

public sealed class ExportArchiveTests
{
    private readonly List<ReadingProblem> _problems = [];

    [Fact]
    public void Entries_are_listed_in_order_and_can_be_read_again_and_again()
    {
        var files = Expand(Zip(("a/one.txt", "1"), ("two.txt", "22")));
        Assert.Equal(["a/one.txt", "two.txt"], files.Select(f => f.Name));
        Assert.Equal(["1", "22", "1"], new[] { files[0], files[1], files[0] }.Select(Text));
        Assert.All(files, f => Assert.NotNull(f.Container));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Two_entries_can_be_open_at_once()
    {
        var files = Expand(Zip(("one", "first"), ("two", "second")));
        using var one = new StreamReader(files[0].Open());
        using var two = new StreamReader(files[1].Open());
        Assert.Equal("second", two.ReadToEnd());
        Assert.Equal("first", one.ReadToEnd());
    }

    [Fact]
    public void The_list_of_entries_is_not_read_again_for_each_entry()
    {
        var zip = Zip(("one", "first"), ("two", "second"));
        var opened = 0;
        var file = new ExportFile("export.zip", zip.Length, () =>
        {
            opened++;
            return new MemoryStream(zip);
        });
        var files = ExportArchive.Expand(file, new ReadingOptions(), _problems.Add).ToList();
        opened = 0;
        for (var i = 0; i < 50; i++)
        {
            using var one = new StreamReader(files[0].Open());
            Assert.Equal("second", Text(files[1]));
            Assert.Equal("first", one.ReadToEnd());
        }

        Assert.Equal(1, opened);
    }

    [Theory]
    [InlineData("../up.txt")]
    [InlineData("a/../../up.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("a/./b.txt")]
    [InlineData("a\nb.txt")]
    public void A_name_that_leaves_the_archive_is_refused_and_reported(string name)
    {
        var files = Expand(Zip((name, "x"), ("good.txt", "y")));
        Assert.Equal("good.txt", Assert.Single(files).Name);
        Assert.Equal(ProblemKind.UnsafePath, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void What_systems_leave_behind_is_passed_over_in_silence()
    {
        Assert.Empty(Expand(Zip(("__MACOSX/._a", "x"), ("b/._c", "x"), (".DS_Store", "x"), ("d/Thumbs.db", "x"), ("e/", ""))));
        Assert.Empty(_problems);
    }

    [Fact]
    public void At_the_limit_of_entries_all_are_read_and_past_it_the_rest_is_reported()
    {
        var zip = Zip(("1", "a"), ("2", "b"), ("3", "c"));
        Assert.Equal(3, Expand(zip, new ReadingOptions { MaxArchiveEntries = 3 }).Count);
        Assert.Empty(_problems);
        Assert.Equal(2, Expand(zip, new ReadingOptions { MaxArchiveEntries = 2 }).Count);
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
    }

    [Theory]
    [InlineData(8, "bbbb")]
    [InlineData(7, "bbb")]
    public void At_the_limit_of_unpacked_bytes_all_are_read_and_past_it_the_rest_is_reported_once(int limit, string second)
    {
        var files = Expand(Zip(("1", "aaaa"), ("2", "bbbb")), new ReadingOptions { MaxArchiveBytes = limit });
        Assert.Equal(2, files.Count);
        Assert.Equal(["aaaa", "aaaa", second, second], new[] { files[0], files[0], files[1], files[1] }.Select(Text));
        Assert.Equal(limit == 8 ? 0 : 1, _problems.Count(problem => problem is { Kind: ProblemKind.ArchiveLimit, File: "2" }));
        Assert.Equal(limit == 8 ? 0 : 1, _problems.Count);
    }

    [Fact]
    public void Bytes_that_nobody_unpacks_do_not_count()
    {
        var files = Expand(Zip(("video", new string('v', 100_000)), ("chat", "hello")), new ReadingOptions { MaxArchiveBytes = 5 });
        Assert.Equal("hello", Text(files[1]));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_zip_written_to_a_stream_with_sizes_behind_the_bytes_is_read()
    {
        // A writer that cannot go back sets bit 3 and puts the sizes into data descriptors (APPNOTE.TXT 4.3.9).
        var held = new MemoryStream();
        using (var archive = new ZipArchive(new OneWayStream(held), ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("a.txt").Open();
            entry.Write("words"u8);
        }

        var zip = held.ToArray();
        Assert.Equal(8, zip[6] & 8);
        Assert.Equal("words", Text(Assert.Single(Expand(zip))));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_zip_with_sizes_of_64_bits_is_read()
    {
        // APPNOTE.TXT 4.5.3: what does not fit is FFFFFFFF in the header, and stands in an extra field of kind 1.
        Assert.Equal("words", Text(Assert.Single(Expand(Zip64("a.txt", "words"u8)))));
        Assert.Empty(_problems);
    }

    [Fact]
    public void An_entry_that_unpacks_to_far_more_than_it_is_packed_is_refused()
    {
        Assert.Empty(Expand(Zip(("bomb", new string('0', 17 << 20)))));
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void At_the_limit_of_the_ratio_an_entry_is_read_and_past_it_reported()
    {
        var zip = Zip(("same", new string('0', 17 << 20)));
        using var archive = new ZipArchive(new MemoryStream(zip));
        var (unpacked, packed) = (archive.Entries[0].Length, archive.Entries[0].CompressedLength);
        var above = (int)(unpacked / packed) + 1;
        Assert.Single(Expand(zip, new ReadingOptions { MaxArchiveRatio = above }));
        Assert.Empty(_problems);
        Assert.Empty(Expand(zip, new ReadingOptions { MaxArchiveRatio = above - 1 }));
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void The_same_line_over_and_over_is_no_bomb()
    {
        var chat = new StringBuilder();
        for (var i = 0; chat.Length < 17 << 20; i++)
            chat.Append(CultureInfo.InvariantCulture, $"21/02/2024, {i / 60 % 24:00}:{i % 60:00} - Ada: good morning to you and to everybody at home\n");
        Assert.Single(Expand(Zip(("chat.txt", chat.ToString()))));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Up_to_sixteen_MiB_the_ratio_does_not_matter()
    {
        Assert.Single(Expand(Zip(("small", new string('0', 16 << 20)))));
        Assert.Empty(_problems);
        Assert.Empty(Expand(Zip(("large", new string('0', (16 << 20) + 1)))));
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void An_entry_that_unpacks_to_more_than_its_header_says_ends_there()
    {
        var zip = Zip(("a", new string('x', 1000)));
        // The unpacked size in the central directory: 24 bytes after its signature (APPNOTE.TXT 4.3.12).
        var directory = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        zip[directory + 24] = 10;
        zip[directory + 25] = 0;
        Assert.Equal(10, Text(Assert.Single(Expand(zip))).Length);
    }

    [Fact]
    public void An_entry_stream_gives_no_byte_more_than_declared_and_reports_a_byte_less()
    {
        var meter = new EntryMeter(new ArchiveBudget(new ReadingOptions()), "entry", _problems.Add);
        using var longer = new EntryStream(new MemoryStream(new byte[100]), 10, meter, () => { });
        Assert.Equal(10, longer.ReadAtLeast(new byte[50], 50, throwOnEndOfStream: false));
        Assert.Empty(_problems);
        using var shorter = new EntryStream(new MemoryStream(new byte[100]), 101, meter, () => { });
        Assert.Equal(100, shorter.ReadAtLeast(new byte[200], 200, throwOnEndOfStream: false));
        Assert.Equal(ProblemKind.ArchiveDamaged, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void A_broken_entry_gives_what_could_be_unpacked_and_one_problem()
    {
        var text = string.Join(' ', Enumerable.Range(0, 20_000));
        var zip = Zip(("a.txt", text));
        zip.AsSpan(zip.Length / 2, 200).Fill(0xFF);
        var file = Assert.Single(Expand(zip));
        var read = Text(file);
        Assert.StartsWith("0 1 2 3", read, StringComparison.Ordinal);
        Assert.True(read.Length < text.Length);
        Text(file);
        Assert.Equal(ProblemKind.ArchiveDamaged, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void An_encrypted_entry_is_reported()
    {
        var zip = Zip(("a", "x"));
        var directory = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        zip[6] |= 1;
        zip[directory + 8] |= 1;
        Assert.Empty(Expand(zip));
        Assert.Equal(ProblemKind.ArchiveDamaged, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_held_in_memory_up_to_the_limit()
    {
        var zip = Zip(("a", "text"));
        var file = new ExportFile("a.zip", null, () => new ForwardStream(zip));
        Assert.Equal("text", Text(Assert.Single(ExportArchive.Expand(file, new ReadingOptions(), _problems.Add))));
        var small = new ReadingOptions { MaxStructuredFileBytes = zip.Length - 1 };
        Assert.Empty(ExportArchive.Expand(file, small, _problems.Add));
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void Any_change_to_an_archive_gives_files_or_problems_but_no_crash()
    {
        var zip = Zip(("a/b.txt", new string('a', 300)), ("c.txt", "stored"));
        Gen.Select(Gen.Int[0, zip.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            var changed = (byte[])zip.Clone();
            foreach (var (index, value) in changes)
                changed[index] = value;
            var problems = new List<ReadingProblem>();
            var files = ExportArchive.Expand(ExportFile.FromBytes("z", changed), new ReadingOptions(), problems.Add).ToList();
            foreach (var file in files)
                Assert.True(Text(file).Length <= file.Length);
        });
    }

    private List<ExportFile> Expand(byte[] zip, ReadingOptions? options = null) =>
        ExportArchive.Expand(ExportFile.FromBytes("export.zip", zip), options ?? new ReadingOptions(), _problems.Add).ToList();

    private static string Text(ExportFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Zip64(string name, ReadOnlySpan<byte> content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var bytes = Encoding.ASCII.GetBytes(name);
        var crc = Crc32(content);
        Header("PK\x03\x04"u8, central: false);
        writer.Write(content);
        var directory = stream.Position;
        Header("PK\x01\x02"u8, central: true);
        var end = stream.Position;
        writer.Write("PK\x06\x06"u8);
        writer.Write(44L);
        writer.Write((short)45);
        writer.Write((short)45);
        writer.Write(0L);
        writer.Write(1L);
        writer.Write(1L);
        writer.Write(end - directory);
        writer.Write(directory);
        writer.Write("PK\x06\x07"u8);
        writer.Write(0);
        writer.Write(end);
        writer.Write(1);
        writer.Write("PK\x05\x06"u8);
        writer.Write(0);
        writer.Write((short)-1);
        writer.Write((short)-1);
        writer.Write(-1);
        writer.Write(-1);
        writer.Write((short)0);
        return stream.ToArray();

        void Header(ReadOnlySpan<byte> signature, bool central)
        {
            writer.Write(signature);
            if (central)
                writer.Write((short)45);
            writer.Write((short)45);
            writer.Write((short)0);
            writer.Write((short)0);
            writer.Write(0x58210000);
            writer.Write(crc);
            writer.Write(-1);
            writer.Write(-1);
            writer.Write((short)bytes.Length);
            writer.Write((short)(central ? 28 : 20));
            if (central)
            {
                writer.Write((short)0);
                writer.Write((short)0);
                writer.Write((short)0);
                writer.Write(0);
                writer.Write(-1);
            }

            writer.Write(bytes);
            writer.Write((short)1);
            writer.Write((short)(central ? 24 : 16));
            writer.Write((long)5);
            writer.Write((long)5);
            if (central)
                writer.Write(0L);
        }
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    private sealed class OneWayStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;
    }
}
