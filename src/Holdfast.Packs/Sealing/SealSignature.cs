using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.X509;
using Attribute = Org.BouncyCastle.Asn1.Cms.Attribute;
using AttributeTable = Org.BouncyCastle.Asn1.Cms.AttributeTable;
using AttributeTime = Org.BouncyCastle.Asn1.Cms.Time;

namespace Holdfast.Packs;

/// <summary>
/// <c>seal/seal.p7s</c>: a detached CMS SignedData (RFC 5652) in DER with one signer, SHA-256, ECDSA on P-256, signed
/// attributes and the signer's certificate. It is put together by hand so that the same key, time and content give the same
/// bytes; the reader takes this one profile and nothing else.
/// </summary>
internal static class SealSignature
{
    private static readonly AlgorithmIdentifier Sha256 = new(NistObjectIdentifiers.IdSha256);

    public static byte[] Make(SealKey key, ReadOnlySpan<byte> content, DateTimeOffset signedAt)
    {
        var certificate = X509CertificateStructure.GetInstance(Asn1Object.FromByteArray(key.Certificate));
        var attributes = new DerSet(
            new Attribute(CmsAttributes.ContentType, new DerSet(CmsObjectIdentifiers.Data)),
            new Attribute(CmsAttributes.SigningTime, new DerSet(new AttributeTime(signedAt.UtcDateTime))),
            new Attribute(CmsAttributes.MessageDigest, new DerSet(new DerOctetString(Sha256Digest.Of(content).ToArray()))));
        // RFC 5652, 5.4: what is signed is the attributes as a plain DER SET.
        var signature = key.Sign(attributes.GetDerEncoded());
        var signer = new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(certificate.Issuer, certificate.SerialNumber.Value)),
            Sha256, attributes, SealCertificate.Algorithm, new DerOctetString(signature), null);
        var signed = new SignedData(
            new DerSet(Sha256), new ContentInfo(CmsObjectIdentifiers.Data, null), new DerSet(certificate), null, new DerSet(signer));
        return new ContentInfo(CmsObjectIdentifiers.SignedData, signed).GetDerEncoded();
    }

    /// <summary>What a signature file says, after everything about it was checked.</summary>
    /// <param name="Certificate">The enclosed certificate, DER.</param>
    /// <param name="SignedAt">Signing time, if it states one.</param>
    internal readonly record struct Content(byte[] Certificate, DateTimeOffset? SignedAt);

    /// <summary>Checks a signature file over some content with nothing but the certificate inside it.</summary>
    /// <returns>Null when all is good, else the fault.</returns>
    public static PackFault? Check(byte[] p7s, Sha256Digest content, out Content result)
    {
        result = default;
        try
        {
            return CheckProfile(p7s, content, out result);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // See SealKey.TryFromPem.
            return PackFault.SealMalformed;
        }
    }

    private static PackFault? CheckProfile(byte[] p7s, Sha256Digest content, out Content result)
    {
        result = default;
        var outer = ContentInfo.GetInstance(Asn1Object.FromByteArray(p7s));
        if (!outer.GetDerEncoded().AsSpan().SequenceEqual(p7s) || !outer.ContentType.Equals(CmsObjectIdentifiers.SignedData))
            return PackFault.SealMalformed;
        var signed = SignedData.GetInstance(outer.Content);
        if (!signed.Version.HasValue(1) || signed.CRLs is not null || signed.DigestAlgorithms.Count != 1
            || !IsSha256(AlgorithmIdentifier.GetInstance(signed.DigestAlgorithms[0]))
            || !signed.EncapContentInfo.ContentType.Equals(CmsObjectIdentifiers.Data) || signed.EncapContentInfo.Content is not null
            || signed.Certificates is not { Count: 1 } || signed.SignerInfos.Count != 1)
            return PackFault.SealMalformed;
        var signer = SignerInfo.GetInstance(signed.SignerInfos[0]);
        if (!signer.Version.HasValue(1) || signer.UnsignedAttrs is not null || signer.SignedAttrs is null
            || !IsSha256(signer.DigestAlgorithm)
            || !signer.SignatureAlgorithm.Algorithm.Equals(SealCertificate.Algorithm.Algorithm)
            || signer.SignatureAlgorithm.Parameters is not null)
            return PackFault.SealMalformed;
        var certificate = X509CertificateStructure.GetInstance(signed.Certificates[0]);
        var der = certificate.GetDerEncoded();
        var named = IssuerAndSerialNumber.GetInstance(signer.SignerID.ID);
        if (!SealCertificate.TryRead(der, out var key) || !named.Issuer.Equivalent(certificate.Issuer, inOrder: true)
            || !named.SerialNumber.Equals(certificate.SerialNumber))
            return PackFault.SealCertificateWrong;
        var attributes = new AttributeTable(signer.SignedAttrs);
        if (Single(attributes, CmsAttributes.ContentType) is not { } type || !CmsObjectIdentifiers.Data.Equals(type)
            || Single(attributes, CmsAttributes.MessageDigest) is not Asn1OctetString digest)
            return PackFault.SealMalformed;
        if (!digest.GetOctets().AsSpan().SequenceEqual(content.ToArray()))
            return PackFault.SealOverOtherFile;
        if (!SealCertificate.Verify(key!, signer.SignedAttrs.GetDerEncoded(), signer.Signature.GetOctets()))
            return PackFault.SealSignatureWrong;
        var time = Single(attributes, CmsAttributes.SigningTime) is { } t ? AttributeTime.GetInstance(t).ToDateTime() : (DateTime?)null;
        result = new Content(der, time is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null);
        return null;
    }

    // RFC 5754, 2: parameters are absent; old writers put NULL.
    private static bool IsSha256(AlgorithmIdentifier algorithm) =>
        algorithm.Algorithm.Equals(NistObjectIdentifiers.IdSha256) && algorithm.Parameters is (null or DerNull);

    // RFC 5652, 5.3 and 11: each of these attributes once, with one value.
    private static Asn1Encodable? Single(AttributeTable attributes, DerObjectIdentifier type) =>
        attributes.GetAll(type) is { Count: 1 } all && ((Attribute)all[0]!).AttrValues is { Count: 1 } values ? values[0] : null;
}
