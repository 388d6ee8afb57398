using System.Globalization;
using Holdfast.Packs;

namespace Holdfast.Reports;

/// <summary>
/// The report of an evidence pack for people who were not there: police, helplines, platforms. One model, written as plain
/// text (<see cref="TextReport"/>) and as a page (<see cref="HtmlReport"/>). It holds no image and no thumbnail. The same
/// input gives the same bytes.
/// </summary>
public sealed class EvidenceReport
{
    private EvidenceReport(string title, string language, string none, IReadOnlyList<ReportSection> sections) =>
        (Title, Language, None, Sections) = (title, language, none, sections);

    /// <summary>A neutral title: the id of the pack.</summary>
    public string Title { get; }

    /// <summary>Language tag.</summary>
    public string Language { get; }

    /// <summary>What stands in a section that has nothing.</summary>
    public string None { get; }

    /// <summary>The sections in order; the first is the cover.</summary>
    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>Makes the report.</summary>
    public static EvidenceReport Of(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var words = new ReportWords(input.Words);
        var findings = new FindingSections(input, words);
        var items = new ItemSections(input, words);
        return new EvidenceReport($"{words["evidence.title"]} {input.Pack}", input.Language, words["evidence.none"],
        [
            Cover(input, words),
            new("account", words["evidence.account"], findings.Account()),
            new("timeline", words["evidence.timeline"], findings.Timeline()),
            new("identifiers", words["evidence.identifiers"], findings.Identifiers()),
            new("demands", words["evidence.demands"], findings.Demands()),
            new("addresses", words["evidence.addresses"], findings.Addresses()),
            new("quotes", words["evidence.quotes"], findings.Quotes()),
            .. input.ReadFromPictures.Count == 0
                ? Array.Empty<ReportSection>()
                : [new ReportSection("pictures", words["evidence.pictures"], findings.Pictures())],
            new("exhibits", words["evidence.exhibits"], items.Exhibits()),
            new("custody", words["evidence.custody"], items.Custody()),
            new("gaps", words["evidence.gaps"], items.Gaps()),
            new("verify", words["evidence.verify"], Verify(words)),
            new("officer", words["evidence.officer"], Officer(words)),
        ]);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "evidence report";

    private static ReportSection Cover(ReportInput input, ReportWords words)
    {
        var copied = input.Case.Items.Count(i => i.Item.IsCopied);
        var withheld = input.Case.Items.Count - copied;
        List<(string, string)> facts =
        [
            (words["evidence.pack"], input.Pack.ToString()),
            (words["evidence.made"], Time(input.Made) + " " + words["evidence.device-clock"]),
            (words["evidence.tool"], input.Tool),
            (words["evidence.role"], input.Role is { } role ? PrintedText.Line(role) : words["evidence.role.person"]),
            (words["evidence.items"], words.Fill("evidence.items.count", ("copied", copied), ("withheld", withheld))),
        ];
        if (input.Assessment is { } assessment)
        {
            var verdict = "verdict." + Kebab(assessment.Verdict.ToString());
            facts.Add((words["evidence.finding"], words.Or(
                assessment.Form is { } form ? $"{verdict}.{Kebab(form.ToString())}.headline" : $"{verdict}.headline",
                words.Or($"{verdict}.headline", Kebab(assessment.Verdict.ToString())))));
        }

        List<ReportBlock> blocks = [new Facts(facts)];
        if (input.IsPartial)
            blocks.Add(new Paragraph(words["evidence.partial"]));
        blocks.Add(new Paragraph(words["evidence.machine"]));
        blocks.Add(new Paragraph(words["evidence.proves"]));
        blocks.Add(new Points([words["evidence.proves.1"], words["evidence.proves.2"]]));
        blocks.Add(new Paragraph(words["evidence.proves-not"]));
        blocks.Add(new Points([words["evidence.proves-not.1"], words["evidence.proves-not.2"], words["evidence.proves-not.3"]]));
        blocks.Add(new Paragraph(words["evidence.no-images"]));
        return new("cover", words["evidence.cover"], blocks);
    }

    private static List<ReportBlock> Verify(ReportWords words) =>
    [
        new Paragraph(words["evidence.verify.unchanged"]),
        new Commands(["sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt"]),
        new Paragraph(words["evidence.verify.nothing-added"]),
        new Commands(["diff <(find data -type f | sort) <(cut -c67- manifest-sha256.txt | sort)"]),
        new Paragraph(words["evidence.verify.seal"]),
        new Commands(["sha256sum tagmanifest-sha256.txt"]),
        new Paragraph(words["evidence.verify.signature"]),
        new Commands(
        [
            "openssl cms -verify -binary -inform DER -in seal/seal.p7s -content tagmanifest-sha256.txt -CAfile seal/signer.pem -purpose any -out /dev/null",
        ]),
        new Paragraph(words["evidence.verify.more"]),
    ];

    private static List<ReportBlock> Officer(ReportWords words) =>
    [
        new Paragraph(words["evidence.officer.text"]),
        new BlankLines(
        [
            words["evidence.officer.name"], words["evidence.officer.number"], words["evidence.officer.reference"],
            words["evidence.officer.received"], words["evidence.officer.place"], words["evidence.officer.exhibit"],
            words["evidence.officer.statement"], "", "", words["evidence.officer.signature"],
        ]),
    ];

    internal static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    internal static string Number(ItemNumber? number) => number?.ToString() ?? "-";

    internal static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
