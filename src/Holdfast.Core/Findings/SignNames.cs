namespace Holdfast.Findings;

/// <summary>The signs that the verdict weighs; each is a file in <c>content/signs</c>.</summary>
internal enum SignKind
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

    /// <summary>The sign that is found in lists of contacts, not by words.</summary>
    public const string RequestBurst = "request-burst";

    /// <summary>Number of values of <see cref="SignKind"/>.</summary>
    public static int Count => Names.Length;

    /// <summary>The sign of that name, or <see cref="SignKind.Other"/>.</summary>
    public static SignKind Find(string id) => (SignKind)Math.Max(0, Array.IndexOf(Names, id));

    /// <summary>Signs that speak against sextortion; they are weighed but not shown.</summary>
    public static bool IsCounterEvidence(SignKind sign) => sign is SignKind.ReportingVoice or SignKind.OrdinaryMoney or SignKind.Joking;
}
