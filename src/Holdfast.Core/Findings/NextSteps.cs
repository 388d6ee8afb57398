namespace Holdfast.Findings;

/// <summary>The names of the next steps for each answer; their words stand in <c>content/words</c>.</summary>
internal static class NextSteps
{
    public static IReadOnlyList<string> For(Verdict verdict, BlackmailForm? form) => verdict switch
    {
        Verdict.Blackmail when form == BlackmailForm.OtherDemand => ["pause", "do-not-give-in", "secure-evidence", "collect-links", "get-help"],
        Verdict.Blackmail => ["pause", "do-not-pay", "secure-evidence", "collect-links", "get-help"],
        Verdict.Bluff => ["pause", "do-not-pay", "secure-evidence", "change-password", "report-mail", "get-help"],
        Verdict.Attempt => ["pause", "secure-evidence", "stay-safe", "get-help"],
        Verdict.Caution => ["pause", "stay-safe", "get-help"],
        _ => ["stay-safe"],
    };
}
