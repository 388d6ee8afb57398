namespace Holdfast.Findings.Identifiers;

/// <summary>
/// A Litecoin address on the main network: Base58Check with version 0x30 or 0x32 (<c>chainparams.cpp</c> of Litecoin
/// Core), or segregated witness with the prefix <c>ltc</c>. Its old P2SH version 5 cannot be told from Bitcoin's.
/// </summary>
internal readonly record struct LitecoinAddress
{
    private readonly string? _text;

    private LitecoinAddress(string text) => _text = text;

    /// <summary>The address; a segregated witness address in lower case.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads an address and checks it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out LitecoinAddress address)
    {
        var witness = Bech32.IsValid(text, "ltc");
        address = default;
        if (!witness && (!Base58.TryReadChecked(text, out var version) || version is not (0x30 or 0x32)))
            return false;
        address = new LitecoinAddress(witness ? text.ToString().ToLowerInvariant() : text.ToString());
        return true;
    }

    /// <summary>True for what can hardly be anything else, whatever its checksum says.</summary>
    public static bool HasShape(ReadOnlySpan<char> text) =>
        (Bech32.HasShape(text, "ltc") && text.Length is 43 or 63) ||
        (text.Length is >= 33 and <= 34 && text[0] is 'L' or 'M' && Wallets.IsMixedBase58(text));

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "litecoin address";
}
