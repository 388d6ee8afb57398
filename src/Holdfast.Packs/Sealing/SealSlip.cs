using System.Text;

namespace Holdfast.Packs;

/// <summary>
/// What a person keeps apart from the pack, or types into a report to the police: whoever holds it can tell later that the pack
/// is the same one.
/// </summary>
/// <param name="Id">The id of the pack.</param>
/// <param name="Seal">SHA-256 of the tag manifest.</param>
/// <param name="KeyFingerprint">SHA-256 of the certificate of the seal key.</param>
/// <param name="Zip">SHA-256 of the ZIP.</param>
public sealed record SealSlip(PackId Id, Sha256Digest Seal, Sha256Digest KeyFingerprint, Sha256Digest Zip)
{
    private const string SealLabel = "Seal", KeyLabel = "Seal key", PackLabel = "Pack", ZipLabel = "ZIP";

    /// <summary>When it was sealed, by the clock of the device.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>True when the pack is partial.</summary>
    public bool IsPartial { get; init; }

    /// <summary>SHA-256 of the encrypted file (<c>.age</c>), if one was made.</summary>
    public Sha256Digest? Encrypted { get; init; }

    /// <summary>The time of a time-stamp, if one was made and checked.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>The slip as ASCII text with line feeds.</summary>
    public string ToText()
    {
        var text = new StringBuilder("SEAL SLIP - keep this apart from the pack\n\n");
        Line(text, PackLabel, Id.ToString());
        if (IsPartial)
            Line(text, "", "partial: some things could not be put in; the pack lists them");
        if (SealedAt is { } at)
            Line(text, "Sealed", CustodyLog.Timestamp(at) + " (device clock, not checked)");
        Line(text, SealLabel, Seal.ToString());
        Line(text, "", "= sha256sum tagmanifest-sha256.txt");
        Line(text, KeyLabel, KeyFingerprint.ToFingerprint());
        Line(text, "", "= openssl x509 -in seal/signer.pem -noout -fingerprint -sha256");
        Line(text, ZipLabel, Zip.ToString());
        Line(text, "", "= sha256sum of the .zip file");
        if (Encrypted is { } encrypted)
            Line(text, "Encrypted file", encrypted.ToString());
        Line(text, "Time-stamp", StampedAt is { } stamped ? CustodyLog.Timestamp(stamped) : "none");
        text.Append("""

            If you report this, write the 64 characters of the seal into the report. Their receipt then
            shows that the pack existed on that day.

            What this shows: a pack with this seal has not changed since it was sealed.
            What it does not show: who made the pack, who wrote the messages in it, or that a picture of
            a screen is true. The key is self-made and is nobody's identity.

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    /// <summary>Reads a slip that was kept as text. Lines it does not know are passed over.</summary>
    public static bool TryParse(string text, out SealSlip? slip)
    {
        ArgumentNullException.ThrowIfNull(text);
        slip = null;
        PackId? id = null;
        Sha256Digest? seal = null, key = null, zip = null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Value(line, PackLabel) is { IsEmpty: false } p && PackId.TryParse(p, out var i))
                id ??= i;
            else if (Value(line, KeyLabel) is { IsEmpty: false } k && Sha256Digest.TryParse(k, out var d))
                key ??= d;
            else if (Value(line, SealLabel) is { IsEmpty: false } s && Sha256Digest.TryParse(s, out d))
                seal ??= d;
            else if (Value(line, ZipLabel) is { IsEmpty: false } z && Sha256Digest.TryParse(z, out d))
                zip ??= d;
        }

        if (id is null || seal is null || key is null || zip is null)
            return false;
        slip = new SealSlip(id.Value, seal.Value, key.Value, zip.Value);
        return true;
    }

    /// <summary>What a verifier should expect of the pack.</summary>
    public PackVerifyOptions ToExpectations() => new() { ExpectedSeal = Seal, ExpectedKey = KeyFingerprint, ExpectedZip = Zip };

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"seal slip of {Id}";

    private static void Line(StringBuilder text, string label, string value) => text.Append(label.PadRight(16)).Append(value).Append('\n');

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> line, string label) =>
        line.StartsWith(label + " ", StringComparison.Ordinal) ? line[label.Length..].Trim() : default;
}
