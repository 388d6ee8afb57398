namespace Holdfast.Findings;

/// <summary>The names of the next steps for each answer, as in the plan; their words stand in <c>content/words</c>.</summary>
internal static class NextSteps
{
    public static IReadOnlyList<string> For(Verdict verdict) => verdict switch
    {
        Verdict.Blackmail => ["pause", "do-not-pay", "secure-evidence", "collect-links", "get-help"],
        Verdict.Bluff => ["pause", "do-not-pay", "secure-evidence", "report-mail", "change-password", "get-help"],
        Verdict.Attempt => ["pause", "do-not-pay", "secure-evidence", "stay-safe", "get-help"],
        Verdict.Caution => ["pause", "stay-safe", "get-help"],
        _ => ["stay-safe", "get-help"],
    };
}
