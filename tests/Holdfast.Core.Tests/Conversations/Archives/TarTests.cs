using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Archives;

namespace Holdfast.Core.Tests.Conversations.Archives;

/// <summary>Tar and gzip, in which Skype and Google Takeout hand out their downloads.</summary>
public sealed class TarTests
{
    private readonly List<ReadingProblem> _problems = [];

    [Theory]
    [InlineData(TarEntryFormat.V7, false)]
    [InlineData(TarEntryFormat.Ustar, false)]
    [InlineData(TarEntryFormat.Pax, false)]
    [InlineData(TarEntryFormat.Gnu, false)]
    [InlineData(TarEntryFormat.V7, true)]
    [InlineData(TarEntryFormat.Ustar, true)]
    [InlineData(TarEntryFormat.Pax, true)]
    [InlineData(TarEntryFormat.Gnu, true)]
    public void Every_dialect_of_tar_is_read_again_and_again_in_any_order(TarEntryFormat format, bool packed)
    {
        var longName = format == TarEntryFormat.V7 ? "b.txt" : string.Join('/', Enumerable.Repeat("folder", format == TarEntryFormat.Ustar ? 20 : 60)) + "/b.txt";
        var tar = Tar(format, ("a.txt", "first"), (longName, new string('x', 1500)), ("c.txt", ""));
        var files = Expand(packed ? Gzip(tar) : tar);
        Assert.Equal(["a.txt", longName, "c.txt"], files.Select(f => f.Name));
        Assert.Equal([5L, 1500, 0], files.Select(f => f.Length!.Value));
        Assert.Equal(["", "first", new string('x', 1500), "first"], new[] { files[2], files[0], files[1], files[0] }.Select(Text));
        Assert.Empty(_problems);
    }

    [Fact]
    public void What_is_too_large_to_hold_is_read_again_from_the_compressed_bytes()
    {
        var tar = Tar(TarEntryFormat.Pax, ("a", new string('a', 3000)), ("b", new string('b', 3000)), ("c", new string('c', 3000)));
        var files = Expand(Gzip(tar), new ReadingOptions { MaxHeldArchiveBytes = 3000 });
        foreach (var i in new[] { 0, 1, 2, 2, 1, 0, 1 })
            Assert.Equal(new string((char)('a' + i), 3000), Text(files[i]));
        using var one = new StreamReader(files[1].Open());
        using var two = new StreamReader(files[2].Open());
        Assert.Equal('b', one.Read());
        Assert.Equal(3000, two.ReadToEnd().Length);
        Assert.Equal(2999, one.ReadToEnd().Length);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Links_and_unsafe_names_are_reported_and_folders_are_not()
    {
        using var held = new MemoryStream();
        using (var writer = new TarWriter(held, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "folder/"));
            writer.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "../up.txt") { DataStream = new MemoryStream([1]) });
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "./good.txt") { DataStream = new MemoryStream("x"u8.ToArray()) });
        }

        Assert.Equal("good.txt", Assert.Single(Expand(held.ToArray())).Name);
        Assert.Equal([("link", ProblemKind.FileNotRead), ("../up.txt", ProblemKind.UnsafePath)], _problems.Select(p => (p.File, p.Kind)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_tar_that_is_cut_off_gives_what_it_has_and_a_problem(bool packed)
    {
        var tar = Tar(TarEntryFormat.Ustar, ("a.txt", "first"), ("b.txt", new string('b', 3000)))[..2500];
        var files = Expand(packed ? Gzip(tar) : tar);
        Assert.Equal("first", Text(files[0]));
        foreach (var file in files.Skip(1))
            Assert.True(Text(file).Length < 3000);
        Assert.Contains(_problems, p => p.Kind is ProblemKind.ArchiveDamaged);
    }

    [Fact]
    public void At_the_limit_of_entries_all_are_read_and_past_it_the_rest_is_reported()
    {
        var tar = Tar(TarEntryFormat.Ustar, ("1", "a"), ("2", "b"), ("3", "c"));
        Assert.Equal(3, Expand(tar, new ReadingOptions { MaxArchiveEntries = 3 }).Count);
        Assert.Empty(_problems);
        Assert.Equal(2, Expand(tar, new ReadingOptions { MaxArchiveEntries = 2 }).Count);
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void A_text_in_a_gzip_is_a_file_with_the_name_that_is_left()
    {
        var file = Assert.Single(ExportArchive.Expand(ExportFile.FromBytes("chat.txt.gz", Gzip("words"u8.ToArray())), new ReadingOptions(), _problems.Add));
        Assert.Equal(("chat.txt", null, "words"), (file.Name, file.Length, Text(file)));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_gzip_that_unpacks_to_far_more_than_it_is_packed_ends_and_is_reported()
    {
        var gzip = Gzip(new byte[40 << 20]);
        var file = Assert.Single(Expand(gzip));
        using var stream = file.Open();
        long length = 0;
        var buffer = new byte[81920];
        int got;
        while ((got = stream.Read(buffer)) > 0)
            length += got;
        Assert.InRange(length, 15 << 20, 16 << 20);
        Assert.Equal(ProblemKind.ArchiveLimit, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void Text_that_looks_a_little_like_tar_is_none()
    {
        var text = new byte[600];
        text.AsSpan().Fill((byte)'a');
        "ustar"u8.CopyTo(text.AsSpan(257));
        Assert.False(ExportArchive.IsArchive(text));
    }

    [Fact]
    public void Any_change_to_a_tar_gives_files_or_problems_but_no_crash()
    {
        var tar = Tar(TarEntryFormat.Pax, ("a/b.txt", new string('a', 700)), ("c.txt", "x"));
        foreach (var bytes in new[] { tar, Gzip(tar) })
        {
            Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
            {
                var changed = (byte[])bytes.Clone();
                foreach (var (index, value) in changes)
                    changed[index] = value;
                var problems = new List<ReadingProblem>();
                foreach (var file in ExportArchive.Expand(ExportFile.FromBytes("t", changed), new ReadingOptions(), problems.Add).ToList())
                    Assert.True(Text(file).Length <= (file.Length ?? long.MaxValue));
            });
        }
    }

    private List<ExportFile> Expand(byte[] bytes, ReadingOptions? options = null) =>
        ExportArchive.Expand(ExportFile.FromBytes("export", bytes), options ?? new ReadingOptions(), _problems.Add).ToList();

    private static string Text(ExportFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var held = new MemoryStream();
        using (var gzip = new GZipStream(held, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return held.ToArray();
    }

    private static byte[] Tar(TarEntryFormat format, params (string Name, string Text)[] entries)
    {
        using var held = new MemoryStream();
        using (var writer = new TarWriter(held, format, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                    TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                    _ => new GnuTarEntry(TarEntryType.RegularFile, name),
                };
                entry.ModificationTime = DateTimeOffset.UnixEpoch;
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                writer.WriteEntry(entry);
            }
        }

        return held.ToArray();
    }
}
