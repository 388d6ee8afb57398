namespace Holdfast.Packs;

/// <summary>Why the bytes of an item stay out of the pack.</summary>
public enum WithheldReason
{
    /// <summary>The person said that it shows nudity or sex.</summary>
    MarkedIntimate,

    /// <summary>The person is not sure; that counts as intimate.</summary>
    NotSure,

    /// <summary>A picture, video or sound of a chat; those are never copied.</summary>
    MediaOfChat,

    /// <summary>Its bytes are those of another item that is withheld.</summary>
    SameAsWithheld,

    /// <summary>The person does not want it in the pack.</summary>
    PersonsChoice,
}

/// <summary>An item of a pack: copied into it, or withheld and present by its hash only.</summary>
/// <param name="Number">Its number in the case.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Mime">Media type.</param>
public sealed record PackItem(ItemNumber Number, Sha256Digest Hash, long Bytes, string Mime)
{
    /// <summary>The name it had, when the caller gave one. Private.</summary>
    public string? OriginalName { get; init; }

    /// <summary>Its path in the pack; null when withheld.</summary>
    public string? Path { get; init; }

    /// <summary>Why it is withheld; null when copied.</summary>
    public WithheldReason? Withheld { get; init; }

    /// <summary>The item it was made from, for a text version, crop or redaction.</summary>
    public ItemNumber? DerivedFrom { get; init; }

    /// <summary>True when its bytes are in the pack.</summary>
    public bool IsCopied => Withheld is null;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"item {Number}";
}
