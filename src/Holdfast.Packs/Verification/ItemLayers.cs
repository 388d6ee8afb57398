namespace Holdfast.Packs;

/// <summary>
/// Layers "withheld" (nothing is in the pack that was to stay out) and "items" (items.json, the withheld list, the log and the
/// files say the same of every item).
/// </summary>
internal sealed class ItemLayers
{
    private const string WithheldPrefix = "withheld/";

    private readonly PackExamination _pack;
    private readonly BagInfo _info;
    private readonly CustodyReading _custody;
    private readonly List<PackObjection> _withheldFaults = [], _itemFaults = [];
    private readonly Dictionary<ItemNumber, Sha256Digest> _withheldList = [];
    private readonly string? _packName;
    private readonly IReadOnlyList<ItemEntry> _items = [];

    public ItemLayers(PackExamination pack, BagInfo info, CustodyReading custody)
    {
        (_pack, _info, _custody) = (pack, info, custody);
        if (pack.Load(PackLayout.Withheld, _withheldFaults) is { } list)
            ReadWithheldList(list);
        if (pack.Load(PackLayout.Items, _itemFaults) is not { } json)
            return;
        if (ItemsJson.Read(json) is { } items)
            (_packName, _items) = items;
        else
            _itemFaults.Add(new(PackFault.LineMalformed, PackLayout.Items));
    }

    public long Copied => _items.LongCount(i => i.IsCopied);

    public long Withheld => _items.LongCount(i => !i.IsCopied);

    public LayerResult JudgeWithheld()
    {
        // Three places name what is withheld; any one of them is enough, and the log remembers earlier packs of the case.
        var hashes = new HashSet<Sha256Digest>(_withheldList.Values);
        hashes.UnionWith(_custody.Withheld);
        hashes.UnionWith(_items.Where(i => !i.IsCopied).Select(i => i.Hash));
        foreach (var path in _pack.Paths.Order(StringComparer.Ordinal))
        {
            if (hashes.Contains(_pack.Digest(path)!.Value.Hash))
                _withheldFaults.Add(new(PackFault.WithheldContentPresent, PackLayout.Showable(path)));
        }

        return LayerResult.From(PackLayer.Withheld, _withheldFaults);
    }

    public LayerResult JudgeItems()
    {
        var numbers = new HashSet<ItemNumber>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in _items)
        {
            var isGood = numbers.Add(item.Number)
                && _custody.Items.TryGetValue(item.Number, out var logged)
                && logged == new CustodyItem(item.Hash, item.Bytes, item.IsCopied)
                && (item.IsCopied ? IsGoodCopy(item, paths) : IsGoodWithheld(item));
            if (!isGood)
                _itemFaults.Add(new(PackFault.ItemDisagrees, item.Path is null ? null : PackLayout.Showable(item.Path)));
        }

        foreach (var path in _pack.Paths.Order(StringComparer.Ordinal))
        {
            if (path.StartsWith(PackLayout.Payload, StringComparison.Ordinal) && !paths.Contains(path))
                _itemFaults.Add(new(PackFault.ItemNotListed, PackLayout.Showable(path)));
        }

        if (_withheldList.Keys.Any(n => !numbers.Contains(n)) || _info.WithheldItems != Withheld || Withheld != _withheldList.Count)
            _itemFaults.Add(new(PackFault.ItemDisagrees, PackLayout.Withheld));
        if (_packName is not null && _packName != _info.Id?.ToString())
            _itemFaults.Add(new(PackFault.ItemDisagrees, PackLayout.Items));
        return LayerResult.From(PackLayer.Items, _itemFaults);
    }

    private bool IsGoodCopy(ItemEntry item, HashSet<string> paths) =>
        item.Path is { } path && paths.Add(path)
        && path.StartsWith($"{PackLayout.ItemFolder}{item.Number}.", StringComparison.Ordinal)
        && _pack.Digest(path) is { } digest && digest.Hash == item.Hash && digest.Bytes == item.Bytes;

    private bool IsGoodWithheld(ItemEntry item) =>
        item.Path is null && _withheldList.TryGetValue(item.Number, out var hash) && hash == item.Hash;

    private void ReadWithheldList(byte[] bytes)
    {
        var reading = Manifest.Read(bytes, PackLayout.Withheld);
        _withheldFaults.AddRange(reading.Objections);
        foreach (var line in reading.Lines)
        {
            if (!line.Path.StartsWith(WithheldPrefix, StringComparison.Ordinal)
                || !ItemNumber.TryParse(line.Path.AsSpan(WithheldPrefix.Length), out var number)
                || !_withheldList.TryAdd(number, line.Hash))
                _withheldFaults.Add(new(PackFault.LineMalformed, PackLayout.Withheld, line.Line));
        }
    }
}
