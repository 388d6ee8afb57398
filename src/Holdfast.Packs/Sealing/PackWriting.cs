using System.Text;

namespace Holdfast.Packs;

/// <summary>One act of sealing: lists, signature, ZIP, and the reading back.</summary>
internal sealed class PackWriting(PackBuilder builder)
{
    public SealedPack Seal(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.CanWrite || !output.CanRead || !output.CanSeek || output.Length != 0)
            throw new ArgumentException("A pack is written to an empty stream that can also be read and sought.", nameof(output));
        if (builder.Copied.Count == 0)
            throw new PackException(PackFailure.NoCopiedItem);
        var sealedAt = builder.Options.Clock.GetUtcNow();
        builder.Log.Append("seal-begun", json =>
        {
            json.WriteString("by", "tool");
            json.WriteString("pack", builder.Id.ToString());
        });

        var files = TagFiles(sealedAt);
        if (files.Values.Any(bytes => builder.IsWithheld(Sha256Digest.Of(bytes))))
            throw new PackException(PackFailure.WithheldContent);
        var tagManifest = Manifest.Write(files.Select(f => (f.Key, Sha256Digest.Of(f.Value))));
        files[PackLayout.TagManifest] = tagManifest;
        files[PackLayout.Signature] = SealSignature.Make(builder.Options.Key, tagManifest, sealedAt);
        files[PackLayout.Signer] = Encoding.ASCII.GetBytes(builder.Options.Key.CertificatePem);

        var zip = Write(output, files);
        var result = new SealedPack
        {
            Id = builder.Id,
            FileName = builder.FolderName + ".zip",
            IsPartial = builder.IsPartial,
            SealedAt = sealedAt,
            Seal = Sha256Digest.Of(tagManifest),
            KeyFingerprint = builder.Options.Key.Fingerprint,
            Zip = zip,
            CustodyLog = builder.Log.Bytes.ToArray(),
        };
        ReadBack(output, result);
        return result;
    }

    private Dictionary<string, byte[]> TagFiles(DateTimeOffset sealedAt)
    {
        var copied = builder.Items.Where(i => i.IsCopied).ToList();
        var withheld = builder.Items.Count - copied.Count;
        var files = builder.MetadataFiles();
        files[PackLayout.BagIt] = Encoding.ASCII.GetBytes(PackLayout.BagItText);
        files[PackLayout.BagInfo] = BagInfo.Write(
            builder.Options.Tool, sealedAt, builder.Id, builder.IsPartial, copied.Sum(i => i.Bytes), copied.Count, builder.Log, withheld);
        files[PackLayout.Manifest] = Manifest.Write(copied.Select(i => (i.Path!, i.Hash)));
        files[PackLayout.Custody] = builder.Log.Bytes.ToArray();
        files[PackLayout.Readme] = Encoding.ASCII.GetBytes(Readme.Write(builder.FolderName, builder.IsPartial));
        return files;
    }

    private Sha256Digest Write(Stream output, Dictionary<string, byte[]> files)
    {
        var items = builder.Items.Where(i => i.IsCopied).ToDictionary(i => i.Path!, i => i.Number, StringComparer.Ordinal);
        using var zip = new ZipWriter(output);
        foreach (var path in files.Keys.Concat(items.Keys).Order(StringComparer.Ordinal))
        {
            var name = $"{builder.FolderName}/{path}";
            if (!items.TryGetValue(path, out var number))
            {
                using var bytes = new MemoryStream(files[path]);
                zip.Write(name, ContentDigest.Of(files[path]), bytes);
                continue;
            }

            var (source, digest) = builder.Copied[number];
            using var content = source.Open();
            if (!zip.Write(name, digest, content))
                throw new PackException(PackFailure.ItemChanged, number);
        }

        var hash = zip.Finish();
        output.Flush();
        return hash;
    }

    // Elsewhere people were told "saved" for an archive with nothing in it. A pack is sealed when it reads back whole.
    private static void ReadBack(Stream output, SealedPack pack)
    {
        output.Position = 0;
        var verdict = PackVerifier.Verify(output, new PackVerifyOptions
        {
            ExpectedSeal = pack.Seal,
            ExpectedKey = pack.KeyFingerprint,
            ExpectedZip = pack.Zip,
            Limits = new PackReadingLimits { MaxEntries = int.MaxValue, MaxTotalBytes = long.MaxValue, MaxListBytes = 1 << 30 },
        });
        if (verdict is not PackReport { IsIntact: true })
            throw new PackException(PackFailure.WrittenPackBroken);
    }
}
