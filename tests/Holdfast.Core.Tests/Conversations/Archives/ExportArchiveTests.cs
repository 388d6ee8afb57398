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
    public void An_archive_in_the_archive_is_reported_and_not_opened()
    {
        Assert.Empty(Expand(Zip(("inner.ZIP", "PK"))));
        Assert.Equal(ProblemKind.FileNotRead, Assert.Single(_problems).Kind);
        var outer = ExportFile.FromBytes("outer.zip", []);
        var disguised = new ExportFile("photo", null, () => new MemoryStream(Zip(("x", "y")))) { Container = outer };
        Assert.Empty(ExportArchive.Expand(disguised, new ReadingOptions(), _problems.Add));
        Assert.Equal(2, _problems.Count);
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

    [Fact]
    public void At_the_limit_of_bytes_all_are_read_and_past_it_the_rest_is_reported()
    {
        var zip = Zip(("1", "aaaa"), ("2", "bbbb"));
        Assert.Equal(2, Expand(zip, new ReadingOptions { MaxArchiveBytes = 8 }).Count);
        Assert.Empty(_problems);
        Assert.Single(Expand(zip, new ReadingOptions { MaxArchiveBytes = 7 }));
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
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
        var reports = 0;
        using var longer = new EntryStream(new MemoryStream(new byte[100]), 10, () => reports++, () => { });
        Assert.Equal(10, longer.ReadAtLeast(new byte[50], 50, throwOnEndOfStream: false));
        Assert.Equal(0, reports);
        using var shorter = new EntryStream(new MemoryStream(new byte[100]), 101, () => reports++, () => { });
        Assert.Equal(100, shorter.ReadAtLeast(new byte[200], 200, throwOnEndOfStream: false));
        Assert.Equal(1, reports);
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

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;
    }
}
