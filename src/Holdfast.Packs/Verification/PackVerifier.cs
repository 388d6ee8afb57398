using System.Security.Cryptography;

namespace Holdfast.Packs;

/// <summary>
/// Judges a pack layer by layer (docs/pack-format.md, "Verifying"). It unpacks nothing to a file, follows no name out of the
/// pack, and for any bytes whatever gives a verdict; it throws nothing but what the given streams throw.
/// </summary>
public static class PackVerifier
{
    private const int MagicLength = 64;

    /// <summary>Verifies a ZIP.</summary>
    /// <param name="zip">A stream that can be read and sought. It is not closed.</param>
    /// <param name="options">What the reader knows from elsewhere, and limits.</param>
    /// <exception cref="ArgumentException">The stream cannot be sought, or the given roots are not certificates in PEM.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PackVerdict Verify(Stream zip, PackVerifyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(zip);
        if (!zip.CanRead || !zip.CanSeek)
            throw new ArgumentException("A pack is verified from a stream that can be read and sought.", nameof(zip));
        options ??= new PackVerifyOptions();
        var roots = StampRoots.Parse(options.TrustedStampRoots);
        if (RecogniseOther(zip) is { } reason)
            return new NotAPack(reason);
        zip.Position = 0;
        var hash = Sha256Digest.FromBytes(SHA256.HashData(zip));
        var objections = new List<PackObjection>();
        var entries = ZipDirectory.Read(zip, options.Limits, objections);
        if (entries.Count > 0 && !entries.Any(e => IsMark(e.Name[(e.Name.IndexOf('/') + 1)..])))
            return new NotAPack(NotAPackReason.NoBagInside);
        var contents = PackContents.FromZip(zip, entries, options.Limits, objections);
        return new PackExamination(contents, options, roots, hash).Run(objections);
    }

    /// <summary>Verifies an unpacked pack.</summary>
    /// <param name="folder">Its files.</param>
    /// <param name="options">What the reader knows from elsewhere, and limits.</param>
    /// <exception cref="ArgumentException">The given roots are not certificates in PEM.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PackVerdict Verify(PackFolder folder, PackVerifyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        options ??= new PackVerifyOptions();
        var roots = StampRoots.Parse(options.TrustedStampRoots);
        if (folder.Files.Count == 0)
            return new NotAPack(NotAPackReason.Empty);
        if (!folder.Files.Any(f => IsMark(f.Path)))
            return new NotAPack(NotAPackReason.NoBagInside);
        var objections = new List<PackObjection>();
        var contents = PackContents.FromFolder(folder, options.Limits, objections);
        return new PackExamination(contents, options, roots, null).Run(objections);
    }

    private static bool IsMark(string path) => path is PackLayout.BagIt or PackLayout.Manifest or PackLayout.TagManifest;

    private static NotAPackReason? RecogniseOther(Stream zip)
    {
        var start = new byte[MagicLength];
        zip.Position = 0;
        var magic = start.AsSpan(0, zip.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        if (magic.IsEmpty)
            return NotAPackReason.Empty;
        if (magic.StartsWith("age-encryption.org/"u8) || magic.StartsWith("-----BEGIN AGE ENCRYPTED FILE-----"u8))
            return NotAPackReason.AgeEncrypted;
        return magic.StartsWith("PK\u0003\u0004"u8) || magic.StartsWith("PK\u0005\u0006"u8) ? null : NotAPackReason.NotAZip;
    }
}
