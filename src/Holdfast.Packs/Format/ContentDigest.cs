using System.Security.Cryptography;

namespace Holdfast.Packs;

/// <summary>What one pass over some bytes yields: enough to list them in a manifest and to store them in a ZIP.</summary>
internal readonly record struct ContentDigest(Sha256Digest Hash, long Bytes, uint Crc)
{
    private const int BufferSize = 128 * 1024;

    public static ContentDigest Of(ReadOnlySpan<byte> data)
    {
        var crc = new Crc32();
        crc.Append(data);
        return new ContentDigest(Sha256Digest.Of(data), data.Length, crc.Value);
    }

    /// <summary>Reads a stream to its end in constant memory.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="limit">Where to stop; the result then has more bytes than this.</param>
    public static ContentDigest Read(Stream source, long limit = long.MaxValue) => Copy(source, null, limit);

    /// <summary>Reads a stream to its end and writes what it read, so that what was hashed is what was written.</summary>
    public static ContentDigest Copy(Stream source, Stream? target, long limit = long.MaxValue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = new Crc32();
        var buffer = new byte[BufferSize];
        var total = 0L;
        for (int read; total <= limit && (read = source.Read(buffer, 0, buffer.Length)) > 0; total += read)
        {
            var part = buffer.AsSpan(0, read);
            hash.AppendData(part);
            crc.Append(part);
            target?.Write(part);
        }

        Span<byte> result = stackalloc byte[Sha256Digest.Size];
        hash.GetHashAndReset(result);
        return new ContentDigest(Sha256Digest.FromBytes(result), total, crc.Value);
    }
}
