namespace Holdfast.Guidance;

/// <summary>What to do now, in order.</summary>
public sealed record Plan
{
    /// <summary>ISO 639-1 code of the words.</summary>
    public required string Language { get; init; }

    /// <summary>The country whose services are named; null when none was chosen or it has no list.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>Stands above everything: what to do when somebody cannot go on or is in danger.</summary>
    public required CrisisHelp Crisis { get; init; }

    /// <summary>The first sentences, before the steps.</summary>
    public required IReadOnlyList<PlanLine> Opening { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>What to beware of; the warning of paid "recovery" is always among them.</summary>
    public required IReadOnlyList<PlanLine> Warnings { get; init; }

    /// <summary>What can come later; may be empty.</summary>
    public required IReadOnlyList<PlanLine> Later { get; init; }

    /// <summary>Questions whose answer would make the plan better: country, age, paid, paid-by, posted, seen-real-image.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"plan ({Steps.Count} steps)";
}
