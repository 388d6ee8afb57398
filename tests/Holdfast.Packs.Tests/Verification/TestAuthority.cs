using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;
using Attribute = Org.BouncyCastle.Asn1.Cms.Attribute;
using AttributeTable = Org.BouncyCastle.Asn1.Cms.AttributeTable;
using BigInteger = Org.BouncyCastle.Math.BigInteger;
using Time = Org.BouncyCastle.Asn1.Cms.Time;

namespace Holdfast.Packs.Tests.Verification;

/// <summary>An invented time-stamping authority: a root and a stamping certificate under it.</summary>
internal sealed class TestAuthority
{
    private static readonly DateTime From = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), Until = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ECPrivateKeyParameters _key;
    private readonly X509Certificate _certificate, _root;

    public TestAuthority(int seed = 10)
    {
        var rootKey = MakeKey(seed);
        _key = MakeKey(seed + 1);
        _root = Certify($"CN=Invented root {seed}", rootKey, $"CN=Invented root {seed}", rootKey, null);
        _certificate = Certify(
            "CN=Invented stamping authority", _key, $"CN=Invented root {seed}", rootKey, KeyPurposeID.id_kp_timeStamping);
    }

    public string RootPem => Pem.Write(Pem.Certificate, _root.GetEncoded());

    public byte[] ChainPem => TestPack.Bytes(Pem.Write(Pem.Certificate, _certificate.GetEncoded()) + RootPem);

    /// <summary>A whole response over some bytes.</summary>
    public byte[] Stamp(byte[] data, DateTime at, bool encloseCertificate = true, string? digest = null)
    {
        var algorithm = digest ?? TspAlgorithms.Sha256;
        var hash = Org.BouncyCastle.Security.DigestUtilities.CalculateDigest(new DerObjectIdentifier(algorithm), data);
        var requests = new TimeStampRequestGenerator();
        requests.SetCertReq(encloseCertificate);
        var request = requests.Generate(new DerObjectIdentifier(algorithm), hash, BigInteger.ValueOf(7));
        // Given here, since it would otherwise come from the clock of the machine that runs the test.
        var signedAt = new AttributeTable(new DerSet(new Attribute(CmsAttributes.SigningTime, new DerSet(new Time(at)))));
        var tokens = new TimeStampTokenGenerator(_key, _certificate, TspAlgorithms.Sha256, "1.3.6.1.4.1.99999.1.1", signedAt, null);
        tokens.SetCertificates(CollectionUtilities.CreateStore(new[] { _certificate }));
        return new TimeStampResponseGenerator(tokens, TspAlgorithms.Allowed).Generate(request, BigInteger.One, at).GetEncoded();
    }

    /// <summary>An answer that says no.</summary>
    public static byte[] Refuse() =>
        new DerSequence(new DerSequence(DerInteger.ValueOf(2))).GetDerEncoded();

    private static ECPrivateKeyParameters MakeKey(int seed)
    {
        var bytes = new byte[32];
        TestPack.Randomness(seed)(bytes);
        bytes[0] = 1;
        return new ECPrivateKeyParameters("EC", new BigInteger(1, bytes), SealCertificate.Curve);
    }

    private static X509Certificate Certify(
        string subject, ECPrivateKeyParameters key, string issuer, ECPrivateKeyParameters issuerKey, KeyPurposeID? purpose)
    {
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(BigInteger.ValueOf(purpose is null ? 1 : 2));
        generator.SetIssuerDN(new X509Name(issuer));
        generator.SetSubjectDN(new X509Name(subject));
        generator.SetNotBefore(From);
        generator.SetNotAfter(Until);
        generator.SetPublicKey(SealCertificate.PublicKeyOf(key));
        generator.AddExtension(X509Extensions.BasicConstraints, true, new BasicConstraints(purpose is null));
        if (purpose is not null)
            generator.AddExtension(X509Extensions.ExtendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        return generator.Generate(new Asn1SignatureFactory("SHA256WITHECDSA", issuerKey));
    }
}
