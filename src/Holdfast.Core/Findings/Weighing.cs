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

    /// <summary>From this on it is worth a caution.</summary>
    public const double Possible = 0.14;

    /// <summary>
    /// What friends say after a year, blackmailers say in the first minutes: signs of approach weigh more among the first
    /// messages of a conversation.
    /// </summary>
    public static double WithPace(string sign, double weight, long position) =>
        position < EarlyMessages && sign is (SignNames.ExplicitTalk or SignNames.RushedCloseness or SignNames.ImageOffered
            or SignNames.ImageAsked or SignNames.MoveToOtherApp or SignNames.FalseIdentity)
            ? Math.Min(3, weight * 1.5)
            : weight;

    /// <param name="evidence">The signs of the stretch, in order.</param>
    /// <param name="owner">The person who asks for help, if known.</param>
    /// <param name="hasHistory">True when the speakers had exchanged messages before: a mass mail has no history.</param>
    public static Weights Weigh(IReadOnlyList<Evidence> evidence, string? owner, bool hasHistory)
    {
        Weights best = default;
        foreach (var speaker in evidence.Select(one => one.Speaker).Distinct())
        {
            if (owner is null || speaker != owner)
            {
                var weights = WeighSpeaker(new SignSums(evidence, speaker, owner), hasHistory) with { Offender = speaker };
                best = weights.Most > best.Most ? weights : best;
            }
        }

        return best.Most > 0 ? best : WeighSpeaker(new SignSums(evidence, owner, owner), hasHistory);
    }

    private static Weights WeighSpeaker(SignSums sums, bool hasHistory)
    {
        var publish = sums[SignNames.ThreatToPublish];
        var ruin = Math.Max(sums[SignNames.ThreatOfRuin], sums[SignNames.ThreatOfHarm]);
        var accusation = sums[SignNames.FalseAccusation];
        var threat = Math.Max(publish, Math.Max(0.8 * ruin, 0.7 * accusation)) + 0.25 * Math.Min(publish, ruin);
        var has = sums[SignNames.HasImagesClaim];
        var recorded = sums[SignNames.RecordedClaim];
        var hacking = sums[SignNames.HackingClaim];
        var contacts = sums[SignNames.ContactsClaim];
        var leverage = Math.Max(has, Math.Max(recorded, 0.7 * Math.Max(hacking, contacts))) + 0.2 * contacts;
        var payment = sums[SignNames.PaymentMethod];
        var money = Math.Max(sums[SignNames.MoneyDemand], sums[SignNames.RepeatedDemand]) + 0.4 * payment;
        var images = sums[SignNames.MoreImagesDemand];
        var act = sums[SignNames.ActDemand];
        var account = sums[SignNames.AccountDemand];
        var other = Math.Max(images, Math.Max(act, account));
        var demand = Math.Max(money, other);
        var deadline = sums[SignNames.Deadline];
        var counter = sums.Any(SignNames.ReportingVoice);
        var ordinary = sums.Any(SignNames.OrdinaryMoney);
        var report = sums.Any(SignNames.OwnReport);
        var joking = demand < 1 && leverage < 1 ? sums.Any(SignNames.Joking) : 0;
        var plead = sums.Owner(SignNames.Pleading);

        var faked = sums.Any(SignNames.FakedOrStolen);
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
            - 1.8 * counter
            - 1.2 * joking
            - 0.5 * ordinary;

        var claims = Math.Max(recorded, hacking);
        var bluff = claims == 0
            ? -9
            : (hasHistory ? -6.7 : -4.2)
                + 1.1 * claims
                + 0.7 * Math.Min(recorded, hacking)
                + 0.8 * sums[SignNames.MassMailMarks]
                + 0.6 * Math.Min(money, 3)
                + 0.3 * deadline
                + 0.5 * Math.Min(threat, 3)
                + 0.4 * contacts
                - 1.5 * counter
                - 1.5 * report;

        var attempt = -3.3
            + 1.25 * sums[SignNames.ImageAsked]
            + 0.7 * sums[SignNames.ImageOffered]
            + 1.0 * sums[SignNames.ExplicitTalk]
            + 0.5 * sums[SignNames.RushedCloseness]
            + 0.5 * sums[SignNames.MoveToOtherApp]
            + 0.5 * sums[SignNames.Secrecy]
            + 0.6 * sums[SignNames.Pressure]
            + 0.5 * sums[SignNames.FalseIdentity]
            + 0.5 * sums[SignNames.MassContact]
            + 1.1 * sums[SignNames.RecoveryOffer]
            + 0.4 * other
            - 0.4 * counter;

        return new Weights(Logistic(blackmail), Logistic(bluff), Logistic(attempt), Form(), null);

        BlackmailForm? Form() =>
            other >= 1 && other > money ? BlackmailForm.OtherDemand
            : (recorded >= 1 || hacking >= 1) && !hasHistory ? BlackmailForm.ObtainedImages
            : (hacking >= has && hacking >= 1.5) || faked >= 2 ? BlackmailForm.ObtainedImages
            : has >= 1 || publish >= 1 || report >= 1 || sums[SignNames.ImageAsked] >= 1 ? BlackmailForm.SharedImages
            : null;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}

/// <summary>The sums of signs for one speaker: the strongest phrase counts whole, repetition adds a little.</summary>
internal sealed class SignSums
{
    private const double RepetitionBonus = 0.25;
    private const int MostRepetitions = 3;

    private readonly Dictionary<string, double> _speaker = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _anybody = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _owner = new(StringComparer.Ordinal);

    public SignSums(IReadOnlyList<Evidence> evidence, string? speaker, string? owner)
    {
        foreach (var group in evidence.GroupBy(one => one.Sign))
        {
            _anybody[group.Key] = Sum(group);
            _speaker[group.Key] = Sum(group.Where(one => one.Speaker == speaker && (owner is null || speaker != owner)));
            _owner[group.Key] = Sum(group.Where(one => owner is null ? one.Speaker != speaker : one.Speaker == owner));
        }
    }

    /// <summary>What the speaker said.</summary>
    public double this[string sign] => _speaker.GetValueOrDefault(sign);

    /// <summary>What anybody said.</summary>
    public double Any(string sign) => _anybody.GetValueOrDefault(sign);

    /// <summary>What the person said, or, when nobody knows who that is, what the others said.</summary>
    public double Owner(string sign) => _owner.GetValueOrDefault(sign);

    private static double Sum(IEnumerable<Evidence> evidence)
    {
        var weights = evidence.Select(one => one.Weight).ToList();
        return weights.Count == 0 ? 0 : weights.Max() * (1 + RepetitionBonus * Math.Min(weights.Count - 1, MostRepetitions) / 2);
    }
}
