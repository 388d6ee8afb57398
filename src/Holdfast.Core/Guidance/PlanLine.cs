namespace Holdfast.Guidance;

/// <summary>One sentence or two of advice, with the page on which it rests.</summary>
/// <param name="Id">Stable name, such as <c>pause.stop</c>.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Source">The page.</param>
/// <param name="Checked">The day on which that page was read.</param>
public sealed record PlanLine(string Id, string Text, string Source, DateOnly Checked);
