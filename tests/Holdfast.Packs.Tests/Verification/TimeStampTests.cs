using Org.BouncyCastle.Tsp;

namespace Holdfast.Packs.Tests.Verification;

public sealed class TimeStampTests
{
    private static readonly DateTime At = new(2025, 1, 6, 9, 30, 0, DateTimeKind.Utc);

    private readonly TestPack _pack = TestPack.Make();
    private readonly TestAuthority _authority = new();

    private byte[] Seal => _pack.Files[PackLayout.Signature];

    private void Enclose(byte[] response)
    {
        _pack.Files[PackLayout.Stamp] = response;
        _pack.Files[PackLayout.StampChain] = _authority.ChainPem;
    }

    private void AssertFault(PackFault fault, string? roots = null)
    {
        var report = _pack.Verify(new PackVerifyOptions { TrustedStampRoots = roots });
        Assert.Equal(PackLayer.TimeStamp, report.FirstFailed);
        Assert.Equal(new PackObjection(fault, PackLayout.Stamp), Assert.Single(report[PackLayer.TimeStamp].Objections));
        Assert.Null(report.Facts.StampedAt);
        Assert.Equal(StampTrust.None, report.Facts.StampTrust);
    }

    [Fact]
    public void A_good_stamp_without_given_roots_is_left_to_the_reader()
    {
        Enclose(_authority.Stamp(Seal, At));
        var report = _pack.Verify();
        Assert.Equal(LayerState.Passed, report[PackLayer.TimeStamp].State);
        Assert.Equal(At, report.Facts.StampedAt!.Value.UtcDateTime);
        Assert.Equal("CN=Invented stamping authority", report.Facts.StampAuthority);
        Assert.Equal(StampTrust.YoursToJudge, report.Facts.StampTrust);
    }

    [Fact]
    public void A_stamp_under_a_given_root_is_trusted_as_of_the_stamped_time()
    {
        // The certificates of the authority end on 2026-01-01; what counts is that they held when it stamped.
        Enclose(_authority.Stamp(Seal, At));
        var report = _pack.Verify(new PackVerifyOptions { TrustedStampRoots = new TestAuthority(seed: 20).RootPem + _authority.RootPem });
        Assert.Equal(StampTrust.TrustedRoot, report.Facts.StampTrust);
    }

    [Fact]
    public void The_certificate_may_stand_in_the_chain_file_alone()
    {
        Enclose(_authority.Stamp(Seal, At, encloseCertificate: false));
        Assert.Equal(LayerState.Passed, _pack.Verify()[PackLayer.TimeStamp].State);
        _pack.Files.Remove(PackLayout.StampChain);
        AssertFault(PackFault.StampCertificateMissing);
    }

    [Fact]
    public void A_root_that_is_only_enclosed_is_not_trusted()
    {
        Enclose(_authority.Stamp(Seal, At));
        AssertFault(PackFault.StampNotTrusted, new TestAuthority(seed: 20).RootPem);
    }

    [Fact]
    public void A_trusted_certificate_that_had_ended_leads_nowhere()
    {
        var leaf = StampRoots.ParseStrict(_authority.ChainPem)![0];
        var itself = StampRoots.Parse(Pem.Write(Pem.Certificate, leaf.GetEncoded()))!;
        Assert.True(itself.Lead(leaf, [], At));
        Assert.False(itself.Lead(leaf, [], At.AddYears(2)));
    }

    [Fact]
    public void A_stamp_over_other_data_is_found()
    {
        Enclose(_authority.Stamp([.. Seal, 0], At));
        AssertFault(PackFault.StampOverOtherData);
    }

    [Fact]
    public void A_stamp_with_another_hash_is_refused()
    {
        Enclose(_authority.Stamp(Seal, At, digest: TspAlgorithms.Sha512));
        AssertFault(PackFault.StampOverOtherData);
    }

    [Fact]
    public void A_stamp_outside_the_life_of_its_certificate_is_refused()
    {
        Enclose(_authority.Stamp(Seal, new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        AssertFault(PackFault.StampSignatureWrong);
    }

    [Fact]
    public void A_bare_token_is_refused()
    {
        Enclose(new TimeStampResponse(_authority.Stamp(Seal, At)).TimeStampToken.GetEncoded());
        AssertFault(PackFault.StampMalformed);
    }

    [Fact]
    public void An_answer_that_says_no_is_not_a_stamp()
    {
        Enclose(TestAuthority.Refuse());
        AssertFault(PackFault.StampNotGranted);
    }

    [Fact]
    public void A_chain_without_a_stamp_is_refused()
    {
        _pack.Files[PackLayout.StampChain] = _authority.ChainPem;
        Assert.Equal(PackLayer.TimeStamp, _pack.Verify().FirstFailed);
    }

    [Fact]
    public void Any_byte_of_the_signed_part_that_changes_is_found()
    {
        var good = _authority.Stamp(Seal, At);
        // From the token's own content to its end; the status in front is not signed.
        var start = good.AsSpan().IndexOf(Convert.FromHexString("06092A864886F70D010702"));
        for (var i = start; i < good.Length; i++)
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= 1;
            Enclose(bad);
            var report = _pack.Verify(new PackVerifyOptions { TrustedStampRoots = _authority.RootPem });
            Assert.True(!report.IsIntact || report.Facts.StampedAt!.Value.UtcDateTime == At, $"byte {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("3000")]
    [InlineData("30053003020100")]
    [InlineData("308030803080308030803080")]
    public void Bytes_that_are_no_response_are_refused(string hex)
    {
        Enclose(Convert.FromHexString(hex));
        AssertFault(PackFault.StampMalformed);
    }

    [Fact]
    public void Roots_that_are_not_certificates_are_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => _pack.Verify(new PackVerifyOptions { TrustedStampRoots = "hello" }));
}
