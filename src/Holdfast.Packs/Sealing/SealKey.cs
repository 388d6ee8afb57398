using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;
using BigInteger = Org.BouncyCastle.Math.BigInteger;

namespace Holdfast.Packs;

/// <summary>
/// The key that seals the packs of one case: ECDSA on P-256 with a certificate that it made itself. It shows that two packs come
/// from the same hands and nothing about whose hands they are. One case, one key: the packs of two people never share one.
/// </summary>
public sealed class SealKey
{
    /// <summary>The only name in the certificate.</summary>
    public const string CommonName = "Evidence seal key - self-made - not an identity";

    private readonly ECPrivateKeyParameters _private;

    private SealKey(ECPrivateKeyParameters key, byte[] certificate)
    {
        _private = key;
        Certificate = certificate;
        Fingerprint = Sha256Digest.Of(certificate);
    }

    /// <summary>SHA-256 of the certificate (DER), as it stands on the slip.</summary>
    public Sha256Digest Fingerprint { get; }

    /// <summary>The certificate, DER.</summary>
    internal byte[] Certificate { get; }

    /// <summary>Makes a key.</summary>
    /// <param name="fill">Fills a span with random bytes from a source fit for keys, such as RandomNumberGenerator.Fill.</param>
    /// <param name="clock">Gives the day from which the certificate is valid.</param>
    public static SealKey Create(Action<Span<byte>> fill, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(fill);
        ArgumentNullException.ThrowIfNull(clock);
        var order = SealCertificate.Domain.N;
        Span<byte> bytes = stackalloc byte[32];
        BigInteger d;
        // FIPS 186-5, A.2.2: draw again until the number is in range, so that no key is likelier than another.
        do
        {
            fill(bytes);
            d = new BigInteger(1, bytes);
        }
        while (d.SignValue == 0 || d.CompareTo(order) >= 0);
        bytes.Clear();

        Span<byte> serial = stackalloc byte[16];
        fill(serial);
        // RFC 5280, 4.1.2.2: positive and not zero.
        serial[0] = (byte)(serial[0] & 0x7F | 0x40);
        var key = new ECPrivateKeyParameters("EC", d, SealCertificate.Curve);
        return new SealKey(key, SealCertificate.Make(key, new BigInteger(1, serial), clock.GetUtcNow()));
    }

    /// <summary>Reads what <see cref="ToPem"/> wrote.</summary>
    /// <returns>False when the text does not hold a P-256 key (PKCS#8) and the self-made certificate of that key.</returns>
    public static bool TryFromPem(ReadOnlySpan<char> pem, out SealKey? key)
    {
        key = null;
        var blocks = Pem.Read(pem);
        if (blocks is not [(Pem.PrivateKey, var der), (Pem.Certificate, var certificate)])
            return false;
        try
        {
            var info = PrivateKeyInfo.GetInstance(Asn1Object.FromByteArray(der));
            if (Org.BouncyCastle.Security.PrivateKeyFactory.CreateKey(info) is not ECPrivateKeyParameters parameters
                || !SealCertificate.TryRead(certificate, out var owner))
                return false;
            var own = SealCertificate.PublicKeyOf(new ECPrivateKeyParameters("EC", parameters.D, SealCertificate.Curve));
            if (!own.Q.Equals(owner!.Q))
                return false;
            key = new SealKey(new ECPrivateKeyParameters("EC", parameters.D, SealCertificate.Curve), certificate);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // BouncyCastle meets broken DER with many kinds of exception; all of them mean the same here.
            return false;
        }
    }

    /// <summary>
    /// The key and its certificate as PEM (PKCS#8, unencrypted): keep it as safe as the case itself. Whoever has it can seal
    /// packs that look like packs of this case.
    /// </summary>
    public string ToPem() =>
        Pem.Write(Pem.PrivateKey, PrivateKeyInfoFactory.CreatePrivateKeyInfo(_private).GetDerEncoded()) + CertificatePem;

    /// <summary>The certificate alone, as it stands in <c>seal/signer.pem</c>.</summary>
    internal string CertificatePem => Pem.Write(Pem.Certificate, Certificate);

    /// <summary>ECDSA with SHA-256 over some bytes, in DER; the same bytes always give the same signature (RFC 6979).</summary>
    internal byte[] Sign(ReadOnlySpan<byte> data) => SealCertificate.Sign(_private, data);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "seal key (private)";
}
