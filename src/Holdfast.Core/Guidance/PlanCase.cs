using Holdfast.Findings;

namespace Holdfast.Guidance;

/// <summary>The facts on which the conditions in <c>content/plan/steps.json</c> are decided, by name.</summary>
internal sealed class PlanCase
{
    /// <summary>Every fact and the values it can have. A country is besides its two letters.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Vocabulary = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["verdict"] = ["no-signs", "caution", "attempt", "blackmail", "bluff"],
        ["form"] = ["shared-images", "obtained-images", "other-demand", "open"],
        ["age"] = ["under18", "adult", "unknown"],
        ["paid"] = ["yes", "no", "unknown"],
        ["method"] = ["bank-transfer", "card", "gift-card", "money-transfer", "crypto", "other", "unknown"],
        ["posted"] = ["yes", "no", "unknown"],
        ["helper"] = ["yes", "no"],
        ["crisis"] = ["yes", "no"],
        ["country"] = ["none", "unlisted"],
    };

    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    /// <summary>Puts the finding and the answers into facts.</summary>
    public PlanCase(Assessment assessment, PlanAnswers answers, HelplineDirectory directory)
    {
        // Who has seen a real picture is not bluffed, whatever the message looks like.
        var proven = assessment.Verdict == Verdict.Bluff && answers.SeenRealImage == true;
        Verdict = proven ? Verdict.Blackmail : assessment.Verdict;
        _facts["verdict"] = Name(Verdict);
        _facts["form"] = Name(proven ? assessment.Form ?? BlackmailForm.ObtainedImages : assessment.Form);
        _facts["age"] = answers.Age switch { AgeBand.Under18 => "under18", AgeBand.Adult => "adult", _ => "unknown" };
        _facts["paid"] = YesNo(answers.Paid);
        _facts["method"] = Name(answers.PaidBy);
        _facts["posted"] = YesNo(answers.Posted);
        _facts["helper"] = YesNo(answers.Helper);
        _facts["crisis"] = YesNo(answers.WantsCrisisLine);
        _facts["country"] = answers.Country is not { } country ? "none" : directory.Knows(country) ? country.Letters : "unlisted";
    }

    /// <summary>What is happening, as the answers leave it.</summary>
    public Verdict Verdict { get; }

    /// <summary>
    /// Tells whether all conditions hold. Each names a fact and the values of which one must be the case; a value with
    /// an exclamation mark must not be the case.
    /// </summary>
    public bool Meets(Dictionary<string, string[]>? conditions)
    {
        foreach (var (fact, values) in conditions ?? [])
        {
            var actual = _facts[fact];
            var wanted = values.Where(value => !value.StartsWith('!')).ToList();
            if ((wanted.Count > 0 && !wanted.Contains(actual)) || values.Contains("!" + actual))
                return false;
        }

        return true;
    }

    private static string YesNo(bool? answer) => answer switch { true => "yes", false => "no", null => "unknown" };

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Caution => "caution",
        Verdict.Attempt => "attempt",
        Verdict.Blackmail => "blackmail",
        Verdict.Bluff => "bluff",
        _ => "no-signs",
    };

    private static string Name(BlackmailForm? form) => form switch
    {
        BlackmailForm.SharedImages => "shared-images",
        BlackmailForm.ObtainedImages => "obtained-images",
        BlackmailForm.OtherDemand => "other-demand",
        _ => "open",
    };

    private static string Name(PaymentMethod? method) => method switch
    {
        PaymentMethod.BankTransfer => "bank-transfer",
        PaymentMethod.Card => "card",
        PaymentMethod.GiftCard => "gift-card",
        PaymentMethod.MoneyTransfer => "money-transfer",
        PaymentMethod.Crypto => "crypto",
        PaymentMethod.Other => "other",
        _ => "unknown",
    };
}
