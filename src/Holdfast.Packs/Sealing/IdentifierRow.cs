namespace Holdfast.Packs;

/// <summary>One row of <c>metadata/identifiers.csv</c>: an account, address, number or link of the other side.</summary>
/// <param name="Kind">What it is, such as <c>phone</c>.</param>
/// <param name="AsSeen">As it was written.</param>
/// <param name="Normalised">Its normal form.</param>
/// <param name="Item">The item it was seen in, if one.</param>
/// <param name="FirstSeen">When it was first seen, as the export says it; may be empty.</param>
public sealed record IdentifierRow(string Kind, string AsSeen, string Normalised, ItemNumber? Item, string FirstSeen)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "identifier row";
}
