namespace Holdfast.Findings.Identifiers;

/// <summary>
/// An Ethereum address: <c>0x</c> and 40 hexadecimal digits. Capitals among them carry a checksum (ERC-55); digits of
/// one case only carry none and are accepted.
/// </summary>
internal readonly record struct EthereumAddress
{
    private const int Length = 42;

    private readonly string? _text;

    private EthereumAddress(string text) => _text = text;

    /// <summary>The address with the capitals of ERC-55.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads an address and checks it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EthereumAddress address)
    {
        address = default;
        if (!HasShape(text))
            return false;
        Span<char> normal = stackalloc char[Length];
        Capitalise(text, normal);
        var hex = text[2..];
        var oneCase = hex.IndexOfAnyInRange('a', 'f') < 0 || hex.IndexOfAnyInRange('A', 'F') < 0;
        if (!oneCase && !normal[2..].SequenceEqual(hex))
            return false;
        address = new EthereumAddress(normal.ToString());
        return true;
    }

    /// <summary>True for the prefix, the length and the alphabet, whatever the capitals say.</summary>
    public static bool HasShape(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text[0] != '0' || text[1] is not ('x' or 'X'))
            return false;
        foreach (var c in text[2..])
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }

    private static void Capitalise(ReadOnlySpan<char> text, Span<char> normal)
    {
        text.ToLowerInvariant(normal);
        Span<byte> ascii = stackalloc byte[Length - 2];
        for (var i = 0; i < ascii.Length; i++)
            ascii[i] = (byte)normal[i + 2];
        Span<byte> hash = stackalloc byte[32];
        Keccak256.Hash(ascii, hash);
        for (var i = 0; i < ascii.Length; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
            if (nibble > 7)
                normal[i + 2] = char.ToUpperInvariant(normal[i + 2]);
        }
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "ethereum address";
}
