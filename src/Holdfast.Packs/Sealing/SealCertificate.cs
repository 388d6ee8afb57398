using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.X509;
using BigInteger = Org.BouncyCastle.Math.BigInteger;
using BouncySha256 = Org.BouncyCastle.Crypto.Digests.Sha256Digest;

namespace Holdfast.Packs;

/// <summary>The self-made certificate of a seal key, and the one signature algorithm of packs (RFC 5758: ecdsa-with-SHA256).</summary>
internal static class SealCertificate
{
    public static readonly X9ECParameters Domain = CustomNamedCurves.GetByOid(SecObjectIdentifiers.SecP256r1);
    public static readonly ECDomainParameters Curve = new ECNamedDomainParameters(SecObjectIdentifiers.SecP256r1, Domain);
    public static readonly AlgorithmIdentifier Algorithm = new(X9ObjectIdentifiers.ECDsaWithSha256);

    public static byte[] Make(ECPrivateKeyParameters key, BigInteger serial, DateTimeOffset now)
    {
        var name = new X509Name("CN=" + SealKey.CommonName);
        var info = SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(PublicKeyOf(key));
        var generator = new V3TbsCertificateGenerator();
        generator.SetSerialNumber(new DerInteger(serial));
        generator.SetSignature(Algorithm);
        generator.SetIssuer(name);
        generator.SetSubject(name);
        // The day before, so that a receiver whose clock is behind can check the seal; no end (RFC 5280, 4.1.2.5), since a
        // seal must not look broken after some years.
        generator.SetValidity(new Validity(
            new Time(now.UtcDateTime.Date.AddDays(-1)),
            new Time(new DerGeneralizedTime("99991231235959Z"))));
        generator.SetSubjectPublicKeyInfo(info);
        var extensions = new X509ExtensionsGenerator();
        extensions.AddExtension(X509Extensions.BasicConstraints, true, new BasicConstraints(false));
        extensions.AddExtension(X509Extensions.KeyUsage, true, new KeyUsage(KeyUsage.DigitalSignature | KeyUsage.NonRepudiation));
        generator.SetExtensions(extensions.Generate());
        var body = generator.GenerateTbsCertificate();
        var signature = Sign(key, body.GetDerEncoded());
        return new X509CertificateStructure(body, Algorithm, new DerBitString(signature)).GetDerEncoded();
    }

    /// <summary>
    /// Reads a certificate of this kind: DER, P-256, issued by itself, its own signature good. Dates are not judged: the clock
    /// of the device that made them was not checked.
    /// </summary>
    public static bool TryRead(byte[] der, out ECPublicKeyParameters? key)
    {
        key = null;
        try
        {
            var structure = X509CertificateStructure.GetInstance(Asn1Object.FromByteArray(der));
            if (!structure.GetDerEncoded().AsSpan().SequenceEqual(der)
                || !structure.Issuer.Equivalent(structure.Subject, inOrder: true)
                || !structure.SignatureAlgorithm.Algorithm.Equals(X9ObjectIdentifiers.ECDsaWithSha256)
                || !structure.SignatureAlgorithm.Equals(structure.TbsCertificate.Signature))
                return false;
            key = ReadPublicKey(structure.SubjectPublicKeyInfo);
            return key is not null && Verify(key, structure.TbsCertificate.GetDerEncoded(), structure.GetSignatureOctets());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // See SealKey.TryFromPem.
            return false;
        }
    }

    public static ECPublicKeyParameters PublicKeyOf(ECPrivateKeyParameters key) =>
        new("EC", Domain.G.Multiply(key.D).Normalize(), SecObjectIdentifiers.SecP256r1);

    public static byte[] Sign(ECPrivateKeyParameters key, ReadOnlySpan<byte> data)
    {
        var signer = new ECDsaSigner(new HMacDsaKCalculator(new BouncySha256()));
        signer.Init(true, key);
        var rs = signer.GenerateSignature(SHA256.HashData(data));
        return StandardDsaEncoding.Instance.Encode(Domain.N, rs[0], rs[1]);
    }

    public static bool Verify(ECPublicKeyParameters key, ReadOnlySpan<byte> data, byte[] signature)
    {
        // Decode throws on anything but strict DER; callers treat that as a bad signature.
        var rs = StandardDsaEncoding.Instance.Decode(Domain.N, signature);
        var verifier = new ECDsaSigner();
        verifier.Init(false, key);
        return verifier.VerifySignature(SHA256.HashData(data), rs[0], rs[1]);
    }

    private static ECPublicKeyParameters? ReadPublicKey(SubjectPublicKeyInfo info) =>
        info.Algorithm.Algorithm.Equals(X9ObjectIdentifiers.IdECPublicKey)
        && SecObjectIdentifiers.SecP256r1.Equals(info.Algorithm.Parameters)
            ? (ECPublicKeyParameters)Org.BouncyCastle.Security.PublicKeyFactory.CreateKey(info)
            : null;
}
