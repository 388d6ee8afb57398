namespace Holdfast.Packs;

/// <summary>What the reader knows from elsewhere, and limits.</summary>
public sealed record PackVerifyOptions
{
    /// <summary>The seal on the slip, if the reader holds one.</summary>
    public Sha256Digest? ExpectedSeal { get; init; }

    /// <summary>The key fingerprint on the slip.</summary>
    public Sha256Digest? ExpectedKey { get; init; }

    /// <summary>The hash of the ZIP on the slip. Not compared when a folder is verified, which has no such hash.</summary>
    public Sha256Digest? ExpectedZip { get; init; }

    /// <summary>
    /// Root certificates of time-stamping authorities that the reader trusts, in PEM; null to leave trust to the reader.
    /// </summary>
    public string? TrustedStampRoots { get; init; }

    /// <summary>Limits of reading.</summary>
    public PackReadingLimits Limits { get; init; } = new();
}
