using System.Globalization;
using Holdfast.Conversations;
using Holdfast.Preservation;

namespace Holdfast.Reports;

/// <summary>The sections that say what lies in the pack, what does not, and what happened to each item.</summary>
internal sealed class ItemSections(ReportInput input, ReportWords words)
{
    // Of a problem that comes back, this many lines are named.
    private const int MaxLines = 12;
    private const int MaxProblems = 1_000;
    private const int MaxWithheld = 200;
    private const int MaxPictures = 20;

    public List<ReportBlock> Exhibits() => input.Case.Items.Count == 0 ? [] :
    [
        new Table(
            [words["evidence.number"], words["evidence.kind"], words["evidence.original-name"], words["evidence.size"], "SHA-256", words["evidence.state"]],
            [.. Listed.Select(item => (IReadOnlyList<Cell>)
            [
                new(item.Item.Number.ToString()),
                new(words["evidence.kind." + EvidenceReport.Kebab(item.Type.Kind.ToString())] + ", " + item.Type.Mime),
                new(Name(item), IsForeign: item.File is not null),
                new(words.Fill("evidence.bytes", ("bytes", item.Item.Bytes))),
                new(item.Item.Hash.ToString(), IsCode: true),
                new(State(item)),
            ])]),
        .. NotListed,
    ];

    public List<ReportBlock> Custody()
    {
        if (input.Case.Items.Count == 0)
            return [];
        return
        [
            new Paragraph(words["evidence.custody.text"]),
            new Table(
                [words["evidence.number"], words["evidence.what-happened"]],
                [.. Listed.Select(item => (IReadOnlyList<Cell>)[new(item.Item.Number.ToString()), new(History(item))])]),
            .. NotListed,
        ];
    }

    // A download of years holds thousands of pictures that nobody looked into. All are in items.json; on paper they would
    // hide the few files that matter, so those that are copied and the first of the others are printed.
    private List<CaseItem> Listed
    {
        get
        {
            var withheld = 0;
            return [.. input.Case.Items.Where(item => item.Item.IsCopied || ++withheld <= MaxWithheld)];
        }
    }

    private ReportBlock[] NotListed => input.Case.Items.Count(item => !item.Item.IsCopied) - MaxWithheld is > 0 and var more
        ? [new Paragraph(words.Fill("evidence.more-withheld", ("count", more)))]
        : [];

    public List<ReportBlock> Gaps()
    {
        List<IReadOnlyList<Cell>> rows =
        [
            .. input.Case.Gaps.Select(gap => (IReadOnlyList<Cell>)[new(PrintedText.Line(gap.Name), IsForeign: true), new(words["evidence.gap." + gap.Code])]),
            .. input.Case.UnusedSafeNames.Select(name => (IReadOnlyList<Cell>)[new(PrintedText.Line(name), IsForeign: true), new(words["evidence.gap.safe-name"])]),
            .. Problems.Take(MaxProblems).Select(g => (IReadOnlyList<Cell>)
            [
                new(PrintedText.Line(g.Key.File), IsForeign: true),
                new(Why(g, words) + Lines([.. g.Select(p => p.Line).Where(l => l > 0)])),
            ]),
        ];
        List<ReportBlock> blocks = rows.Count == 0 ? [] : [new Table([words["evidence.file"], words["evidence.gap"]], rows)];
        var more = Problems.Skip(MaxProblems).Sum(g => g.LongCount()) + Math.Max(0, input.Problems.Count(p => p.Kind == ProblemKind.PictureNotRead) - MaxPictures);
        if (more > 0)
            blocks.Add(new Paragraph(words.Fill("evidence.more-gaps", ("count", more))));
        return blocks;
    }

    // Each picture is an item of the pack already; a few are enough to say what it means.
    private IEnumerable<IGrouping<(string File, ProblemKind Kind, bool IsCounted), ReadingProblem>> Problems
    {
        get
        {
            var pictures = 0;
            return input.Problems.Where(p => p.Kind != ProblemKind.PictureNotRead || ++pictures <= MaxPictures)
                .GroupBy(p => (p.File, p.Kind, IsCounted: p.Count is not null));
        }
    }

    private static string Why(IEnumerable<ReadingProblem> problems, ReportWords words)
    {
        var (kind, counted) = (problems.First().Kind, problems.Where(p => p.Count is not null).Sum(p => p.Count!.Value));
        return counted > 0
            ? words.Fill(kind == ProblemKind.Duplicate ? "problem.duplicate-messages" : "problem." + EvidenceReport.Kebab(kind.ToString()), ("0", counted))
            : words.Or("problem." + EvidenceReport.Kebab(kind.ToString()), EvidenceReport.Kebab(kind.ToString()));
    }

    private string Lines(IReadOnlyList<long> lines)
    {
        if (lines.Count == 0)
            return "";
        var named = " " + words.Fill("evidence.lines", ("lines", string.Join(", ", lines.Take(MaxLines).Select(l => l.ToString(CultureInfo.InvariantCulture)))));
        return lines.Count > MaxLines ? named + " " + words.Fill("evidence.more-lines", ("count", lines.Count - MaxLines)) : named;
    }

    private string Name(CaseItem item)
    {
        if (item.File is { } file)
            return PrintedText.Line(file.FileName);
        return item.FoundIn is { } found ? words.Fill("evidence.found-in", ("item", found)) : words["evidence.made-list"];
    }

    private string State(CaseItem item) => item.Item.Withheld is { } reason
        ? words["evidence.withheld"] + ": " + words["evidence.withheld." + EvidenceReport.Kebab(reason.ToString())]
        : item.Item.DerivedFrom is { } origin ? words.Fill("evidence.derived", ("item", origin)) : words["evidence.copied"];

    private string History(CaseItem item)
    {
        List<string> steps = [];
        if (item.Container is { } container)
            steps.Add(words.Fill("evidence.came-in", ("item", container)));
        if (item.FoundIn is { } found)
            steps.Add(words.Fill("evidence.found-in", ("item", found)));
        steps.Add(words["evidence.hashed"]);
        steps.Add(!item.Item.IsCopied ? words["evidence.not-copied"]
            : item.Item.DerivedFrom is { } origin ? words.Fill("evidence.derived", ("item", origin))
            : words["evidence.copied-unchanged"]);
        return string.Join("; ", steps);
    }
}
