namespace Holdfast.Packs;

/// <summary>Layers "payload", "tags" and "completeness": the two manifests against the files.</summary>
internal sealed class ManifestLayers
{
    private readonly PackExamination _pack;
    private readonly List<PackObjection> _payload = [], _tags = [];
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    public ManifestLayers(PackExamination pack)
    {
        _pack = pack;
        Compare(PackLayout.Manifest, _payload, isPayload: true);
        Compare(PackLayout.TagManifest, _tags, isPayload: false);
    }

    public LayerResult JudgePayload() => LayerResult.From(PackLayer.Payload, _payload);

    public LayerResult JudgeTags() => LayerResult.From(PackLayer.Tags, _tags);

    public LayerResult JudgeCompleteness(BagInfo info)
    {
        var objections = new List<PackObjection>();
        long bytes = 0, files = 0;
        foreach (var path in _pack.Paths.Order(StringComparer.Ordinal))
        {
            // seal/ is in no manifest, since it is made last; the layout names every file that may stand there.
            if (!_listed.Contains(path) && path != PackLayout.TagManifest && !IsIn(PackLayout.Seal, path))
                objections.Add(new(PackFault.FileNotListed, PackLayout.Showable(path)));
            if (!IsIn(PackLayout.Payload, path))
                continue;
            files++;
            bytes += _pack.Digest(path)!.Value.Bytes;
        }

        if (info.Oxum != (bytes, files))
            objections.Add(new(PackFault.PayloadCountWrong, PackLayout.BagInfo));
        return LayerResult.From(PackLayer.Completeness, objections);
    }

    private void Compare(string manifest, List<PackObjection> objections, bool isPayload)
    {
        if (_pack.Load(manifest, objections) is not { } bytes)
            return;
        var reading = Manifest.Read(bytes, manifest);
        objections.AddRange(reading.Objections);
        foreach (var line in reading.Lines)
        {
            var isMisplaced = isPayload
                ? !IsIn(PackLayout.Payload, line.Path)
                : IsIn(PackLayout.Payload, line.Path) || IsIn(PackLayout.Seal, line.Path) || line.Path == PackLayout.TagManifest;
            if (isMisplaced)
                objections.Add(new(PackFault.PathMisplaced, manifest, line.Line));
            else if (_pack.Digest(line.Path) is not { } digest)
                objections.Add(new(PackFault.FileMissing, PackLayout.Showable(line.Path), line.Line));
            else if (digest.Hash != line.Hash)
                objections.Add(new(PackFault.HashMismatch, PackLayout.Showable(line.Path), line.Line));
            _listed.Add(line.Path);
        }
    }

    private static bool IsIn(string folder, string path) => path.StartsWith(folder, StringComparison.Ordinal);
}
