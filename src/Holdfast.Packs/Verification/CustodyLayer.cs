namespace Holdfast.Packs;

/// <summary>Layer "custody": the chain of the log, and its count and end as sealed in <c>bag-info.txt</c>.</summary>
internal sealed class CustodyLayer
{
    private readonly BagInfo _info;
    private readonly List<PackObjection> _objections = [];

    public CustodyLayer(PackExamination pack, BagInfo info)
    {
        _info = info;
        Reading = CustodyReading.Read(pack.Load(PackLayout.Custody, _objections));
        _objections.AddRange(Reading.Objections);
    }

    /// <summary>The log as read.</summary>
    public CustodyReading Reading { get; }

    public LayerResult Judge()
    {
        // A log whose tail was cut off is still a good chain: only these two find it.
        if (_info.CustodyEntries != Reading.Count)
            _objections.Add(new(PackFault.CustodyCountWrong, PackLayout.BagInfo));
        if (_info.CustodyHead != Reading.Head)
            _objections.Add(new(PackFault.CustodyHeadWrong, PackLayout.BagInfo));
        return LayerResult.From(PackLayer.Custody, _objections);
    }
}
