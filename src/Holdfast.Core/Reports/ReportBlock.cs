namespace Holdfast.Reports;

/// <summary>A piece of a report, free of any form of writing.</summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public sealed override string ToString() => "report block";
}

/// <summary>A paragraph of our own words.</summary>
internal sealed record Paragraph(string Text) : ReportBlock;

/// <summary>A list of short statements of our own words.</summary>
internal sealed record Points(IReadOnlyList<string> Lines) : ReportBlock;

/// <summary>Words that somebody else wrote, with line ends.</summary>
internal sealed record ForeignText(string Text) : ReportBlock;

/// <summary>Commands to type.</summary>
internal sealed record Commands(IReadOnlyList<string> Lines) : ReportBlock;

/// <summary>Names and values.</summary>
internal sealed record Facts(IReadOnlyList<(string Label, string Value)> Lines) : ReportBlock;

/// <summary>Rows under heads.</summary>
/// <param name="Heads">The heads.</param>
/// <param name="Rows">The cells of each row, in the order of the heads.</param>
internal sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<Cell>> Rows) : ReportBlock;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsForeign">True when somebody else wrote it.</param>
/// <param name="IsCode">True for hashes and numbers that are compared letter by letter.</param>
internal readonly record struct Cell(string Text, bool IsForeign = false, bool IsCode = false);

/// <summary>A quoted message.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="At">When, as the export says it.</param>
/// <param name="Where">In which item and line.</param>
/// <param name="Text">The words.</param>
/// <param name="Shows">The signs that it shows.</param>
/// <param name="RecordHash">SHA-256 of the record's bytes, if known.</param>
internal sealed record QuotedMessage(string From, string At, string Where, string Text, string Shows, string? RecordHash) : ReportBlock;

/// <summary>Lines to be filled in by hand.</summary>
internal sealed record BlankLines(IReadOnlyList<string> Labels) : ReportBlock;

/// <summary>A section of a report.</summary>
/// <param name="Id">Stable name in lower-case ASCII.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands in it; when empty, the report says that nothing is recorded.</param>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"report section {Id}";
}
