namespace Holdfast.Findings;

/// <summary>The signs that the verdict weighs, by the names of their files in <c>content/signs</c>.</summary>
internal static class SignNames
{
    public const string FalseIdentity = "false-identity";
    public const string MassContact = "mass-contact";
    public const string ExplicitTalk = "explicit-talk";
    public const string RushedCloseness = "rushed-closeness";
    public const string ImageOffered = "image-offered";
    public const string ImageAsked = "image-asked";
    public const string MoveToOtherApp = "move-to-other-app";
    public const string Secrecy = "secrecy";
    public const string Pressure = "pressure";
    public const string HackingClaim = "hacking-claim";
    public const string RecordedClaim = "recorded-claim";
    public const string HasImagesClaim = "has-images-claim";
    public const string ContactsClaim = "contacts-claim";
    public const string ThreatToPublish = "threat-to-publish";
    public const string ThreatOfRuin = "threat-of-ruin";
    public const string ThreatOfHarm = "threat-of-harm";
    public const string MoneyDemand = "money-demand";
    public const string PaymentMethod = "payment-method";
    public const string Deadline = "deadline";
    public const string RepeatedDemand = "repeated-demand";
    public const string MoreImagesDemand = "more-images-demand";
    public const string ActDemand = "act-demand";
    public const string AccountDemand = "account-demand";
    public const string FalseAccusation = "false-accusation";
    public const string MassMailMarks = "mass-mail-marks";
    public const string RecoveryOffer = "recovery-offer";
    public const string FakedOrStolen = "faked-or-stolen";
    public const string OwnReport = "own-report";
    public const string Pleading = "pleading";
    public const string ReportingVoice = "reporting-voice";
    public const string Joking = "joking";
    public const string OrdinaryMoney = "ordinary-money";

    /// <summary>Signs that speak against sextortion; they are weighed but not shown.</summary>
    public static bool IsCounterEvidence(string sign) => sign is ReportingVoice or OrdinaryMoney or Joking;
}
