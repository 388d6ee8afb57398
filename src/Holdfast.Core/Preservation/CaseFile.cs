using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Packs;

namespace Holdfast.Preservation;

/// <summary>
/// Fills a pack from the files of a case. All files are looked at before the first is added, so that one decision holds
/// for all that have the same bytes; then they are added in input order: copied, withheld (fingerprint only), or withheld
/// together with a derived copy that carries nothing. Files pass as streams; none is held in memory.
/// </summary>
public sealed class CaseFile
{
    private readonly PackBuilder _pack;
    private readonly Dictionary<ExportFile, ItemNumber> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ExportFile, ItemNumber> _derived = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ItemNumber, CaseItem> _items = [];
    private readonly List<CaseGap> _gaps = [];
    private RecordHashes _records = RecordHashes.None;

    private CaseFile(PackBuilder pack) => _pack = pack;

    /// <summary>The items in order of number.</summary>
    public IReadOnlyList<CaseItem> Items => [.. _pack.Items.Where(i => _items.ContainsKey(i.Number)).Select(i => _items[i.Number] with { Item = i })];

    /// <summary>The files that could not be put in.</summary>
    public IReadOnlyList<CaseGap> Gaps => _gaps;

    /// <summary>Names that the person called safe but that fit no file, or fit several different ones; nothing was copied for them.</summary>
    public IReadOnlyList<string> UnusedSafeNames { get; private set; } = [];

    /// <summary>Adds everything to the pack but the reports, which the caller makes from this and adds last.</summary>
    /// <param name="pack">A new builder.</param>
    /// <param name="files">The files of the case in input order, archives opened (<see cref="ExportFile.Container"/>).</param>
    /// <param name="assessment">What was found; its quotes are tied to items and hashed.</param>
    /// <param name="problems">What could not be read; what is missing from the pack for that reason makes it partial.</param>
    /// <param name="options">What the person decided.</param>
    public static CaseFile Compose(
        PackBuilder pack,
        IReadOnlyList<ExportFile> files,
        Assessment? assessment,
        IReadOnlyList<ReadingProblem> problems,
        CaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(options);
        var composed = new CaseFile(pack);
        var surveyed = composed.Survey(files, options);
        var safe = composed.SafeHashes(surveyed, options);
        foreach (var (file, survey, isContainer) in surveyed)
            composed.Add(file, survey, !isContainer && safe.Contains(survey.Sha256), safe);
        composed.AddListWhenNothingIsCopied();
        foreach (var kind in problems.Select(p => p.Kind).Where(MeansSomethingIsMissing))
            pack.AddGap(kind switch
            {
                ProblemKind.UnsafePath => "unsafe-path",
                ProblemKind.ArchiveLimit => "archive-limit",
                _ => "archive-damaged",
            });
        if (assessment is not null)
        {
            composed._records = RecordHashes.Of(Quotes(assessment));
            composed.AddIdentifiers(assessment);
        }

        return composed;
    }

    /// <summary>The number of the item that holds the file as it was given; null when it is not in the case.</summary>
    public ItemNumber? NumberOf(ExportFile file) => _numbers.TryGetValue(file, out var number) ? number : null;

    /// <summary>The number of the copy of the file that carries no images, when one was made.</summary>
    public ItemNumber? DerivedFrom(ExportFile file) => _derived.TryGetValue(file, out var number) ? number : null;

    /// <summary>SHA-256 of the bytes of the record that a quote comes from; null when the format has no such bytes or they cannot be read.</summary>
    public string? RecordHashOf(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return _records.Of(quote.Source);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"case file ({_items.Count} items)";

    internal static IEnumerable<Quote> Quotes(Assessment assessment) =>
        assessment.Signs.SelectMany(s => s.Quotes)
            .Concat(assessment.Demands.SelectMany(d => d.Quotes))
            .Concat(assessment.Identifiers.SelectMany(i => i.Quotes))
            .Concat(assessment.Stages.Select(s => s.Quote).OfType<Quote>());

    // The archives that a file came in stand before it, the outermost first, each once.
    private static IEnumerable<(ExportFile File, bool IsContainer)> InOrder(IReadOnlyList<ExportFile> files)
    {
        var containers = new HashSet<ExportFile>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
        {
            for (var at = file.Container; at is not null && containers.Add(at); at = at.Container)
            {
            }
        }

        var given = new HashSet<ExportFile>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
        {
            Stack<ExportFile> path = [];
            for (var at = file; at is not null && given.Add(at); at = at.Container)
                path.Push(at);
            foreach (var next in path)
                yield return (next, containers.Contains(next));
        }
    }

    private static bool MeansSomethingIsMissing(ProblemKind kind) =>
        kind is ProblemKind.UnsafePath or ProblemKind.ArchiveLimit or ProblemKind.ArchiveDamaged;

    private List<(ExportFile File, FileSurvey Survey, bool IsContainer)> Survey(IReadOnlyList<ExportFile> files, CaseOptions options)
    {
        List<(ExportFile, FileSurvey, bool)> surveyed = [];
        var account = options.Account is { Length: > 0 } text
            ? [ExportFile.FromBytes("account.txt", Encoding.UTF8.GetBytes(text))]
            : Array.Empty<ExportFile>();
        foreach (var (file, isContainer) in InOrder([.. files, .. account]))
        {
            try
            {
                surveyed.Add((file, isContainer ? FileSurvey.OfContainer(file) : FileSurvey.Of(file), isContainer));
            }
            catch (Exception e) when (IsUnreadable(e))
            {
                Gap(file, "cannot-open");
            }
        }

        return surveyed;
    }

    // What a stream may throw when the disk, the archive or its encryption stands in the way.
    private static bool IsUnreadable(Exception e) =>
        e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException or CryptographicException;

    private HashSet<string> SafeHashes(List<(ExportFile File, FileSurvey Survey, bool IsContainer)> surveyed, CaseOptions options)
    {
        HashSet<string> safe = [];
        List<string> unused = [];
        foreach (var name in options.SafeToCopy.Distinct(StringComparer.Ordinal))
        {
            // A name that fits two different files does not say which of them was looked at: neither is copied.
            var hashes = surveyed.Where(s => s.File.Name == name && !s.IsContainer).Select(s => s.Survey.Sha256).Distinct().ToList();
            if (hashes.Count == 1)
                safe.Add(hashes[0]);
            else
                unused.Add(name);
        }

        foreach (var container in surveyed.Where(s => s.IsContainer))
            safe.Remove(container.Survey.Sha256);
        UnusedSafeNames = unused;
        return safe;
    }

    private void Add(ExportFile file, FileSurvey survey, bool isSafe, HashSet<string> safe)
    {
        if (isSafe || survey.Carriage == Carriage.Clean)
        {
            var whole = survey.AsWhole();
            try
            {
                var copied = _pack.Add(new PackSource(file.FileName, survey.Type.Mime, () => new DerivedCopy(file.Open, whole)));
                Keep(copied, survey.Type, file);
                _numbers.TryAdd(file, copied.Number);
            }
            catch (Exception e) when (IsUnreadable(e))
            {
                Gap(file, "changed-while-read");
            }

            return;
        }

        var item = _pack.Withhold(Hash(survey.Sha256), survey.Bytes, survey.Type.Mime, file.FileName, Reason(survey.Type));
        Keep(item, survey.Type, file);
        _numbers.TryAdd(file, item.Number);
        if (survey.Carriage == Carriage.Separable)
            AddDerived(file, survey, item.Number);
        foreach (var run in survey.Embedded.DistinctBy(run => run.Sha256))
        {
            // What the person named as safe is in the pack already; calling its bytes withheld would contradict that.
            if (safe.Contains(run.Sha256))
                continue;
            var carried = _pack.Withhold(Hash(run.Sha256), run.Bytes, run.Type.Mime, null, Reason(run.Type));
            _items[carried.Number] = new CaseItem(carried, run.Type) { FoundIn = item.Number };
        }
    }

    private void AddDerived(ExportFile file, FileSurvey survey, ItemNumber original)
    {
        try
        {
            var derived = _pack.AddDerived(
                new PackSource(file.FileName, survey.Type.Mime, () => new DerivedCopy(file.Open, survey)), original);
            Keep(derived, survey.Type, file);
            _derived.TryAdd(file, derived.Number);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            Gap(file, "changed-while-read");
        }
    }

    // A pack needs one file inside. When all is withheld, that file is the list of fingerprints.
    private void AddListWhenNothingIsCopied()
    {
        if (_pack.Items.Any(i => i.IsCopied))
            return;
        var list = new StringBuilder("Fingerprints (SHA-256) of the files of this case. None of them is copied.\n");
        foreach (var item in _pack.Items)
            list.Append(CultureInfo.InvariantCulture, $"{item.Hash}  {item.Number}  {item.Bytes} bytes  {item.Mime}\n");
        Keep(_pack.Add(PackSource.FromBytes("list.txt", "text/plain", Encoding.ASCII.GetBytes(list.ToString()))), MediaType.PlainText, null);
    }

    private void AddIdentifiers(Assessment assessment)
    {
        // The list is for those who look for the other side; what the person wrote is often their own.
        foreach (var found in assessment.Identifiers.Where(i => !i.WrittenByOwner))
        {
            var first = found.Quotes.Count > 0 ? found.Quotes[0].Source : null;
            _pack.AddIdentifier(new IdentifierRow(
                found.Kind,
                found.Seen,
                found.Value,
                first is null ? null : NumberOf(first.File),
                first is null ? "" : first.At.ToString()));
        }
    }

    private void Keep(PackItem item, MediaType type, ExportFile? file) => _items[item.Number] = new CaseItem(item, type)
    {
        File = file,
        Container = file?.Container is { } container ? NumberOf(container) : null,
    };

    private void Gap(ExportFile file, string code)
    {
        _gaps.Add(new(file.Name, code));
        _pack.AddGap(code);
    }

    private static Sha256Digest Hash(string hex) => Sha256Digest.FromBytes(Convert.FromHexString(hex));

    private static WithheldReason Reason(MediaType type) =>
        type.Kind is MediaKind.Picture or MediaKind.Video ? WithheldReason.MediaOfChat : WithheldReason.NotSure;
}
