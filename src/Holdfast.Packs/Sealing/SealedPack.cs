namespace Holdfast.Packs;

/// <summary>A pack that was sealed, written and read back whole. Only <see cref="PackBuilder.Seal"/> makes one.</summary>
public sealed class SealedPack
{
    internal SealedPack()
    {
    }

    /// <summary>The id.</summary>
    public required PackId Id { get; init; }

    /// <summary>The name that the ZIP should get: the id, <c>-partial</c> when partial, <c>.zip</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>True when something could not be put in.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>When it was sealed, by the clock of the device.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The seal: SHA-256 of the tag manifest.</summary>
    public required Sha256Digest Seal { get; init; }

    /// <summary>SHA-256 of the certificate of the seal key.</summary>
    public required Sha256Digest KeyFingerprint { get; init; }

    /// <summary>SHA-256 of the ZIP.</summary>
    public required Sha256Digest Zip { get; init; }

    /// <summary>The custody log; the next pack of the case begins with it (<see cref="PackOptions.EarlierCustodyLog"/>).</summary>
    public required ReadOnlyMemory<byte> CustodyLog { get; init; }

    /// <summary>The slip to print or write down and to keep apart from the pack.</summary>
    public SealSlip ToSlip() => new(Id, Seal, KeyFingerprint, Zip) { SealedAt = SealedAt, IsPartial = IsPartial };

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"sealed pack {Id}";
}
