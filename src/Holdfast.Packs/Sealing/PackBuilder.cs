using System.Text;

namespace Holdfast.Packs;

/// <summary>
/// Collects what goes into a pack and seals it. Items are hashed when they are added and read again when they are written, in
/// constant memory. Bytes that are withheld can never get in: whatever has the hash of a withheld item is withheld too,
/// whichever came first. Not safe for use by several threads.
/// </summary>
public sealed class PackBuilder
{
    private readonly SortedDictionary<ItemNumber, PackItem> _items = [];
    private readonly Dictionary<ItemNumber, (PackSource Source, ContentDigest Digest)> _copied = [];
    private readonly HashSet<Sha256Digest> _withheld = [];
    private readonly List<IdentifierRow> _identifiers = [];
    private readonly List<PackNote> _notes = [];
    private readonly List<PackGap> _gaps = [];
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _begun;
    private readonly Sha256Digest _earlierHead;
    private PackId? _id;
    private int _lastNumber;
    private bool _isSealed;

    /// <summary>Begins a pack.</summary>
    /// <exception cref="PackException">The earlier custody log is broken.</exception>
    public PackBuilder(PackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        var earlier = CustodyReading.Read(options.EarlierCustodyLog.Span);
        if (earlier.Objections.Count > 0)
            throw new PackException(PackFailure.EarlierLogBroken);
        _begun = options.Clock.GetUtcNow();
        _earlierHead = earlier.Head;
        _withheld.UnionWith(earlier.Withheld);
        _lastNumber = earlier.Items.Keys.Select(n => n.Value).DefaultIfEmpty().Max();
        Log = new CustodyLog(options.Clock, options.EarlierCustodyLog.Span, earlier);
        Log.Append(earlier.Count == 0 ? "case-opened" : "case-resumed", json =>
        {
            json.WriteString("by", Person);
            json.WriteString("tool", options.Tool);
            json.WriteString("clock", "device clock, not checked");
            json.WriteString("key", options.Key.Fingerprint.ToString());
        });
    }

    private const string Person = "person-reporting", Tool = "tool";

    /// <summary>The items so far, in order of number.</summary>
    public IReadOnlyList<PackItem> Items => [.. _items.Values];

    /// <summary>Something could not be put in, so the pack is partial; its name, bag-info and gaps.json say so.</summary>
    public bool IsPartial => _gaps.Count > 0;

    /// <summary>
    /// The id of the pack, for a report that prints it. It is made of the items, the key and the time the pack was begun, so
    /// after this was read no item can be added.
    /// </summary>
    public PackId Id => _id ??= MakeId();

    internal PackOptions Options { get; }
    internal CustodyLog Log { get; }

    /// <summary>Name of the base folder: the id, with <c>-partial</c> when the pack is partial.</summary>
    internal string FolderName => Id + (IsPartial ? PackId.PartialSuffix : "");

    /// <summary>Adds an item whose bytes go into the pack; it becomes a withheld one when its bytes are withheld.</summary>
    /// <exception cref="IOException">It cannot be read; nothing was added.</exception>
    public PackItem Add(PackSource source) => AddCopied(source, null);

    /// <summary>Adds something made from another item: a typed text, a crop, a redaction. The other may be withheld.</summary>
    /// <exception cref="ArgumentException">There is no item of that number.</exception>
    public PackItem AddDerived(PackSource source, ItemNumber derivedFrom)
    {
        if (!_items.ContainsKey(derivedFrom))
            throw new ArgumentException("No item has this number.", nameof(derivedFrom));
        return AddCopied(source, derivedFrom);
    }

    /// <summary>
    /// Records an item by hash and size alone: its bytes are read once and kept nowhere. Earlier items with the same bytes
    /// become withheld too.
    /// </summary>
    /// <exception cref="IOException">It cannot be read; nothing was added.</exception>
    public PackItem Withhold(PackSource source, WithheldReason reason)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckOpen();
        ContentDigest digest;
        using (var stream = source.Open())
            digest = ContentDigest.Read(stream);
        return Withhold(digest.Hash, digest.Bytes, source.Mime, source.OriginalName, reason);
    }

    /// <summary>Records a withheld item whose hash is already known, so that its bytes need not be read again.</summary>
    public PackItem Withhold(Sha256Digest hash, long bytes, string mime, string? originalName, WithheldReason reason)
    {
        ArgumentNullException.ThrowIfNull(mime);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        CheckOpen();
        var item = new PackItem(Next(), hash, bytes, mime) { OriginalName = originalName, Withheld = reason };
        Keep(item, "item-withheld");
        if (_withheld.Add(hash))
        {
            foreach (var twin in _items.Values.Where(i => i.Hash == hash && i.IsCopied).ToList())
            {
                _copied.Remove(twin.Number);
                Keep(twin with { Path = null, Withheld = WithheldReason.SameAsWithheld }, "item-withheld");
            }
        }

        return item;
    }

    /// <summary>Adds the person's own words about the case or about an item. They go into <c>metadata/notes.json</c>.</summary>
    public void AddNote(string text, ItemNumber? about = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var id = $"N{_notes.Count + 1}";
        _notes.Add(new(id, Options.Clock.GetUtcNow(), about, text));
        Log.Append("note-added", json =>
        {
            json.WriteString("note", id);
            if (about is { } item)
                json.WriteString("item", item.ToString());
            json.WriteString("by", Person);
        });
    }

    /// <summary>Adds a row to <c>metadata/identifiers.csv</c>.</summary>
    public void AddIdentifier(IdentifierRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        _identifiers.Add(row);
    }

    /// <summary>
    /// Says that something could not be put in. The pack is then partial, and the gap stands in <c>metadata/gaps.json</c>.
    /// </summary>
    /// <param name="code">Why, in lower-case letters, digits and hyphens, such as <c>cannot-open</c>.</param>
    /// <param name="item">The item concerned, if it has a number.</param>
    public void AddGap(string code, ItemNumber? item = null)
    {
        if (code is not { Length: > 0 and <= 64 } || code.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '-')))
            throw new ArgumentException("A code is made of lower-case letters, digits and hyphens.", nameof(code));
        _gaps.Add(new(code, item));
        Log.Append("gap-noted", json =>
        {
            json.WriteString("code", code);
            if (item is { } number)
                json.WriteString("item", number.ToString());
        });
    }

    /// <summary>Adds a file to <c>report/</c>, such as <c>report.txt</c>.</summary>
    /// <exception cref="ArgumentException">The name is taken, or is not lower-case ASCII with an extension.</exception>
    public void AddReport(string name, byte[] bytes) => AddFile(PackLayout.ReportFolder + name, name, bytes, "report-made");

    /// <summary>Adds a file to <c>metadata/</c>, such as <c>case.jsonld</c>.</summary>
    /// <exception cref="ArgumentException">The name is taken, or is not lower-case ASCII with an extension.</exception>
    public void AddMetadata(string name, byte[] bytes) => AddFile(PackLayout.MetadataFolder + name, name, bytes, "metadata-added");

    /// <summary>Writes into the custody log what happened to an earlier pack of the case.</summary>
    public void Record(CustodyEvent happened, PackId pack) =>
        Log.Append(happened.ToCode(), json => json.WriteString("pack", pack.ToString()));

    /// <summary>
    /// Seals the pack: writes it as a ZIP, reads it back and checks every layer. The builder cannot be used afterwards.
    /// </summary>
    /// <param name="output">An empty stream that can be written, read and sought, such as a new file under a temporary name.</param>
    /// <exception cref="PackException">The pack could not be made; what was written must not be kept.</exception>
    /// <exception cref="ArgumentException">The stream is not of that kind.</exception>
    /// <exception cref="InvalidOperationException">It was sealed already.</exception>
    public SealedPack Seal(Stream output)
    {
        if (_isSealed)
            throw new InvalidOperationException("A builder seals one pack.");
        _isSealed = true;
        return new PackWriting(this).Seal(output);
    }

    internal IReadOnlyDictionary<ItemNumber, (PackSource Source, ContentDigest Digest)> Copied => _copied;

    internal bool IsWithheld(Sha256Digest hash) => _withheld.Contains(hash);

    /// <summary>The files beside the payload that depend on nothing but what was added.</summary>
    internal Dictionary<string, byte[]> MetadataFiles()
    {
        var files = new Dictionary<string, byte[]>(_files, StringComparer.Ordinal)
        {
            [PackLayout.Items] = ItemsJson.Write(Id, _items.Values),
            [PackLayout.Identifiers] = IdentifiersCsv.Write(_identifiers),
            [PackLayout.Withheld] = Encoding.ASCII.GetBytes(string.Concat(
                _items.Values.Where(i => !i.IsCopied).Select(i => $"{i.Hash}  withheld/{i.Number}\n"))),
        };
        if (_notes.Count > 0)
            files[PackLayout.Notes] = NotesJson.Write(_notes);
        if (IsPartial)
            files[PackLayout.Gaps] = GapsJson.Write(_gaps);
        return files;
    }

    private PackItem AddCopied(PackSource source, ItemNumber? derivedFrom)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckOpen();
        ContentDigest digest;
        using (var stream = source.Open())
            digest = ContentDigest.Read(stream);
        var number = Next();
        var item = new PackItem(number, digest.Hash, digest.Bytes, source.Mime)
        {
            OriginalName = source.OriginalName,
            DerivedFrom = derivedFrom,
        };
        if (IsWithheld(digest.Hash))
            return Keep(item with { Withheld = WithheldReason.SameAsWithheld }, "item-withheld");
        _copied.Add(number, (source, digest));
        var path = $"{PackLayout.ItemFolder}{number}.{ItemExtension.For(source.OriginalName, source.Mime)}";
        return Keep(item with { Path = path }, derivedFrom is null ? "item-added" : "item-derived");
    }

    private PackItem Keep(PackItem item, string happened)
    {
        _items[item.Number] = item;
        Log.Append(happened, json =>
        {
            json.WriteString("item", item.Number.ToString());
            json.WriteString("by", Person);
            json.WriteString("sha256", item.Hash.ToString());
            json.WriteNumber("bytes", item.Bytes);
            json.WriteBoolean("copied", item.IsCopied);
            if (item.Withheld is { } reason)
                json.WriteString("reason", reason.ToCode());
            if (item.DerivedFrom is { } origin)
                json.WriteString("derivedFrom", origin.ToString());
        });
        return item;
    }

    private void AddFile(string path, string name, byte[] bytes, string happened)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (!PackLayout.IsFileName(name) || path is PackLayout.Items or PackLayout.Identifiers or PackLayout.Withheld
            or PackLayout.Notes or PackLayout.Gaps || !_files.TryAdd(path, [.. bytes]))
            throw new ArgumentException("This name is taken or not of the form that a pack has.", nameof(name));
        Log.Append(happened, json =>
        {
            json.WriteString("file", path);
            json.WriteString("by", Tool);
            json.WriteString("sha256", Sha256Digest.Of(bytes).ToString());
        });
    }

    private ItemNumber Next() => new(++_lastNumber);

    private void CheckOpen()
    {
        if (_id is not null)
            throw new InvalidOperationException("The id of the pack was read; no item can be added any more.");
    }

    private PackId MakeId()
    {
        var text = new StringBuilder("holdfast pack id 1\n");
        text.Append(CustodyLog.Timestamp(_begun)).Append('\n');
        text.Append(Options.Key.Fingerprint).Append('\n').Append(_earlierHead).Append('\n');
        foreach (var item in _items.Values)
            text.Append(item.Number).Append(' ').Append(item.Hash).Append(item.IsCopied ? " copied\n" : " withheld\n");
        return PackId.From(Sha256Digest.Of(Encoding.ASCII.GetBytes(text.ToString())));
    }
}
