namespace Holdfast.Packs;

/// <summary>The answer to "is this pack whole?": a <see cref="PackReport"/> or <see cref="NotAPack"/>.</summary>
public abstract record PackVerdict
{
    private protected PackVerdict()
    {
    }
}

/// <summary>Why some bytes are not a pack at all.</summary>
public enum NotAPackReason
{
    /// <summary>There are no bytes, or no files.</summary>
    Empty,

    /// <summary>An encrypted age file: it may hold a pack, but must be decrypted first.</summary>
    AgeEncrypted,

    /// <summary>Neither a ZIP nor an age file.</summary>
    NotAZip,

    /// <summary>A ZIP or folder without the lists that make a pack.</summary>
    NoBagInside,
}

/// <summary>The bytes are something else.</summary>
/// <param name="Reason">Why.</param>
public sealed record NotAPack(NotAPackReason Reason) : PackVerdict;

/// <summary>How far the stamped time can be believed.</summary>
public enum StampTrust
{
    /// <summary>There is no good time-stamp.</summary>
    None,

    /// <summary>Stamped by an authority that the reader must decide to trust or not; no roots were given.</summary>
    YoursToJudge,

    /// <summary>Stamped by an authority under one of the roots that the reader gave.</summary>
    TrustedRoot,
}

/// <summary>What a pack says of itself; only as good as the layers that passed.</summary>
public sealed record PackFacts
{
    /// <summary>The id, if it could be read.</summary>
    public PackId? Id { get; init; }

    /// <summary>True when the pack calls itself partial: some things could not be put in, and it lists them.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The program that made it.</summary>
    public string? Tool { get; init; }

    /// <summary>The seal: SHA-256 of the tag manifest.</summary>
    public Sha256Digest? Seal { get; init; }

    /// <summary>SHA-256 of the certificate beside the signature: same key, same hands; it does not say whose.</summary>
    public Sha256Digest? KeyFingerprint { get; init; }

    /// <summary>SHA-256 of the ZIP; null for a folder.</summary>
    public Sha256Digest? Zip { get; init; }

    /// <summary>Signing time by the clock of the device, which nobody checked.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Number of items that are in the pack.</summary>
    public long ItemsCopied { get; init; }

    /// <summary>Number of items that are in it by hash only.</summary>
    public long ItemsWithheld { get; init; }

    /// <summary>Number of lines in the custody log.</summary>
    public long CustodyEntries { get; init; }

    /// <summary>The stamped time, when the time-stamp is good.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>Name of the authority as its own certificate has it, when the time-stamp is good.</summary>
    public string? StampAuthority { get; init; }

    /// <summary>How far the stamped time can be believed.</summary>
    public StampTrust StampTrust { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"facts of {Id?.ToString() ?? "a pack"}";
}

/// <summary>The verdict on a pack, layer by layer.</summary>
/// <param name="Layers">Every layer, in order.</param>
/// <param name="Facts">What the pack says of itself.</param>
public sealed record PackReport(IReadOnlyList<LayerResult> Layers, PackFacts Facts) : PackVerdict
{
    /// <summary>True when no layer failed. It says that nothing changed since sealing, not that the content is true.</summary>
    public bool IsIntact => FirstFailed is null;

    /// <summary>The first layer that objects: the one to name. Null when none does.</summary>
    public PackLayer? FirstFailed => Layers.FirstOrDefault(l => l.State == LayerState.Failed)?.Layer;

    /// <summary>The result of one layer.</summary>
    public LayerResult this[PackLayer layer] => Layers[(int)layer];

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => FirstFailed is { } layer ? $"pack report ({layer.ToCode()} objects)" : "pack report (intact)";
}
