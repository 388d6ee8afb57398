namespace Holdfast.Guidance;

/// <summary>One step of a plan.</summary>
/// <param name="Id">Stable name: pause, do-not-pay, secure-evidence, collect-links, report-mail, change-password, stay-safe, get-help.</param>
/// <param name="Title">Its title.</param>
/// <param name="Actions">What to do now: one to four short actions.</param>
/// <param name="Why">Why it helps.</param>
/// <param name="Contacts">Who helps with this step, the first to turn to first; may be empty.</param>
public sealed record PlanStep(
    string Id, string Title, IReadOnlyList<PlanLine> Actions, PlanLine Why, IReadOnlyList<Helpline> Contacts);
