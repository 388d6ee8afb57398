namespace Holdfast.Guidance;

/// <summary>The words of the plan in one language: <c>content/plan/en.json</c> and its sisters.</summary>
internal sealed record PlanTexts
{
    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>The title of each step, by the name of the step.</summary>
    public required Dictionary<string, string> Titles { get; init; }

    /// <summary>The advice, by name.</summary>
    public required Dictionary<string, SourcedText> Lines { get; init; }

    /// <summary>One piece of advice and where it comes from.</summary>
    /// <param name="Text">What the person reads.</param>
    /// <param name="Source">The page on which it rests.</param>
    /// <param name="Checked">The day on which that page was read.</param>
    internal sealed record SourcedText(string Text, string Source, DateOnly Checked);
}
