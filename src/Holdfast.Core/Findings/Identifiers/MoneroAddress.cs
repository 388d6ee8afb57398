using System.Buffers.Binary;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// A Monero address on the main network (docs.getmonero.org, "Public address"): network byte 18 (standard), 19 (with
/// payment id) or 42 (subaddress), keys, and four bytes of Keccak-256; in Base58 by blocks of 8 bytes to 11 characters.
/// </summary>
internal readonly record struct MoneroAddress
{
    private const int Standard = 95;
    private const int Integrated = 106;
    private const int BlockCharacters = 11;
    private const int BlockBytes = 8;

    private readonly string? _text;

    private MoneroAddress(string text) => _text = text;

    /// <summary>The address.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads an address and checks it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MoneroAddress address)
    {
        address = default;
        Span<byte> bytes = stackalloc byte[80];
        if (!HasShape(text) || !TryDecode(text, bytes, out var count))
            return false;
        Span<byte> hash = stackalloc byte[32];
        Keccak256.Hash(bytes[..(count - 4)], hash);
        var expected = text.Length == Integrated ? bytes[0] is 19 : bytes[0] is 18 or 42;
        if (!expected || !hash[..4].SequenceEqual(bytes[(count - 4)..count]))
            return false;
        address = new MoneroAddress(text.ToString());
        return true;
    }

    /// <summary>True for the prefix, the length and the alphabet, whatever the checksum says.</summary>
    public static bool HasShape(ReadOnlySpan<char> text) =>
        text.Length is Standard or Integrated && text[0] is '4' or '8' && Base58.IsAlphabet(text);

    private static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes, out int count)
    {
        count = 0;
        Span<byte> block = stackalloc byte[BlockBytes];
        while (!text.IsEmpty)
        {
            var characters = Math.Min(BlockCharacters, text.Length);

            // The last block of 7 characters is 5 bytes.
            var size = characters == BlockCharacters ? BlockBytes : 5;
            UInt128 number = 0;
            foreach (var c in text[..characters])
                number = number * 58 + (UInt128)Base58.Value(c);
            if (number >> (size * 8) != 0)
                return false;
            BinaryPrimitives.WriteUInt64BigEndian(block, (ulong)number);
            block[(BlockBytes - size)..].CopyTo(bytes[count..]);
            count += size;
            text = text[characters..];
        }

        return true;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "monero address";
}
