using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace Holdfast.Packs;

/// <summary>The roots that a reader trusts for time-stamps. What a pack encloses is never one of them.</summary>
internal sealed class StampRoots
{
    // A path of real authorities has two to four certificates.
    private const int MaxPath = 8;

    private readonly IReadOnlyList<X509Certificate> _roots;

    private StampRoots(IReadOnlyList<X509Certificate> roots) => _roots = roots;

    /// <summary>Reads the roots that a reader brought; null stays null.</summary>
    /// <exception cref="ArgumentException">They are not certificates in PEM.</exception>
    public static StampRoots? Parse(string? pem)
    {
        if (pem is null)
            return null;
        var roots = ReadCertificates(Pem.Read(pem));
        return roots is { Count: > 0 } ? new StampRoots(roots) : throw new ArgumentException("The roots are not certificates in PEM.");
    }

    /// <summary>Reads certificates from strict PEM; null when the bytes are anything else.</summary>
    public static IReadOnlyList<X509Certificate>? ParseStrict(byte[] pem) =>
        Pem.ReadStrict(pem) is { } blocks ? ReadCertificates(blocks) : null;

    /// <summary>
    /// True when a path leads from a certificate over enclosed ones to a root, each valid at that time and signed by the next
    /// (RFC 5280, 6.1, without policies, names and revocation: the judgement is offline).
    /// </summary>
    public bool Lead(X509Certificate leaf, IReadOnlyList<X509Certificate> enclosed, DateTime at)
    {
        var current = leaf;
        for (var i = 0; i < MaxPath; i++)
        {
            if (!current.IsValid(at) || i > 0 && !MayIssue(current))
                return false;
            if (_roots.Any(r => r.Equals(current)) || _roots.Any(r => r.IsValid(at) && MayIssue(r) && IsIssuedBy(current, r)))
                return true;
            if (enclosed.FirstOrDefault(c => !c.Equals(current) && MayIssue(c) && IsIssuedBy(current, c)) is not { } issuer)
                return false;
            current = issuer;
        }

        return false;
    }

    private static bool IsIssuedBy(X509Certificate certificate, X509Certificate issuer)
    {
        if (!certificate.IssuerDN.Equivalent(issuer.SubjectDN))
            return false;
        try
        {
            return certificate.IsSignatureValid(issuer.GetPublicKey());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A key or algorithm that does not fit.
            return false;
        }
    }

    private static bool MayIssue(X509Certificate certificate) =>
        certificate.GetBasicConstraints() >= 0
        && (certificate.GetKeyUsage() is not { } usage || usage.Length > 5 && usage[5])
        && !certificate.GetCriticalExtensionOids().Except(
            [X509Extensions.BasicConstraints.Id, X509Extensions.KeyUsage.Id, X509Extensions.ExtendedKeyUsage.Id,
                X509Extensions.CertificatePolicies.Id], StringComparer.Ordinal).Any();

    private static List<X509Certificate>? ReadCertificates(IReadOnlyList<(string Label, byte[] Der)> blocks)
    {
        var certificates = new List<X509Certificate>();
        foreach (var (label, der) in blocks)
        {
            if (label != Pem.Certificate)
                return null;
            try
            {
                certificates.Add(new X509Certificate(der));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // See SealKey.TryFromPem.
                return null;
            }
        }

        return certificates;
    }
}
