using Org.BouncyCastle.Crypto.Digests;

namespace Holdfast.Findings.Identifiers;

/// <summary>Keccak-256 with the original padding, as Ethereum and Monero use it (not the SHA3-256 of FIPS 202).</summary>
internal static class Keccak256
{
    /// <summary>Hashes the bytes into 32 bytes.</summary>
    public static void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        var digest = new KeccakDigest(256);
        digest.BlockUpdate(bytes);
        digest.DoFinal(hash);
    }
}
