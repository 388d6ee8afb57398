namespace Holdfast.Findings;

/// <summary>The signs that the verdict weighs; each is a file in <c>content/signs</c>.</summary>
internal enum Sign
{
    /// <summary>A sign that an expert added and that no weight knows yet: it is shown, not weighed.</summary>
    Other,
    FalseIdentity,
    MassContact,
    ExplicitTalk,
    RushedCloseness,
    ImageOffered,
    ImageAsked,
    MoveToOtherApp,
    Secrecy,
    Pressure,
    HackingClaim,
    RecordedClaim,
    HasImagesClaim,
    ContactsClaim,
    ThreatToPublish,
    ThreatOfRuin,
    ThreatOfHarm,
    MoneyDemand,
    PaymentMethod,
    Deadline,
    RepeatedDemand,
    MoreImagesDemand,
    ActDemand,
    AccountDemand,
    FalseAccusation,
    MassMailMarks,
    RecoveryOffer,
    FakedOrStolen,
    OwnReport,
    Pleading,
    ReportingVoice,
    Joking,
    OrdinaryMoney,
}

/// <summary>The names of the signs: those of their files.</summary>
internal static class SignNames
{
    private static readonly string[] Names =
    [
        "",
        "false-identity",
        "mass-contact",
        "explicit-talk",
        "rushed-closeness",
        "image-offered",
        "image-asked",
        "move-to-other-app",
        "secrecy",
        "pressure",
        "hacking-claim",
        "recorded-claim",
        "has-images-claim",
        "contacts-claim",
        "threat-to-publish",
        "threat-of-ruin",
        "threat-of-harm",
        "money-demand",
        "payment-method",
        "deadline",
        "repeated-demand",
        "more-images-demand",
        "act-demand",
        "account-demand",
        "false-accusation",
        "mass-mail-marks",
        "recovery-offer",
        "faked-or-stolen",
        "own-report",
        "pleading",
        "reporting-voice",
        "joking",
        "ordinary-money",
    ];

    /// <summary>Number of values of <see cref="Sign"/>.</summary>
    public static int Count => Names.Length;

    /// <summary>The sign of that name, or <see cref="Sign.Other"/>.</summary>
    public static Sign Find(string id) => (Sign)Math.Max(0, Array.IndexOf(Names, id));

    /// <summary>Signs that speak against sextortion; they are weighed but not shown.</summary>
    public static bool IsCounterEvidence(Sign sign) => sign is Sign.ReportingVoice or Sign.OrdinaryMoney or Sign.Joking;
}
