namespace Holdfast.Packs;

/// <summary>Limits of reading a pack. Each names the attack that it answers.</summary>
public sealed record PackReadingLimits
{
    /// <summary>Most entries (entry bombs). A pack of a whole phone has fewer.</summary>
    public int MaxEntries { get; init; } = 100_000;

    /// <summary>Most bytes of all files together, as the archive declares them (zip bombs).</summary>
    public long MaxTotalBytes { get; init; } = 1L << 40;

    /// <summary>
    /// Highest ratio of unpacked to packed bytes of an entry of more than 16 MiB (zip bombs). DEFLATE cannot exceed 1032.
    /// </summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Largest list (manifest, log, directory) that is held in memory, in bytes (memory exhaustion).</summary>
    public int MaxListBytes { get; init; } = 64 << 20;
}
