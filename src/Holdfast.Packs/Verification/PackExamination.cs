namespace Holdfast.Packs;

/// <summary>One verification: the state that the layers share.</summary>
internal sealed class PackExamination(
    PackContents contents, PackVerifyOptions options, StampRoots? roots, Sha256Digest? zipHash)
{
    private readonly Dictionary<string, ContentDigest> _digests = new(StringComparer.Ordinal);
    private readonly List<PackObjection> _damaged = [];

    /// <summary>Runs every layer.</summary>
    /// <param name="archive">What the archive layer found before anything was opened.</param>
    public PackReport Run(List<PackObjection> archive)
    {
        var layers = new LayerResult[(int)PackLayer.Slip + 1];
        if (archive.Count > 0)
        {
            for (var i = 0; i < layers.Length; i++)
                layers[i] = LayerResult.Without((PackLayer)i, LayerState.NotReached);
            layers[0] = LayerResult.From(PackLayer.Archive, archive);
            return new PackReport(layers, new PackFacts { Zip = zipHash });
        }

        HashAll();
        var structure = new StructureLayer(this);
        var files = new ManifestLayers(this);
        var custody = new CustodyLayer(this, structure.Info);
        var items = new ItemLayers(this, structure.Info, custody.Reading);
        var seal = new SealLayer(this);
        var stamp = new StampLayer(this, roots);
        layers[(int)PackLayer.Structure] = structure.Judge();
        layers[(int)PackLayer.Payload] = files.JudgePayload();
        layers[(int)PackLayer.Tags] = files.JudgeTags();
        layers[(int)PackLayer.Completeness] = files.JudgeCompleteness(structure.Info);
        layers[(int)PackLayer.Custody] = custody.Judge();
        layers[(int)PackLayer.Withheld] = items.JudgeWithheld();
        layers[(int)PackLayer.Seal] = seal.Judge();
        layers[(int)PackLayer.TimeStamp] = stamp.Judge();
        layers[(int)PackLayer.Items] = items.JudgeItems();
        layers[(int)PackLayer.Slip] = JudgeSlip(seal);
        layers[(int)PackLayer.Archive] = LayerResult.From(PackLayer.Archive, _damaged);
        return new PackReport(layers, new PackFacts
        {
            Id = structure.Info.Id,
            IsPartial = structure.Info.IsPartial,
            Tool = structure.Info.Agent,
            Seal = Digest(PackLayout.TagManifest)?.Hash,
            KeyFingerprint = seal.KeyFingerprint,
            Zip = zipHash,
            SignedAt = seal.SignedAt,
            ItemsCopied = items.Copied,
            ItemsWithheld = items.Withheld,
            CustodyEntries = custody.Reading.Count,
            StampedAt = stamp.At,
            StampAuthority = stamp.Authority,
            StampTrust = stamp.Trust,
        });
    }

    /// <summary>Name of the base folder; null when a folder is verified.</summary>
    public string? BaseFolder => contents.BaseFolder;

    /// <summary>All paths.</summary>
    public IEnumerable<string> Paths => contents.Files.Keys;

    /// <summary>What a file really holds; null when it is not there.</summary>
    public ContentDigest? Digest(string path) => _digests.TryGetValue(path, out var digest) ? digest : null;

    /// <summary>A list of the pack in memory; null, with an objection, when it is missing or too large.</summary>
    public byte[]? Load(string path, List<PackObjection> objections)
    {
        if (!contents.Files.TryGetValue(path, out var file))
        {
            objections.Add(new(PackFault.FileMissing, path));
            return null;
        }

        // The digest knows the true length; the declared one may lie.
        if (_digests[path].Bytes > options.Limits.MaxListBytes)
        {
            objections.Add(new(PackFault.TooLarge, path));
            return null;
        }

        using var bytes = new MemoryStream();
        try
        {
            using var stream = file.Open();
            ContentDigest.Copy(stream, bytes, options.Limits.MaxListBytes);
        }
        catch (InvalidDataException)
        {
            // Broken DEFLATE data: already an objection of the archive layer.
        }

        return bytes.ToArray();
    }

    private void HashAll()
    {
        foreach (var file in contents.Files.Values)
        {
            var isDamaged = false;
            try
            {
                using var stream = file.Open();
                _digests[file.Path] = ContentDigest.Read(stream, file.Length);
                isDamaged = file.Crc is { } crc && _digests[file.Path].Crc != crc;
            }
            catch (InvalidDataException)
            {
                _digests[file.Path] = default;
                isDamaged = true;
            }

            if (isDamaged || _digests[file.Path].Bytes != file.Length)
                _damaged.Add(new(PackFault.EntryDamaged, PackLayout.Showable(file.Path)));
        }
    }

    private LayerResult JudgeSlip(SealLayer seal)
    {
        var expectsZip = options.ExpectedZip is not null && zipHash is not null;
        if (options.ExpectedSeal is null && options.ExpectedKey is null && !expectsZip)
            return LayerResult.Without(PackLayer.Slip, LayerState.Absent);
        var objections = new List<PackObjection>();
        if (options.ExpectedSeal is { } expected && Digest(PackLayout.TagManifest)?.Hash != expected)
            objections.Add(new(PackFault.SlipSealDiffers, PackLayout.TagManifest));
        if (options.ExpectedKey is { } key && seal.KeyFingerprint != key)
            objections.Add(new(PackFault.SlipKeyDiffers, PackLayout.Signer));
        if (expectsZip && options.ExpectedZip != zipHash)
            objections.Add(new(PackFault.SlipZipDiffers));
        return LayerResult.From(PackLayer.Slip, objections);
    }
}
