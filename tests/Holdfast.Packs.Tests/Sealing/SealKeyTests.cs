namespace Holdfast.Packs.Tests.Sealing;

public sealed class SealKeyTests
{
    [Fact]
    public void A_key_survives_being_written_and_read()
    {
        var key = TestPack.MakeKey();
        Assert.True(SealKey.TryFromPem(key.ToPem(), out var again));
        Assert.Equal(key.Fingerprint, again!.Fingerprint);
        Assert.Equal(key.ToPem(), again.ToPem());
        Assert.Equal(key.Sign("x"u8), again.Sign("x"u8));
    }

    [Fact]
    public void Keys_of_different_randomness_differ_and_print_nothing()
    {
        Assert.NotEqual(TestPack.MakeKey(1).Fingerprint, TestPack.MakeKey(2).Fingerprint);
        Assert.Equal("seal key (private)", TestPack.MakeKey().ToString());
    }

    [Fact]
    public void A_key_of_one_pair_with_the_certificate_of_another_is_refused()
    {
        var a = TestPack.MakeKey(1).ToPem();
        var b = TestPack.MakeKey(2).CertificatePem;
        Assert.False(SealKey.TryFromPem(a[..a.IndexOf("-----BEGIN CERT", StringComparison.Ordinal)] + b, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData(
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
        + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("hello")]
    public void Other_text_is_not_a_key(string text) => Assert.False(SealKey.TryFromPem(text, out _));

    [Fact]
    public void Randomness_that_gives_no_key_is_asked_again()
    {
        var calls = 0;
        var good = TestPack.Randomness(1);
        var key = SealKey.Create(
            span =>
            {
                if (calls++ == 0)
                    span.Fill(0xFF);
                else if (calls == 2)
                    span.Clear();
                else
                    good(span);
            },
            new TestClock(TestClock.Start));
        Assert.Equal(TestPack.MakeKey(1).Fingerprint, key.Fingerprint);
    }

    [Fact]
    public void A_slip_survives_being_written_and_read()
    {
        var slip = TestPack.Make().Sealed.ToSlip();
        Assert.True(SealSlip.TryParse(slip.ToText().Replace("\n", "\r\n", StringComparison.Ordinal), out var again));
        Assert.Equal((slip.Id, slip.Seal, slip.KeyFingerprint, slip.Zip), (again!.Id, again.Seal, again.KeyFingerprint, again.Zip));
        Assert.DoesNotContain(slip.ToText(), c => c is not ('\n' or (>= ' ' and <= '~')));
        Assert.False(SealSlip.TryParse("Seal  1234\n", out _));
    }
}
