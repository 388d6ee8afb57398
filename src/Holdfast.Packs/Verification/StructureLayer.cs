using System.Text;

namespace Holdfast.Packs;

/// <summary>Layer "structure": a BagIt 1.0 bag with the files of the layout and no others.</summary>
internal sealed class StructureLayer
{
    private readonly PackExamination _pack;
    private readonly List<PackObjection> _objections = [];

    public StructureLayer(PackExamination pack)
    {
        _pack = pack;
        Info = pack.Load(PackLayout.BagInfo, _objections) is { } bytes
            ? BagInfo.Read(bytes, _objections)
            : BagInfo.Read(default, _objections);
    }

    /// <summary>The fields of <c>bag-info.txt</c>, as far as they could be read.</summary>
    public BagInfo Info { get; }

    public LayerResult Judge()
    {
        foreach (var path in _pack.Paths.Order(StringComparer.Ordinal).Where(p => !PackLayout.IsKnown(p)))
            _objections.Add(new(PackFault.FileNotExpected));
        foreach (var path in new[] { PackLayout.Manifest, PackLayout.TagManifest, PackLayout.Readme })
        {
            if (_pack.Digest(path) is null)
                _objections.Add(new(PackFault.FileMissing, path));
        }

        if (_pack.Load(PackLayout.BagIt, _objections) is { } bagIt
            && !bagIt.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(PackLayout.BagItText)))
            _objections.Add(new(PackFault.TextNotAsFixed, PackLayout.BagIt));
        // Packs made before the field existed have none and are of version 1.
        if (Info.Format is not (null or BagInfo.Version))
            _objections.Add(new(PackFault.VersionUnknown, PackLayout.BagInfo));
        if (Info.Id is null || Info.Oxum is null || Info.CustodyEntries is null || Info.CustodyHead is null || Info.WithheldItems is null)
            _objections.Add(new(PackFault.LineMalformed, PackLayout.BagInfo));
        else if (_pack.BaseFolder is { } name && name != Info.Id + (Info.IsPartial ? PackId.PartialSuffix : ""))
            _objections.Add(new(PackFault.TextNotAsFixed));
        if (Info.IsPartial && _pack.Digest(PackLayout.Gaps) is null)
            _objections.Add(new(PackFault.FileMissing, PackLayout.Gaps));
        if (!Info.IsPartial && _pack.Digest(PackLayout.Gaps) is not null)
            _objections.Add(new(PackFault.FileNotExpected, PackLayout.Gaps));
        return LayerResult.From(PackLayer.Structure, _objections);
    }
}
