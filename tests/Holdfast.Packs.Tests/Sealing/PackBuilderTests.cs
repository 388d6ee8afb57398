using System.Text;
using System.Text.Json;

namespace Holdfast.Packs.Tests.Sealing;

public sealed class PackBuilderTests
{
    private static PackSource Text(string text) => PackSource.FromBytes("a.txt", "text/plain", TestPack.Bytes(text));

    [Fact]
    public void The_same_input_clock_and_key_give_the_same_bytes()
    {
        var a = TestPack.Make();
        var b = TestPack.Make();
        Assert.Equal(a.Zip, b.Zip);
        Assert.Equal(a.Sealed.ToSlip().ToText(), b.Sealed.ToSlip().ToText());
    }

    [Fact]
    public void Another_clock_key_or_item_gives_another_pack()
    {
        var a = TestPack.Make();
        var clock = TestPack.Make(options: TestPack.MakeOptions(start: TestClock.Start.AddMinutes(1)));
        var key = TestPack.Make(options: TestPack.MakeOptions(TestPack.MakeKey(seed: 2)));
        var item = TestPack.Make(b => b.Add(Text("other")));
        var ids = new[] { a, clock, key, item }.Select(p => p.Sealed.Id.ToString()).ToList();
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(4, new[] { a, clock, key, item }.Select(p => p.Sealed.Seal).Distinct().Count());
    }

    [Fact]
    public void The_bytes_of_a_known_pack_do_not_change_from_version_to_version()
    {
        // If this fails on purpose, the format has changed: say so in docs/pack-format.md.
        Assert.Equal("pack-DJ79-FVKT", TestPack.Make().Sealed.Id.ToString());
        Assert.Equal("d2677be96f44ea95b453de9e00c94cdd65850ec0f2aceb28b4ef27b15c4c6555", TestPack.Make().Sealed.Zip.ToString());
    }

    [Fact]
    public void Items_are_copied_byte_for_byte_under_their_number_and_a_harmless_extension()
    {
        var pack = TestPack.Make(b =>
        {
            b.Add(PackSource.FromBytes("message_1.html", "text/html", TestPack.Bytes("<script>")));
            b.Add(PackSource.FromBytes("run.exe", "application/octet-stream", TestPack.Bytes("MZ")));
            b.Add(PackSource.FromBytes(null, "image/png", TestPack.Bytes("png")));
        });
        Assert.Equal("<script>", Encoding.UTF8.GetString(pack.Files["data/items/0001.txt"]));
        Assert.Equal("MZ", Encoding.UTF8.GetString(pack.Files["data/items/0002.bin"]));
        Assert.Equal("png", Encoding.UTF8.GetString(pack.Files["data/items/0003.png"]));
    }

    [Fact]
    public void Original_names_stand_in_the_list_of_items_and_nowhere_else()
    {
        var pack = TestPack.Make();
        var holders = pack.Files.Where(f => Encoding.UTF8.GetString(f.Value).Contains("example.user.txt", StringComparison.Ordinal));
        Assert.Equal(PackLayout.Items, Assert.Single(holders).Key);
    }

    [Fact]
    public void A_withheld_item_has_no_path_and_its_bytes_are_in_no_file()
    {
        var pack = TestPack.Make();
        using var items = JsonDocument.Parse(pack.Files[PackLayout.Items]);
        var item = items.RootElement.GetProperty("items")[2];
        Assert.False(item.TryGetProperty("path", out _));
        Assert.False(item.GetProperty("copied").GetBoolean());
        Assert.Equal("marked-intimate", item.GetProperty("withheldBecause").GetString());
        Assert.Equal(
            $"{Sha256Digest.Of(TestPack.Picture)}  withheld/0003\n", Encoding.ASCII.GetString(pack.Files[PackLayout.Withheld]));
        Assert.True(pack.Zip.AsSpan().IndexOf(TestPack.Picture) < 0);
    }

    [Fact]
    public void Bytes_that_are_already_withheld_are_withheld_again_and_not_copied()
    {
        var pack = TestPack.Make(b =>
        {
            b.Add(Text("kept"));
            b.Withhold(TestPack.Bytes("secret") is var s ? PackSource.FromBytes(null, "image/png", s) : null!, WithheldReason.NotSure);
            Assert.Equal(WithheldReason.SameAsWithheld, b.Add(Text("secret")).Withheld);
            Assert.Equal(WithheldReason.SameAsWithheld, b.AddDerived(Text("secret"), b.Items[0].Number).Withheld);
        });
        Assert.True(pack.Zip.AsSpan().IndexOf("secret"u8) < 0);
        Assert.True(TestPack.VerifyZip(pack.Zip).IsIntact);
    }

    [Fact]
    public void Bytes_that_were_copied_before_they_were_withheld_are_taken_out_again()
    {
        var pack = TestPack.Make(b =>
        {
            b.Add(Text("kept"));
            b.Add(Text("secret"));
            b.Withhold(Sha256Digest.Of("secret"u8), 6, "image/png", null, WithheldReason.MarkedIntimate);
            Assert.Equal([true, false, false], b.Items.Select(i => i.IsCopied));
        });
        Assert.True(pack.Zip.AsSpan().IndexOf("secret"u8) < 0);
        Assert.True(TestPack.VerifyZip(pack.Zip).IsIntact);
    }

    [Fact]
    public void A_report_with_withheld_bytes_stops_the_pack()
    {
        var e = Assert.Throws<PackException>(() => TestPack.Make(b =>
        {
            b.Add(Text("kept"));
            b.AddReport("report.html", TestPack.Picture);
            b.Withhold(PackSource.FromBytes(null, "image/png", TestPack.Picture), WithheldReason.MarkedIntimate);
        }));
        Assert.Equal(PackFailure.WithheldContent, e.Failure);
    }

    [Fact]
    public void An_item_that_changes_between_adding_and_writing_stops_the_pack_and_is_named_by_number_only()
    {
        var opened = 0;
        var e = Assert.Throws<PackException>(() => TestPack.Make(b =>
        {
            b.Add(Text("kept"));
            b.Add(new PackSource("private name.txt", "text/plain", () => new MemoryStream(TestPack.Bytes($"opened {opened++}"))));
        }));
        Assert.Equal((PackFailure.ItemChanged, 2), (e.Failure, e.Item.Value));
        Assert.Contains("0002", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_without_a_copied_item_is_refused()
    {
        var e = Assert.Throws<PackException>(() => TestPack.Make(
            b => b.Withhold(PackSource.FromBytes(null, "image/png", TestPack.Picture), WithheldReason.NotSure)));
        Assert.Equal(PackFailure.NoCopiedItem, e.Failure);
    }

    [Fact]
    public void A_pack_whose_only_item_became_withheld_is_refused()
    {
        var e = Assert.Throws<PackException>(() => TestPack.Make(b =>
        {
            b.Add(Text("secret"));
            b.Withhold(Text("secret"), WithheldReason.MarkedIntimate);
        }));
        Assert.Equal(PackFailure.NoCopiedItem, e.Failure);
    }

    [Fact]
    public void A_partial_pack_says_so_in_its_name_and_lists_its_gaps()
    {
        var pack = TestPack.Make(b =>
        {
            b.Add(Text("kept"));
            b.AddGap("cannot-open");
        });
        Assert.Equal($"{pack.Sealed.Id}-partial.zip", pack.Sealed.FileName);
        Assert.Contains("Pack-State: partial\n", Encoding.ASCII.GetString(pack.Files[PackLayout.BagInfo]), StringComparison.Ordinal);
        Assert.Contains("cannot-open", Encoding.ASCII.GetString(pack.Files[PackLayout.Gaps]), StringComparison.Ordinal);
        Assert.Contains("PARTIAL", Encoding.ASCII.GetString(pack.Files[PackLayout.Readme]), StringComparison.Ordinal);
        Assert.True(TestPack.VerifyZip(pack.Zip).Facts.IsPartial);
    }

    [Fact]
    public void The_next_pack_of_a_case_goes_on_with_the_log_the_numbers_and_what_is_withheld()
    {
        var first = TestPack.Make();
        var second = TestPack.Make(
            b =>
            {
                b.Record(CustodyEvent.HandedOver, first.Sealed.Id);
                Assert.Equal("0005", b.Add(Text("more")).Number.ToString());
                Assert.Equal(
                    WithheldReason.SameAsWithheld, b.Add(PackSource.FromBytes("x.jpg", "image/jpeg", TestPack.Picture)).Withheld);
            },
            TestPack.MakeOptions() with { EarlierCustodyLog = first.Sealed.CustodyLog });
        Assert.True(second.Sealed.CustodyLog.Span.StartsWith(first.Sealed.CustodyLog.Span));
        Assert.Equal(second.Sealed.CustodyLog.ToArray(), second.Files[PackLayout.Custody]);
        Assert.Equal(first.Sealed.KeyFingerprint, second.Sealed.KeyFingerprint);
        Assert.NotEqual(first.Sealed.Id, second.Sealed.Id);
        Assert.True(TestPack.VerifyZip(second.Zip).IsIntact);
    }

    [Fact]
    public void A_broken_earlier_log_is_refused()
    {
        var log = TestPack.Make().Sealed.CustodyLog.ToArray();
        log[20] ^= 1;
        var e = Assert.Throws<PackException>(() => new PackBuilder(TestPack.MakeOptions() with { EarlierCustodyLog = log }));
        Assert.Equal(PackFailure.EarlierLogBroken, e.Failure);
    }

    [Fact]
    public void After_the_id_was_read_no_item_can_be_added()
    {
        var builder = new PackBuilder(TestPack.MakeOptions());
        builder.Add(Text("a"));
        _ = builder.Id;
        Assert.Throws<InvalidOperationException>(() => builder.Add(Text("b")));
        Assert.Throws<InvalidOperationException>(() => builder.Withhold(Text("b"), WithheldReason.NotSure));
    }

    [Theory]
    [InlineData("../x.txt")]
    [InlineData("Report.txt")]
    [InlineData("a/b.txt")]
    [InlineData("items.json")]
    [InlineData("identifiers.csv")]
    [InlineData("noextension")]
    [InlineData("")]
    public void A_file_name_that_is_taken_or_not_of_our_form_is_refused(string name)
    {
        var builder = new PackBuilder(TestPack.MakeOptions());
        Assert.Throws<ArgumentException>(() => builder.AddMetadata(name, []));
    }

    [Fact]
    public void The_stream_must_be_empty_and_readable()
    {
        var builder = new PackBuilder(TestPack.MakeOptions());
        builder.Add(Text("a"));
        Assert.Throws<ArgumentException>(() => builder.Seal(new MemoryStream([1])));
    }

    [Fact]
    public void A_disk_that_loses_what_it_was_given_is_noticed_before_the_pack_counts_as_sealed()
    {
        var builder = new PackBuilder(TestPack.MakeOptions());
        builder.Add(Text("a"));
        var e = Assert.Throws<PackException>(() => builder.Seal(new ForgetfulStream()));
        Assert.Equal(PackFailure.WrittenPackBroken, e.Failure);
    }

    private sealed class ForgetfulStream : MemoryStream
    {
        // Reading into a span comes here too.
        public override int Read(byte[] buffer, int offset, int count)
        {
            var isFirst = Position == 0;
            var read = base.Read(buffer, offset, count);
            if (isFirst && read > 1000)
                buffer[offset + 1000] ^= 1;
            return read;
        }
    }
}
