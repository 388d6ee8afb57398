using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>What a service helps with.</summary>
public enum Situation
{
    /// <summary>Danger right now.</summary>
    [JsonStringEnumMemberName("emergency")]
    Emergency,

    /// <summary>Thoughts of suicide.</summary>
    [JsonStringEnumMemberName("suicide-crisis")]
    SuicideCrisis,

    /// <summary>Somebody who listens.</summary>
    [JsonStringEnumMemberName("emotional-support")]
    EmotionalSupport,

    /// <summary>A line for children and teenagers.</summary>
    [JsonStringEnumMemberName("child-helpline")]
    ChildHelpline,

    /// <summary>Help for parents.</summary>
    [JsonStringEnumMemberName("parent-support")]
    ParentSupport,

    /// <summary>Support after a crime.</summary>
    [JsonStringEnumMemberName("victim-support")]
    VictimSupport,

    /// <summary>Violence or stalking by a partner or ex.</summary>
    [JsonStringEnumMemberName("partner-abuse")]
    PartnerAbuse,

    /// <summary>Advice on what to do.</summary>
    [JsonStringEnumMemberName("advice")]
    Advice,

    /// <summary>Somebody threatens to share images.</summary>
    [JsonStringEnumMemberName("threat-to-share")]
    ThreatToShare,

    /// <summary>Images were shared.</summary>
    [JsonStringEnumMemberName("image-shared")]
    ImageShared,

    /// <summary>Faked images.</summary>
    [JsonStringEnumMemberName("deepfake")]
    Deepfake,

    /// <summary>Blocks an image before or after it is shared.</summary>
    [JsonStringEnumMemberName("image-protection")]
    ImageProtection,

    /// <summary>Orders or asks for removal.</summary>
    [JsonStringEnumMemberName("takedown")]
    Takedown,

    /// <summary>A platform refused or did not answer.</summary>
    [JsonStringEnumMemberName("platform-escalation")]
    PlatformEscalation,

    /// <summary>The authority for online services or privacy.</summary>
    [JsonStringEnumMemberName("regulator")]
    Regulator,

    /// <summary>The police.</summary>
    [JsonStringEnumMemberName("police-report")]
    PoliceReport,

    /// <summary>Reports about people under 18.</summary>
    [JsonStringEnumMemberName("child-report")]
    ChildReport,

    /// <summary>Information about a crime without a name.</summary>
    [JsonStringEnumMemberName("anonymous-tip")]
    AnonymousTip,

    /// <summary>Reports of lost money.</summary>
    [JsonStringEnumMemberName("fraud-report")]
    FraudReport,

    /// <summary>Money was paid: the way to the bank.</summary>
    [JsonStringEnumMemberName("money-paid")]
    MoneyPaid,

    /// <summary>Mass mails that claim to have a video.</summary>
    [JsonStringEnumMemberName("bluff-email")]
    BluffEmail,

    /// <summary>An account was broken into.</summary>
    [JsonStringEnumMemberName("account-hacked")]
    AccountHacked,
}
