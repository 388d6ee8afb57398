using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Packs;
using Holdfast.Preservation;

namespace Holdfast.Reports;

/// <summary>Everything that the evidence report is made from.</summary>
public sealed record ReportInput
{
    /// <summary>The id of the pack (<see cref="PackBuilder.Id"/>, read after the last item was added).</summary>
    public required PackId Pack { get; init; }

    /// <summary>True when something could not be put into the pack.</summary>
    public bool IsPartial { get; init; }

    /// <summary>When the report is made, by the clock of the device.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Program and version, such as <c>holdfast/0.1.0</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>The case: items, numbers and record hashes.</summary>
    public required CaseFile Case { get; init; }

    /// <summary>What was found; null when nothing was read.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; init; } = [];

    /// <summary>Messages that were read out of pictures, in the order of the conversations; the caller limits their number.</summary>
    public IReadOnlyList<Message> ReadFromPictures { get; init; } = [];

    /// <summary>The person's own account, as given for the case; null when there is none.</summary>
    public string? Account { get; init; }

    /// <summary>The role of who made the pack, in words of the report's language; null for the usual words.</summary>
    public string? Role { get; init; }

    /// <summary>
    /// Gives the words of a key in the language of the report; returns the key itself, or an empty string, when it has none.
    /// </summary>
    public required Func<string, string> Words { get; init; }

    /// <summary>Language of the report, a BCP 47 tag such as <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "report input";
}
