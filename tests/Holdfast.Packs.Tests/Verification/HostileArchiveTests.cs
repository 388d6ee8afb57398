using System.IO.Compression;
using System.Text;

namespace Holdfast.Packs.Tests.Verification;

/// <summary>Archives made to harm or to mislead are refused before anything in them is opened.</summary>
public sealed class HostileArchiveTests
{
    private readonly TestPack _pack = TestPack.Make();

    private string Base => _pack.Sealed.Id.ToString();

    private static void AssertRefused(PackFault fault, byte[] zip, PackVerifyOptions? options = null)
    {
        var report = TestPack.VerifyZip(zip, options);
        Assert.Equal(PackLayer.Archive, report.FirstFailed);
        Assert.Contains(fault, report[PackLayer.Archive].Objections.Select(o => o.Fault));
        Assert.All(report.Layers.Skip(1), l => Assert.Equal(LayerState.NotReached, l.State));
    }

    [Fact]
    public void The_same_files_without_a_fault_pass()
    {
        Assert.True(TestPack.VerifyZip(HostileZip.From(_pack).Finish()).IsIntact);
    }

    [Theory]
    [InlineData("../escaped.txt")]
    [InlineData("BASE/../../escaped.txt")]
    [InlineData("/etc/escaped.txt")]
    [InlineData("C:/escaped.txt")]
    [InlineData("BASE\\escaped.txt")]
    [InlineData("BASE/..\\escaped.txt")]
    public void A_path_that_leaves_the_folder_is_refused(string name) =>
        AssertRefused(PackFault.UnsafePath, HostileZip.From(_pack).Add(name.Replace("BASE", Base, StringComparison.Ordinal)).Finish());

    [Theory]
    [InlineData("BASE/data/items/0001.txt.")]
    [InlineData("BASE/data/items/0001.txt ")]
    [InlineData("BASE/data/items/0001.txt\0.jpg")]
    [InlineData("BASE/data//items/0001.txt")]
    [InlineData("BASE/./bagit.txt")]
    [InlineData("BASE/data/items/0001.txt:stream")]
    [InlineData("BASE/data/items/caf\u00E9.txt")]
    [InlineData("BASE/.hidden")]
    [InlineData("")]
    public void A_name_outside_the_plain_set_is_refused(string name) =>
        AssertRefused(PackFault.NameNotAllowed, HostileZip.From(_pack).Add(name.Replace("BASE", Base, StringComparison.Ordinal)).Finish());

    [Theory]
    [InlineData("BASE/bagit.txt")]
    [InlineData("BASE/BAGIT.txt")]
    public void A_name_that_appears_twice_in_any_case_is_refused(string name) =>
        AssertRefused(PackFault.NameRepeated, HostileZip.From(_pack).Add(name.Replace("BASE", Base, StringComparison.Ordinal)).Finish());

    [Theory]
    [InlineData("pack-0000-0000/bagit.txt")]
    [InlineData("outside.txt")]
    public void More_than_one_base_folder_is_refused(string name) =>
        AssertRefused(PackFault.MoreThanOneFolder, HostileZip.From(_pack).Add(name).Finish());

    [Theory]
    [InlineData(0xA1FFu)]
    [InlineData(0x21B6u)]
    [InlineData(0x41EDu)]
    public void A_symbolic_link_or_device_is_refused(uint mode) =>
        AssertRefused(
            PackFault.NotAFile, HostileZip.From(_pack).Add($"{Base}/report/link.txt", TestPack.Bytes("/etc/passwd"), mode: mode).Finish());

    [Theory]
    [InlineData(0x0001)]
    [InlineData(0x0041)]
    [InlineData(0x2000)]
    public void An_encrypted_entry_is_refused(ushort flags) =>
        AssertRefused(PackFault.EntryEncrypted, HostileZip.From(_pack).Add($"{Base}/report/a.txt", flags: flags).Finish());

    [Fact]
    public void An_unusual_method_or_flag_is_refused()
    {
        AssertRefused(PackFault.MethodNotAllowed, HostileZip.From(_pack).Add($"{Base}/report/a.txt", method: 12).Finish());
        AssertRefused(PackFault.MethodNotAllowed, HostileZip.From(_pack).Add($"{Base}/report/a.txt", flags: 0x20).Finish());
    }

    [Fact]
    public void Headers_that_disagree_are_refused() =>
        AssertRefused(
            PackFault.HeadersDisagree,
            HostileZip.From(_pack).Add($"{Base}/report/a.txt", localName: $"{Base}/report/b.txt").Finish());

    [Fact]
    public void A_second_name_in_an_extra_field_is_refused() =>
        AssertRefused(
            PackFault.ArchiveDamaged, HostileZip.From(_pack).Add($"{Base}/report/a.txt", extra: [0x75, 0x70, 1, 0, 0]).Finish());

    [Fact]
    public void Bytes_before_between_or_behind_the_entries_are_refused()
    {
        var hidden = TestPack.Bytes("hidden");
        AssertRefused(PackFault.ArchiveHasGaps, HostileZip.From(_pack).AddRaw(hidden).Add($"{Base}/report/a.txt").Finish());
        AssertRefused(PackFault.ArchiveHasGaps, HostileZip.From(_pack).AddRaw(hidden).Finish());
        AssertRefused(PackFault.ArchiveHasGaps, HostileZip.From(_pack).Finish(behind: hidden));
        AssertRefused(PackFault.ArchiveHasGaps, [.. _pack.Zip, .. _pack.Zip]);
        Assert.Equal(new NotAPack(NotAPackReason.NotAZip), PackVerifier.Verify(new MemoryStream([.. hidden, .. _pack.Zip])));
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_refused() =>
        AssertRefused(PackFault.ArchiveHasGaps, HostileZip.From(_pack).Add($"{Base}/report/a.txt", offset: 0).Finish());

    [Fact]
    public void An_archive_cut_short_is_refused()
    {
        AssertRefused(PackFault.ArchiveCutShort, _pack.Zip[..^1]);
        AssertRefused(PackFault.ArchiveCutShort, _pack.Zip[..^30]);
        AssertRefused(PackFault.ArchiveDamaged, HostileZip.From(_pack).Finish(count: 3));
    }

    [Fact]
    public void An_entry_bomb_is_refused_at_one_past_the_limit()
    {
        var options = new PackVerifyOptions { Limits = new PackReadingLimits { MaxEntries = _pack.Files.Count } };
        Assert.True(TestPack.VerifyZip(_pack.Zip, options).IsIntact);
        AssertRefused(PackFault.TooManyEntries, HostileZip.From(_pack).Add($"{Base}/report/a.txt").Finish(), options);
    }

    [Fact]
    public void Too_many_bytes_are_refused_at_one_past_the_limit()
    {
        var total = _pack.Files.Values.Sum(f => f.LongLength);
        Assert.True(TestPack.VerifyZip(_pack.Zip, new() { Limits = new() { MaxTotalBytes = total } }).IsIntact);
        AssertRefused(PackFault.TooLarge, _pack.Zip, new() { Limits = new() { MaxTotalBytes = total - 1 } });
    }

    [Fact]
    public void A_bomb_that_declares_its_size_is_refused_by_its_ratio()
    {
        var zeros = new byte[17 << 20];
        AssertRefused(
            PackFault.RatioTooHigh,
            HostileZip.From(_pack).Add($"{Base}/report/a.txt", zeros, method: 8, packed: Deflate(zeros)).Finish());
    }

    [Fact]
    public void A_bomb_that_hides_its_size_is_read_no_further_than_it_declares()
    {
        var zeros = new byte[64 << 20];
        var report = TestPack.VerifyZip(
            HostileZip.From(_pack).Add($"{Base}/report/a.txt", zeros, method: 8, packed: Deflate(zeros), size: 10).Finish());
        Assert.Contains(new PackObjection(PackFault.EntryDamaged, "report/a.txt"), report[PackLayer.Archive].Objections);
    }

    [Fact]
    public void A_damaged_entry_is_named_and_the_other_layers_still_speak()
    {
        var zip = (byte[])_pack.Zip.Clone();
        zip[zip.AsSpan().IndexOf("06/01/2025"u8)] ^= 1;
        var report = TestPack.VerifyZip(zip);
        Assert.Equal(new PackObjection(PackFault.EntryDamaged, "data/items/0001.txt"), Assert.Single(report[PackLayer.Archive].Objections));
        Assert.Equal(LayerState.Failed, report[PackLayer.Payload].State);
        Assert.Equal(LayerState.Passed, report[PackLayer.Seal].State);
    }

    [Fact]
    public void A_pack_that_was_unpacked_and_packed_again_by_another_program_still_passes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(new Unseekable(file), ZipArchiveMode.Create))
        {
            zip.CreateEntry($"{Base}/data/");
            foreach (var (path, bytes) in _pack.Files)
            {
                using var entry = zip.CreateEntry($"{Base}/{path}", CompressionLevel.SmallestSize).Open();
                entry.Write(bytes);
            }
        }

        Assert.True(TestPack.VerifyZip(file.ToArray()).IsIntact);
        Assert.Equal(PackLayer.Slip, TestPack.VerifyZip(file.ToArray(), _pack.Sealed.ToSlip().ToExpectations()).FirstFailed);
    }

    [Fact]
    public void A_base_folder_with_another_name_is_found_by_the_structure_layer()
    {
        var zip = new HostileZip();
        foreach (var (path, bytes) in _pack.Files)
            zip.Add($"pack-0000-0000/{path}", bytes);
        Assert.Equal(PackLayer.Structure, TestPack.VerifyZip(zip.Finish()).FirstFailed);
    }

    [Fact]
    public void The_large_form_of_the_archive_is_read_like_the_small_one()
    {
        using var file = new MemoryStream();
        using var zip = new ZipWriter(file, zip64From: 100);
        foreach (var (path, bytes) in _pack.Files)
            zip.Write($"{Base}/{path}", ContentDigest.Of(bytes), new MemoryStream(bytes));
        zip.Finish();
        Assert.True(TestPack.VerifyZip(file.ToArray()).IsIntact);
    }

    [Fact]
    public void Other_things_are_not_packs_and_the_reason_is_told()
    {
        static NotAPackReason Reason(byte[] bytes) =>
            Assert.IsType<NotAPack>(PackVerifier.Verify(new MemoryStream(bytes))).Reason;

        Assert.Equal(NotAPackReason.Empty, Reason([]));
        Assert.Equal(NotAPackReason.AgeEncrypted, Reason(Encoding.ASCII.GetBytes("age-encryption.org/v1\n-> X25519 abc\n")));
        Assert.Equal(NotAPackReason.AgeEncrypted, Reason(Encoding.ASCII.GetBytes("-----BEGIN AGE ENCRYPTED FILE-----\n")));
        Assert.Equal(NotAPackReason.NotAZip, Reason(Encoding.ASCII.GetBytes("%PDF-1.7")));
        Assert.Equal(NotAPackReason.NoBagInside, Reason(new HostileZip().Add("WhatsApp Chat \u00E9.txt", [1]).Finish()));
    }

    [Fact]
    public void A_link_in_a_folder_is_refused_unopened()
    {
        var folder = TestPack.ToFolder(_pack.Files);
        var link = new PackFolderFile("report/link.txt", 1, IsLink: true, () => throw new InvalidOperationException("opened"));
        var report = Assert.IsType<PackReport>(PackVerifier.Verify(new PackFolder([.. folder.Files, link])));
        Assert.Equal(new PackObjection(PackFault.NotAFile, "report/link.txt"), Assert.Single(report[PackLayer.Archive].Objections));
    }

    [Fact]
    public void A_folder_is_judged_like_the_archive_it_came_from()
    {
        var options = _pack.Sealed.ToSlip().ToExpectations();
        var report = Assert.IsType<PackReport>(PackVerifier.Verify(TestPack.ToFolder(_pack.Files), options));
        Assert.True(report.IsIntact);
        Assert.Null(report.Facts.Zip);
        Assert.Equal(new NotAPack(NotAPackReason.Empty), PackVerifier.Verify(new PackFolder([])));
        Assert.Equal(
            new NotAPack(NotAPackReason.NoBagInside), PackVerifier.Verify(TestPack.ToFolder([new("holiday.txt", [1])])));
    }

    [Fact]
    public void A_file_without_an_end_is_read_no_further_than_it_was_listed()
    {
        var folder = TestPack.ToFolder(_pack.Files);
        var endless = new PackFolderFile("report/endless.txt", 10, IsLink: false, () => new Endless());
        var report = Assert.IsType<PackReport>(PackVerifier.Verify(new PackFolder([.. folder.Files, endless])));
        Assert.Equal(new PackObjection(PackFault.EntryDamaged, "report/endless.txt"), Assert.Single(report[PackLayer.Archive].Objections));
    }

    private sealed class Endless : MemoryStream
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count) =>
            _reads++ < 3 ? count : throw new InvalidOperationException("read on");
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
            deflate.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Makes a ZIP writer use data descriptors.</summary>
    private sealed class Unseekable(Stream target) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => target.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);
    }
}
