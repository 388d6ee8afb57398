namespace Holdfast.Findings;

/// <summary>How likely each verdict is for one stretch of a conversation.</summary>
/// <param name="Blackmail">From 0 to 1.</param>
/// <param name="Bluff">From 0 to 1.</param>
/// <param name="Attempt">From 0 to 1.</param>
/// <param name="Form">The form, if the text shows it.</param>
/// <param name="Offender">The speaker whose words weigh most.</param>
internal readonly record struct Weights(double Blackmail, double Bluff, double Attempt, BlackmailForm? Form, string? Offender)
{
    /// <summary>How likely any of the three is.</summary>
    public double Most => Math.Max(Blackmail, Math.Max(Bluff, Attempt));
}

/// <summary>
/// Weighs the signs of one stretch of a conversation. Signs are grouped by who speaks: the words of one party are
/// weighed together, those of the person who asks for help never accuse, and where nobody knows who is who, the party
/// whose words weigh most is taken for the other. The numbers are set by hand, in the open, in this one place.
/// </summary>
internal static class Weighing
{
    /// <summary>From this on it is called by its name.</summary>
    public const double Certain = 0.5;

    /// <summary>Messages at the start of a conversation that count as early.</summary>
    private const long EarlyMessages = 12;

    /// <summary>Requests within a day from which on it is a burst.</summary>
    public const int BurstOfRequests = 8;

    /// <summary>New followers within a day from which on it is a burst; open accounts gain a few in a row.</summary>
    public const int BurstOfFollowers = 12;

    /// <summary>How many times the most of any other day a burst must be.</summary>
    public const int BurstOverUsual = 3;

    /// <summary>Followers from which on an account is popular, and a day of many is nothing unusual.</summary>
    public const int PopularFrom = 1_000;

    /// <summary>How old an account must be: a new one fills its lists within days.</summary>
    public static readonly TimeSpan BurstNeedsHistory = TimeSpan.FromDays(14);

    /// <summary>
    /// What a burst of requests adds, as a chance of its own: alone a caution, beside signs in messages a little more towards
    /// an attempt. It says nothing of a threat, so it never adds to blackmail.
    /// </summary>
    private const double BurstAlone = 0.2;

    /// <summary>How much a burst weighs beside phrases, as evidence: weak.</summary>
    public const double BurstStrength = 0.33;

    /// <summary>The weights with a burst of requests beside the messages.</summary>
    public static Weights WithBurst(Weights weights) => weights with { Attempt = 1 - (1 - weights.Attempt) * (1 - BurstAlone) };

    /// <summary>From this on it is worth a caution.</summary>
    public const double Possible = 0.14;

    /// <summary>
    /// What friends say after a year, blackmailers say in the first minutes: signs of approach weigh more among the first
    /// messages of a conversation.
    /// </summary>
    public static double WithPace(SignKind sign, double weight, long position) =>
        position < EarlyMessages && sign is (SignKind.ExplicitTalk or SignKind.RushedCloseness or SignKind.ImageOffered
            or SignKind.ImageAsked or SignKind.MoveToOtherApp or SignKind.FalseIdentity)
            ? Math.Min(3, weight * 1.5)
            : weight;

    /// <param name="evidence">The signs of the stretch, in order.</param>
    /// <param name="owner">The person who asks for help, if known.</param>
    /// <param name="hasHistory">True when the speakers had exchanged messages before: a mass mail has no history.</param>
    /// <param name="speakers">The speakers in the stretch.</param>
    /// <param name="sums">Room for the sums.</param>
    public static Weights Weigh(
        IReadOnlyList<Evidence> evidence, IEnumerable<string?> speakers, string? owner, bool hasHistory, SignSums sums)
    {
        Weights best = default;
        foreach (var speaker in speakers)
        {
            if (owner is null || speaker != owner)
            {
                sums.Sum(evidence, speaker, owner);
                var weights = WeighSpeaker(sums, hasHistory, speaker is null) with { Offender = speaker };
                best = weights.Most > best.Most ? weights : best;
            }
        }

        if (best.Most > 0)
        {
            return best;
        }

        sums.Sum(evidence, owner, owner);
        return WeighSpeaker(sums, hasHistory, isUnsigned: owner is null);
    }

    private static Weights WeighSpeaker(SignSums sums, bool hasHistory, bool isUnsigned)
    {
        var publish = sums[SignKind.ThreatToPublish];
        var ruin = Math.Max(sums[SignKind.ThreatOfRuin], sums[SignKind.ThreatOfHarm]);
        var accusation = sums[SignKind.FalseAccusation];
        var threat = Math.Max(publish, Math.Max(0.8 * ruin, 0.7 * accusation)) + 0.25 * Math.Min(publish, ruin);
        var has = sums[SignKind.HasImagesClaim];
        var recorded = sums[SignKind.RecordedClaim];
        var hacking = sums[SignKind.HackingClaim];
        var contacts = sums[SignKind.ContactsClaim];
        var leverage = Math.Max(has, Math.Max(recorded, 0.7 * Math.Max(hacking, contacts))) + 0.2 * contacts;
        var payment = sums[SignKind.PaymentMethod];
        var money = Math.Max(sums[SignKind.MoneyDemand], sums[SignKind.RepeatedDemand]) + 0.4 * payment;
        var images = sums[SignKind.MoreImagesDemand];
        var act = sums[SignKind.ActDemand];
        var account = sums[SignKind.AccountDemand];
        var other = Math.Max(images, Math.Max(act, account));
        var demand = Math.Max(money, other);
        var deadline = sums[SignKind.Deadline];
        var counter = sums.Any(SignKind.ReportingVoice);
        var ordinary = sums.Any(SignKind.OrdinaryMoney);
        var report = sums.Any(SignKind.OwnReport);
        // A text without a sender that reads like news or advice is news or advice; a chat is not, whatever words are in it.
        var reporting = (isUnsigned && report < 1 ? 2.8 : 1.8) * counter;
        var joking = demand < 1 && leverage < 1 ? sums.Any(SignKind.Joking) : 0;
        var plead = sums.Owner(SignKind.Pleading);

        var faked = sums.Any(SignKind.FakedOrStolen);
        var blackmail = -4.0
            + 1.5 * threat
            + 0.75 * Math.Min(demand, 3.5)
            + 0.7 * Math.Min(leverage, 3.5)
            + 0.3 * deadline
            + 0.3 * faked
            + 0.5 * plead
            + 1.9 * report
            + (threat >= 1 && demand >= 1 ? 1.2 : 0)
            + (leverage >= 1 && demand >= 1.5 ? 1.3 : 0)
            - reporting
            - 1.2 * joking
            - 0.5 * ordinary;

        var claims = Math.Max(recorded, hacking);
        var bluff = claims == 0
            ? -9
            : (hasHistory ? -6.7 : -4.2)
                + 1.1 * claims
                + 0.7 * Math.Min(recorded, hacking)
                + 0.8 * sums[SignKind.MassMailMarks]
                + 0.6 * Math.Min(money, 3)
                + 0.3 * deadline
                + 0.5 * Math.Min(threat, 3)
                + 0.4 * contacts
                + (hacking >= 2 && demand >= 1 ? 0.9 : 0)
                - reporting
                - 1.5 * report;

        var attempt = -3.3
            + 1.25 * sums[SignKind.ImageAsked]
            + 0.7 * sums[SignKind.ImageOffered]
            + 1.0 * sums[SignKind.ExplicitTalk]
            + 0.5 * sums[SignKind.RushedCloseness]
            + 0.5 * sums[SignKind.MoveToOtherApp]
            + 0.5 * sums[SignKind.Secrecy]
            + 0.6 * sums[SignKind.Pressure]
            + 0.5 * sums[SignKind.FalseIdentity]
            + 0.5 * sums[SignKind.MassContact]
            + 1.1 * sums[SignKind.RecoveryOffer]
            + 0.4 * other
            // Whoever says that they have such an image has leverage, even before they ask for anything.
            + 0.85 * has
            - 0.4 * counter;

        return new Weights(Logistic(blackmail), Logistic(bluff), Logistic(attempt), Form(), null);

        BlackmailForm? Form() =>
            other >= 1 && other > money ? BlackmailForm.OtherDemand
            : (recorded >= 1 || hacking >= 1) && !hasHistory ? BlackmailForm.ObtainedImages
            : (hacking >= has && hacking >= 1.5) || faked >= 2 ? BlackmailForm.ObtainedImages
            : has >= 1 || publish >= 1 || report >= 1 || sums[SignKind.ImageAsked] >= 1 ? BlackmailForm.SharedImages
            : null;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
