namespace Holdfast.Findings.Identifiers;

/// <summary>A Tron address: Base58Check with version 0x41, always 34 characters from <c>T</c> on (Tron developer hub, "Account").</summary>
internal readonly record struct TronAddress
{
    private readonly string? _text;

    private TronAddress(string text) => _text = text;

    /// <summary>The address.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads an address and checks it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TronAddress address)
    {
        address = default;
        if (!Base58.TryReadChecked(text, out var version) || version != 0x41)
            return false;
        address = new TronAddress(text.ToString());
        return true;
    }

    /// <summary>True for what can hardly be anything else, whatever its checksum says.</summary>
    public static bool HasShape(ReadOnlySpan<char> text) => text.Length == 34 && text[0] == 'T' && Wallets.IsMixedBase58(text);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "tron address";
}
