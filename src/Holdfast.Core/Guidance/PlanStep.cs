namespace Holdfast.Guidance;

/// <summary>One step of a plan.</summary>
/// <param name="Id">Stable name, such as <c>do-not-pay</c>; its words are also in <c>content/words</c> (<c>plan-step.</c>).</param>
/// <param name="Title">Its title.</param>
/// <param name="Actions">What to do now: one to four short actions.</param>
/// <param name="Why">Why it helps.</param>
/// <param name="Contacts">Who helps with this step, the first to turn to first; may be empty.</param>
public sealed record PlanStep(
    string Id, string Title, IReadOnlyList<PlanLine> Actions, PlanLine Why, IReadOnlyList<Helpline> Contacts);
