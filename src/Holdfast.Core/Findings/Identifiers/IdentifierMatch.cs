namespace Holdfast.Findings.Identifiers;

/// <summary>An identifier in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First UTF-16 unit in the text that was searched.</param>
/// <param name="Length">Number of UTF-16 units there.</param>
/// <param name="Seen">As it was written: the text from <paramref name="Start"/> on. A card number is masked.</param>
/// <param name="Value">Its normal form, the same for every way of writing it. A card number is masked.</param>
/// <param name="ChecksOut">False when it has the shape of its kind but its checksum is wrong.</param>
public sealed record IdentifierMatch(IdentifierKind Kind, int Start, int Length, string Seen, string Value, bool ChecksOut)
{
    /// <summary>For a username: the platform, such as <c>instagram</c>; null when the text names none.</summary>
    public string? Platform { get; init; }

    /// <summary>For a gift card or a money transfer: the brand, such as <c>steam</c>.</summary>
    public string? Brand { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"identifier ({Kind.Name()})";
}
