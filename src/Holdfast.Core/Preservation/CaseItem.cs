using Holdfast.Conversations;
using Holdfast.Packs;

namespace Holdfast.Preservation;

/// <summary>An item of the case, as the report lists it.</summary>
/// <param name="Item">The item as it stands in the pack.</param>
/// <param name="Type">Its form.</param>
public sealed record CaseItem(PackItem Item, MediaType Type)
{
    /// <summary>The file it is or was made from; null for something that was found inside a text.</summary>
    public ExportFile? File { get; init; }

    /// <summary>The item (an archive) that it came in, if any.</summary>
    public ItemNumber? Container { get; init; }

    /// <summary>The item (a text) in which it was found, if any.</summary>
    public ItemNumber? FoundIn { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => Item.ToString();
}

/// <summary>A file that could not be put into the case.</summary>
/// <param name="Name">Its name. Private.</param>
/// <param name="Code">Why: <c>cannot-open</c> or <c>changed-while-read</c>.</param>
public sealed record CaseGap(string Name, string Code)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"gap ({Code})";
}
