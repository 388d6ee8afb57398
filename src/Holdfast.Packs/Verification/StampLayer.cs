using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.X509;

namespace Holdfast.Packs;

/// <summary>
/// Layer "time-stamp": a whole RFC 3161 response over <c>seal/seal.p7s</c>, its signature good with an enclosed certificate,
/// and, if the reader brought roots, that certificate under one of them at the stamped time.
/// </summary>
internal sealed class StampLayer(PackExamination pack, StampRoots? roots)
{
    /// <summary>The stamped time, when the stamp is good.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Subject of the stamping certificate, when the stamp is good.</summary>
    public string? Authority { get; private set; }

    public StampTrust Trust { get; private set; }

    public LayerResult Judge()
    {
        var hasStamp = pack.Digest(PackLayout.Stamp) is not null;
        var hasChain = pack.Digest(PackLayout.StampChain) is not null;
        if (!hasStamp && !hasChain)
            return LayerResult.Without(PackLayer.TimeStamp, LayerState.Absent);
        var objections = new List<PackObjection>();
        if (SealLayer.LoadSmall(pack, PackLayout.Stamp, objections) is { } response)
        {
            var chain = hasChain ? SealLayer.LoadSmall(pack, PackLayout.StampChain, objections) : [];
            if (chain is not null && Check(response, chain) is { } fault)
                objections.Add(new(fault, PackLayout.Stamp));
        }

        return LayerResult.From(PackLayer.TimeStamp, objections);
    }

    private PackFault? Check(byte[] response, byte[] chain)
    {
        try
        {
            return CheckResponse(response, chain);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // See SealKey.TryFromPem. A bare token, without the response around it, ends here too.
            return PackFault.StampMalformed;
        }
    }

    private PackFault? CheckResponse(byte[] bytes, byte[] chain)
    {
        if (Asn1Object.FromByteArray(bytes) is not Asn1Sequence { Count: 1 or 2 } sequence || sequence[0] is not Asn1Sequence)
            return PackFault.StampMalformed;
        var response = new TimeStampResponse(bytes);
        // PKIStatus: granted, grantedWithMods.
        if (response.Status is not (0 or 1))
            return PackFault.StampNotGranted;
        var token = response.TimeStampToken;
        if (token is null)
            return PackFault.StampMalformed;
        var info = token.TimeStampInfo;
        var seal = pack.Digest(PackLayout.Signature)?.Hash.ToArray() ?? [];
        if (!NistObjectIdentifiers.IdSha256.Equals(info.HashAlgorithm.Algorithm)
            || !info.GetMessageImprintDigest().AsSpan().SequenceEqual(seal))
            return PackFault.StampOverOtherData;
        var enclosed = token.GetCertificates().EnumerateMatches(null).ToList();
        if (chain.Length > 0)
            enclosed.AddRange(StampRoots.ParseStrict(chain) ?? throw new FormatException());
        if (enclosed.Find(token.SignerID.Match) is not { } signer)
            return PackFault.StampCertificateMissing;
        if (!HasOneSigner(response))
            return PackFault.StampMalformed;
        if (!IsSignedBy(token, signer))
            return PackFault.StampSignatureWrong;
        var at = new DateTimeOffset(DateTime.SpecifyKind(info.GenTime, DateTimeKind.Utc));
        if (roots is not null && !roots.Lead(signer, enclosed, at.UtcDateTime))
            return PackFault.StampNotTrusted;
        (At, Authority) = (at, signer.SubjectDN.ToString());
        Trust = roots is null ? StampTrust.YoursToJudge : StampTrust.TrustedRoot;
        return null;
    }

    // Checks the certificate's hash in the signed attributes (RFC 5816), its key usage, its dates at the stamped time and the
    // signature.
    private static bool IsSignedBy(TimeStampToken token, X509Certificate signer)
    {
        try
        {
            token.Validate(signer);
            return true;
        }
        catch (TspException)
        {
            return false;
        }
    }

    // RFC 3161, 2.4.2: the token has one signer. BouncyCastle looks at the first only.
    private static bool HasOneSigner(TimeStampResponse response)
    {
        var content = ContentInfo.GetInstance(Asn1Object.FromByteArray(response.TimeStampToken.GetEncoded()));
        return content.ContentType.Equals(CmsObjectIdentifiers.SignedData)
            && SignedData.GetInstance(content.Content).SignerInfos.Count == 1;
    }
}
