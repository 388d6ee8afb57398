namespace Holdfast.Guidance;

/// <summary>What stands at the very top of every plan.</summary>
/// <param name="Lines">The words.</param>
/// <param name="Contacts">Whom to call, the crisis line first, emergency services last.</param>
public sealed record CrisisHelp(IReadOnlyList<PlanLine> Lines, IReadOnlyList<Helpline> Contacts);
