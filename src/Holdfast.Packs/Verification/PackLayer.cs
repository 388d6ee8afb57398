namespace Holdfast.Packs;

/// <summary>The layers of a pack, in the order in which they are judged (docs/pack-format.md, "Verifying").</summary>
public enum PackLayer
{
    /// <summary>The ZIP or folder can be unpacked without harm and in one way only.</summary>
    Archive,

    /// <summary>It is a BagIt bag with the files that a pack has and no others.</summary>
    Structure,

    /// <summary>Each file that the payload manifest lists is there and unchanged.</summary>
    Payload,

    /// <summary>Each file that the tag manifest lists is there and unchanged.</summary>
    Tags,

    /// <summary>No file is there that no manifest lists.</summary>
    Completeness,

    /// <summary>The custody log is unbroken and ends where the sealed <c>bag-info.txt</c> says.</summary>
    Custody,

    /// <summary>Nothing is in the pack that is recorded as withheld.</summary>
    Withheld,

    /// <summary>The signature over the tag manifest is good.</summary>
    Seal,

    /// <summary>The time-stamp, if there is one, is over this seal.</summary>
    TimeStamp,

    /// <summary>Items, log and files agree with one another.</summary>
    Items,

    /// <summary>The pack is the one on the slip that the reader holds.</summary>
    Slip,
}

/// <summary>What a layer said.</summary>
public enum LayerState
{
    /// <summary>All is as it must be.</summary>
    Passed,

    /// <summary>Something is wrong.</summary>
    Failed,

    /// <summary>There is nothing to judge: no time-stamp was made, no slip was given. Neither good nor bad.</summary>
    Absent,

    /// <summary>An earlier layer failed in such a way that looking further was not safe.</summary>
    NotReached,
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Fault">What.</param>
/// <param name="Path">The file concerned, when its name is one that packs give; never a name that may be a person's.</param>
/// <param name="Line">The line concerned, from 1, or 0.</param>
public sealed record PackObjection(PackFault Fault, string? Path = null, long Line = 0);

/// <summary>The verdict of one layer.</summary>
/// <param name="Layer">Which.</param>
/// <param name="State">What it said.</param>
/// <param name="Objections">What is wrong, in reading order, at most <see cref="MaxObjections"/>.</param>
/// <param name="More">How many further objections there were.</param>
public sealed record LayerResult(PackLayer Layer, LayerState State, IReadOnlyList<PackObjection> Objections, long More)
{
    /// <summary>Most objections that are listed for one layer; a pack of a hundred thousand bad lines needs no more.</summary>
    public const int MaxObjections = 100;

    internal static LayerResult From(PackLayer layer, IReadOnlyList<PackObjection> objections) => new(
        layer,
        objections.Count == 0 ? LayerState.Passed : LayerState.Failed,
        objections.Count > MaxObjections ? [.. objections.Take(MaxObjections)] : objections,
        Math.Max(0, objections.Count - MaxObjections));

    internal static LayerResult Without(PackLayer layer, LayerState state) => new(layer, state, [], 0);
}
