namespace Holdfast.Findings.Identifiers;

/// <summary>
/// A Bitcoin address on the main network: Base58Check with version 0 (P2PKH) or 5 (P2SH), or segregated witness with the
/// prefix <c>bc</c> (BIP-173, BIP-350).
/// </summary>
internal readonly record struct BitcoinAddress
{
    private readonly string? _text;

    private BitcoinAddress(string text) => _text = text;

    /// <summary>The address; a segregated witness address in lower case.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads an address and checks it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out BitcoinAddress address)
    {
        var witness = Bech32.IsValid(text, "bc");
        address = default;
        if (!witness && (!Base58.TryReadChecked(text, out var version) || version is not (0 or 5)))
            return false;
        address = new BitcoinAddress(witness ? text.ToString().ToLowerInvariant() : text.ToString());
        return true;
    }

    /// <summary>
    /// True for what can hardly be anything else, whatever its checksum says. For the old form that means prefix,
    /// length, alphabet and a mixture of capitals, small letters and digits.
    /// </summary>
    public static bool HasShape(ReadOnlySpan<char> text) =>
        (Bech32.HasShape(text, "bc") && text.Length is 42 or 62) ||
        (text.Length is >= 33 and <= 34 && text[0] is '1' or '3' && Wallets.IsMixedBase58(text));

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "bitcoin address";
}
