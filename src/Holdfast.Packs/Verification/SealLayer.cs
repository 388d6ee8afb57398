namespace Holdfast.Packs;

/// <summary>Layer "seal": the signature over the tag manifest, with the certificate beside it.</summary>
internal sealed class SealLayer(PackExamination pack)
{
    // Ours has about 900 bytes.
    private const int MaxBytes = 64 * 1024;

    /// <summary>SHA-256 of the certificate beside the signature, if there is one.</summary>
    public Sha256Digest? KeyFingerprint { get; private set; }

    /// <summary>Signing time by the clock of the device, when the seal is good.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    public LayerResult Judge()
    {
        var objections = new List<PackObjection>();
        var certificate = ReadCertificate(objections);
        var signature = LoadSmall(pack, PackLayout.Signature, objections);
        if (signature is null || certificate is null)
            return LayerResult.From(PackLayer.Seal, objections);
        if (pack.Digest(PackLayout.TagManifest) is not { } content)
            objections.Add(new(PackFault.FileMissing, PackLayout.TagManifest));
        else if (SealSignature.Check(signature, content.Hash, out var result) is { } fault)
            objections.Add(new(fault, PackLayout.Signature));
        else if (!result.Certificate.AsSpan().SequenceEqual(certificate))
            objections.Add(new(PackFault.SealCertificateWrong, PackLayout.Signer));
        else
            SignedAt = result.SignedAt;
        return LayerResult.From(PackLayer.Seal, objections);
    }

    /// <summary>Loads a file of seal/; these are small.</summary>
    public static byte[]? LoadSmall(PackExamination pack, string path, List<PackObjection> objections)
    {
        if (pack.Digest(path) is { Bytes: > MaxBytes })
        {
            objections.Add(new(PackFault.TooLarge, path));
            return null;
        }

        return pack.Load(path, objections);
    }

    private byte[]? ReadCertificate(List<PackObjection> objections)
    {
        if (LoadSmall(pack, PackLayout.Signer, objections) is not { } bytes)
            return null;
        // Strict PEM, so that the fingerprint is that of all of the file and of nothing else.
        if (Pem.ReadStrict(bytes) is not [(Pem.Certificate, var der)])
        {
            objections.Add(new(PackFault.SealCertificateWrong, PackLayout.Signer));
            return null;
        }

        KeyFingerprint = Sha256Digest.Of(der);
        return der;
    }
}
