using CsCheck;

namespace Holdfast.Packs.Tests.Format;

public sealed class Sha256DigestTests
{
    [Fact]
    public void A_hash_is_read_in_each_form_that_people_type()
    {
        // FIPS 180-4 example: "abc".
        const string hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        var digest = Sha256Digest.Of("abc"u8);
        Assert.Equal(hex, digest.ToString());
        foreach (var text in new[] { hex, hex.ToUpperInvariant(), $"  {hex}\r", digest.ToFingerprint() })
        {
            Assert.True(Sha256Digest.TryParse(text, out var read), text);
            Assert.Equal(digest, read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015adff")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Anything_else_is_not_a_hash(string text) => Assert.False(Sha256Digest.TryParse(text, out _));

    [Fact]
    public void Bytes_and_text_give_the_hash_back() => Gen.Byte.Array[32].Sample(bytes =>
    {
        var digest = Sha256Digest.FromBytes(bytes);
        return digest.ToArray().AsSpan().SequenceEqual(bytes)
            && Sha256Digest.TryParse(digest.ToString(), out var a) && a == digest
            && Sha256Digest.TryParse(digest.ToFingerprint(), out var b) && b == digest;
    });

    [Fact]
    public void A_crc_is_that_of_the_standard_whatever_the_parts()
    {
        Assert.Equal(0xCBF43926, ContentDigest.Of("123456789"u8).Crc);
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Int[0, 100]).Sample((bytes, cut) =>
        {
            cut = Math.Min(cut, bytes.Length);
            var parts = new Crc32();
            parts.Append(bytes.AsSpan(0, cut));
            parts.Append(bytes.AsSpan(cut));
            return parts.Value == ContentDigest.Of(bytes).Crc;
        });
    }
}
