namespace Holdfast.Packs;

/// <summary>Why a pack could not be made.</summary>
public enum PackFailure
{
    /// <summary>An item had other bytes when it was written than when it was added.</summary>
    ItemChanged,

    /// <summary>A report or another added file has the hash of something withheld.</summary>
    WithheldContent,

    /// <summary>There is no copied item; a pack needs at least one (the person's own account will do).</summary>
    NoCopiedItem,

    /// <summary>The earlier custody log is broken.</summary>
    EarlierLogBroken,

    /// <summary>What was written does not read back whole.</summary>
    WrittenPackBroken,
}

/// <summary>A pack could not be made, and what was written must not be kept. The message names numbers, never names.</summary>
public sealed class PackException : Exception
{
    internal PackException(PackFailure failure, ItemNumber item = default)
        : base(Describe(failure, item)) => (Failure, Item) = (failure, item);

    /// <summary>Why.</summary>
    public PackFailure Failure { get; }

    /// <summary>The item concerned, or no number.</summary>
    public ItemNumber Item { get; }

    private static string Describe(PackFailure failure, ItemNumber item) => failure switch
    {
        PackFailure.ItemChanged => $"Item {item} changed while the pack was being made.",
        PackFailure.WithheldContent => "A file of the pack has the content of an item that is withheld.",
        PackFailure.NoCopiedItem => "The pack holds no copied item.",
        PackFailure.EarlierLogBroken => "The custody log of the earlier pack is broken.",
        _ => "The written pack does not read back whole.",
    };
}
