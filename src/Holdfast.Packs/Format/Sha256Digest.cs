using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Holdfast.Packs;

/// <summary>A SHA-256 hash (FIPS 180-4): 32 bytes, compared by value. The default value is 32 zero bytes.</summary>
public readonly record struct Sha256Digest
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly ulong _a, _b, _c, _d;

    private Sha256Digest(ReadOnlySpan<byte> bytes)
    {
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The hash of some bytes.</summary>
    public static Sha256Digest Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(data, hash);
        return new Sha256Digest(hash);
    }

    /// <summary>Takes the 32 bytes of a hash as they are.</summary>
    /// <exception cref="ArgumentException">The length is not <see cref="Size"/>.</exception>
    public static Sha256Digest FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size ? new Sha256Digest(bytes) : throw new ArgumentException("A SHA-256 hash has 32 bytes.", nameof(bytes));

    /// <summary>
    /// Reads a hash as people type it: 64 hexadecimal digits in either case, or 32 pairs with colons between them (the form in
    /// which openssl prints a fingerprint). White space around it is ignored.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Sha256Digest digest)
    {
        text = text.Trim();
        Span<char> hex = stackalloc char[2 * Size];
        if (text.Length == 3 * Size - 1)
        {
            for (var i = 0; i < Size; i++)
            {
                if (i > 0 && text[3 * i - 1] != ':')
                    return Fail(out digest);
                text.Slice(3 * i, 2).CopyTo(hex[(2 * i)..]);
            }
        }
        else if (!text.TryCopyTo(hex) || text.Length != hex.Length)
        {
            return Fail(out digest);
        }

        Span<byte> bytes = stackalloc byte[Size];
        if (Convert.FromHexString(hex, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return Fail(out digest);
        digest = new Sha256Digest(bytes);
        return true;
    }

    /// <summary>Reads exactly 64 lower-case hexadecimal digits: the only form inside a pack.</summary>
    internal static bool TryParseCanonical(ReadOnlySpan<byte> ascii, out Sha256Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (ascii.Length != 2 * Size || ascii.ContainsAnyInRange((byte)'A', (byte)'F')
            || Convert.FromHexString(ascii, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return Fail(out digest);
        digest = new Sha256Digest(bytes);
        return true;
    }

    /// <summary>The 32 bytes in order.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _a);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), _b);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(16), _c);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(24), _d);
        return bytes;
    }

    /// <summary>Upper-case pairs with colons, as <c>openssl x509 -fingerprint -sha256</c> prints them.</summary>
    public string ToFingerprint() => BitConverter.ToString(ToArray()).Replace('-', ':');

    /// <summary>64 lower-case hexadecimal digits, as <c>sha256sum</c> prints them.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    private static bool Fail(out Sha256Digest digest)
    {
        digest = default;
        return false;
    }
}
