using System.Text;

namespace Holdfast.Packs.Tests.Verification;

/// <summary>One change a test; each must be found by the layer that is there to find it.</summary>
public sealed class TamperedPackTests
{
    private readonly TestPack _pack = TestPack.Make();

    private static IEnumerable<PackFault> Faults(PackReport report) => report.Layers.SelectMany(l => l.Objections).Select(o => o.Fault);

    [Fact]
    public void An_untouched_pack_passes_every_layer()
    {
        var report = TestPack.VerifyZip(_pack.Zip);
        Assert.True(report.IsIntact, report.ToString());
        Assert.Equal(Enum.GetValues<PackLayer>(), report.Layers.Select(l => l.Layer));
        Assert.Equal(
            [PackLayer.TimeStamp, PackLayer.Slip],
            report.Layers.Where(l => l.State != LayerState.Passed).Select(l => l.Layer));
        Assert.Equal(LayerState.Absent, report[PackLayer.TimeStamp].State);
        Assert.Equal(_pack.Sealed.Seal, report.Facts.Seal);
        Assert.Equal(_pack.Sealed.Id, report.Facts.Id);
        Assert.Equal(_pack.Sealed.Zip, report.Facts.Zip);
        Assert.Equal(_pack.Sealed.SealedAt, report.Facts.SignedAt);
        Assert.Equal((3, 1), (report.Facts.ItemsCopied, report.Facts.ItemsWithheld));
    }

    [Fact]
    public void A_changed_payload_byte_is_found_by_the_payload_layer()
    {
        _pack.Files["data/items/0001.txt"][3] ^= 1;
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Payload, report.FirstFailed);
        Assert.Equal(
            new PackObjection(PackFault.HashMismatch, "data/items/0001.txt", 1), Assert.Single(report[PackLayer.Payload].Objections));
    }

    [Fact]
    public void A_missing_payload_file_is_found_by_the_payload_layer()
    {
        _pack.Files.Remove("data/items/0002.eml");
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Payload, report.FirstFailed);
        Assert.Contains(new PackObjection(PackFault.FileMissing, "data/items/0002.eml", 2), report[PackLayer.Payload].Objections);
    }

    [Fact]
    public void A_changed_list_is_found_by_the_tags_layer()
    {
        _pack.Files[PackLayout.Identifiers][5] ^= 1;
        Assert.Equal(PackLayer.Tags, _pack.Verify().FirstFailed);
    }

    [Fact]
    public void An_added_payload_file_is_found_by_the_completeness_layer()
    {
        _pack.Files["data/items/0099.txt"] = TestPack.Bytes("added later\n");
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Completeness, report.FirstFailed);
        Assert.Contains(new PackObjection(PackFault.FileNotListed, "data/items/0099.txt"), report[PackLayer.Completeness].Objections);
    }

    [Fact]
    public void An_added_report_is_found_by_the_completeness_layer()
    {
        _pack.Files["report/other.txt"] = TestPack.Bytes("added later\n");
        Assert.Equal(PackLayer.Completeness, _pack.Verify().FirstFailed);
    }

    [Theory]
    [InlineData("fetch.txt")]
    [InlineData("seal/john-example.txt")]
    [InlineData("data/other.txt")]
    [InlineData("data/items/0001.html.txt")]
    [InlineData("metadata/deep/er.txt")]
    public void A_file_without_a_place_in_the_layout_is_found_by_the_structure_layer_and_its_name_is_not_shown(string path)
    {
        _pack.Files[path] = TestPack.Bytes("x");
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Structure, report.FirstFailed);
        Assert.Contains(new PackObjection(PackFault.FileNotExpected), report[PackLayer.Structure].Objections);
        Assert.DoesNotContain(report.Layers.SelectMany(l => l.Objections), o => o.Path == path);
    }

    [Theory]
    [InlineData("bagit.txt")]
    [InlineData("README.txt")]
    [InlineData("bag-info.txt")]
    [InlineData("manifest-sha256.txt")]
    [InlineData("tagmanifest-sha256.txt")]
    public void A_missing_file_of_the_bag_is_found_by_the_structure_layer(string path)
    {
        _pack.Files.Remove(path);
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Structure, report.FirstFailed);
        Assert.Contains(new PackObjection(PackFault.FileMissing, path), report[PackLayer.Structure].Objections);
    }

    [Theory]
    [InlineData("custody/custody.jsonl", PackLayer.Custody)]
    [InlineData("metadata/withheld-sha256.txt", PackLayer.Withheld)]
    [InlineData("metadata/items.json", PackLayer.Items)]
    public void A_list_left_out_by_whoever_holds_the_key_is_found_by_its_own_layer(string path, PackLayer layer)
    {
        _pack.Files.Remove(path);
        _pack.Reseal(_pack.Key);
        Assert.Equal(layer, _pack.Verify().FirstFailed);
    }

    [Theory]
    [InlineData("seal/seal.p7s")]
    [InlineData("seal/signer.pem")]
    public void A_missing_seal_is_found_by_the_seal_layer(string path)
    {
        _pack.Files.Remove(path);
        Assert.Equal(PackLayer.Seal, _pack.Verify().FirstFailed);
    }

    [Fact]
    public void Rewritten_manifests_are_found_by_the_seal_layer()
    {
        _pack.Files["data/items/0001.txt"][3] ^= 1;
        _pack.Reseal(key: null);
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Seal, report.FirstFailed);
        Assert.Equal(PackFault.SealOverOtherFile, report[PackLayer.Seal].Objections[0].Fault);
    }

    [Fact]
    public void A_pack_made_anew_with_another_key_is_found_by_the_slip()
    {
        _pack.Reseal(TestPack.MakeKey(seed: 2));
        Assert.True(_pack.Verify().IsIntact);
        var report = _pack.Verify(_pack.Sealed.ToSlip().ToExpectations());
        Assert.Equal(PackLayer.Slip, report.FirstFailed);
        Assert.Equal(
            [PackFault.SlipKeyDiffers, PackFault.SlipZipDiffers],
            report[PackLayer.Slip].Objections.Select(o => o.Fault));
    }

    [Fact]
    public void A_certificate_of_another_key_beside_the_signature_is_found_by_the_seal_layer()
    {
        _pack.Files[PackLayout.Signer] = TestPack.Bytes(TestPack.MakeKey(seed: 2).CertificatePem);
        var report = _pack.Verify();
        Assert.Equal(
            new PackObjection(PackFault.SealCertificateWrong, PackLayout.Signer), Assert.Single(report[PackLayer.Seal].Objections));
    }

    [Fact]
    public void A_log_cut_short_and_sealed_again_with_the_same_key_is_found_by_the_custody_layer()
    {
        var log = Encoding.ASCII.GetString(_pack.Files[PackLayout.Custody]).TrimEnd('\n');
        _pack.Files[PackLayout.Custody] = TestPack.Bytes(log[..(log.LastIndexOf('\n') + 1)]);
        _pack.Reseal(_pack.Key);
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Custody, report.FirstFailed);
        Assert.Equal([PackFault.CustodyCountWrong, PackFault.CustodyHeadWrong], Faults(report));
    }

    [Fact]
    public void Withheld_content_is_found_even_when_everything_else_was_made_to_fit()
    {
        _pack.Files["data/items/0003.jpg"] = TestPack.Picture;
        _pack.Reseal(_pack.Key);
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Withheld, report.FirstFailed);
        Assert.Equal(new PackObjection(PackFault.WithheldContentPresent, "data/items/0003.jpg"), report[PackLayer.Withheld].Objections[0]);
        Assert.Equal(LayerState.Passed, report[PackLayer.Seal].State);
    }

    [Fact]
    public void Withheld_content_is_found_by_the_log_alone_when_the_lists_were_emptied()
    {
        _pack.Files["report/picture.jpg"] = TestPack.Picture;
        _pack.Files[PackLayout.Withheld] = [];
        _pack.Files[PackLayout.Items] = ItemsJson.Write(_pack.Sealed.Id, []);
        _pack.Reseal(_pack.Key);
        Assert.Equal(PackLayer.Withheld, _pack.Verify().FirstFailed);
    }

    [Fact]
    public void Lists_that_disagree_about_an_item_are_found_by_the_items_layer()
    {
        _pack.Files[PackLayout.Items] = TestPack.Bytes(Encoding.UTF8.GetString(_pack.Files[PackLayout.Items])
            .Replace($"\"bytes\": {_pack.Files["data/items/0001.txt"].Length},", "\"bytes\": 40,", StringComparison.Ordinal));
        _pack.Reseal(_pack.Key);
        Assert.Equal(PackLayer.Items, _pack.Verify().FirstFailed);
    }

    [Fact]
    public void A_version_that_is_not_known_is_found_by_the_structure_layer()
    {
        _pack.Files[PackLayout.BagInfo] = TestPack.Bytes(Encoding.UTF8.GetString(_pack.Files[PackLayout.BagInfo])
            .Replace("Pack-Format: 1", "Pack-Format: 2", StringComparison.Ordinal));
        _pack.Reseal(_pack.Key);
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Structure, report.FirstFailed);
        Assert.Equal([PackFault.VersionUnknown], Faults(report));
    }

    [Fact]
    public void A_pack_that_calls_itself_complete_but_lists_gaps_is_found_by_the_structure_layer()
    {
        _pack.Files[PackLayout.Gaps] = TestPack.Bytes("{}\n");
        _pack.Reseal(_pack.Key);
        Assert.Equal(PackLayer.Structure, _pack.Verify().FirstFailed);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("  data/items/0001.txt", " *data/items/0001.txt")]
    [InlineData("  data/items/0001.txt\n", "  data/items/0001.txt\n\n")]
    [InlineData("data/items/0001.txt", "./data/items/0001.txt")]
    public void A_manifest_in_another_spelling_is_found_by_the_payload_layer(string from, string to)
    {
        var text = Encoding.ASCII.GetString(_pack.Files[PackLayout.Manifest]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        _pack.Files[PackLayout.Manifest] = TestPack.Bytes(text.Replace(from, to, StringComparison.Ordinal));
        var report = _pack.Verify();
        Assert.Equal(PackLayer.Payload, report.FirstFailed);
        Assert.Contains(PackFault.LineMalformed, Faults(report));
    }

    [Fact]
    public void The_order_of_a_manifest_is_free()
    {
        var lines = Encoding.ASCII.GetString(_pack.Files[PackLayout.Manifest]).TrimEnd('\n').Split('\n');
        _pack.Files[PackLayout.Manifest] = TestPack.Bytes(string.Join('\n', lines.Reverse()) + "\n");
        Assert.Equal(LayerState.Passed, _pack.Verify()[PackLayer.Payload].State);
    }

    [Fact]
    public void Thousands_of_objections_are_counted_but_not_all_listed()
    {
        _pack.Files[PackLayout.Manifest] = TestPack.Bytes(new string('\n', 5000));
        var payload = _pack.Verify()[PackLayer.Payload];
        Assert.Equal(LayerResult.MaxObjections, payload.Objections.Count);
        Assert.Equal(4900, payload.More);
    }
}
