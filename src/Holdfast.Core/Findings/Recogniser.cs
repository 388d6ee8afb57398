using Holdfast.Conversations;
using Holdfast.Findings.Demands;
using Holdfast.Findings.Identifiers;
using Holdfast.Findings.Requests;
using Holdfast.Findings.Signs;

namespace Holdfast.Findings;

/// <summary>Settings of <see cref="Recogniser"/>.</summary>
public sealed record RecogniserOptions
{
    /// <summary>Finds telephone numbers; the host may bring a larger set of rules than the built-in one.</summary>
    public IPhoneNumbers? Phones { get; init; }

    /// <summary>ISO 3166 country that the person chose, for telephone numbers without a country code; null when none.</summary>
    public string? Country { get; init; }

    /// <summary>Most quotes that are kept for one sign or identifier; all occurrences are counted.</summary>
    public int MaxQuotes { get; init; } = 12;

    /// <summary>Most different identifiers that are kept, so that a forged file cannot fill the memory.</summary>
    public int MaxIdentifiers { get; init; } = 2_000;
}

/// <summary>
/// Recognises sextortion in conversations while they are read. Signs are looked for in every message; what they mean
/// together is weighed over stretches of a conversation, never over its whole length, so that a long friendship does
/// not add up to an alarm. Give it to a reader as a sink, then ask <see cref="Assess"/>.
/// </summary>
public sealed class Recogniser : IConversationSink
{
    private readonly RecogniserOptions _options;
    private readonly SignCatalog _catalog = SignCatalog.Default;
    private readonly PhraseMatcher _matcher;
    private IdentifierLedger _identifiers;
    private DemandLedger _demands;
    private RequestLedger _requests = new();
    private readonly List<ConversationWatch> _conversations = [];
    private readonly SignSums _sums = new();
    private readonly SignKind[] _kinds;
    private readonly List<SignHit> _hits = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private ConversationWatch? _current;
    private int _index = -1;

    /// <param name="options">Settings.</param>
    public Recogniser(RecogniserOptions options)
    {
        _options = options;
        _matcher = new PhraseMatcher(_catalog);
        _kinds = [.. _catalog.Signs.Select(sign => SignNames.Find(sign.Id))];
        _identifiers = new IdentifierLedger(options);
        _demands = new DemandLedger();
    }

    /// <summary>
    /// Forgets all conversations, for the next input. The phrases stay compiled, so that thousands of files can be
    /// checked by one recogniser.
    /// </summary>
    public void Reset()
    {
        _identifiers = new IdentifierLedger(_options);
        _demands = new DemandLedger();
        _requests = new RequestLedger();
        _conversations.Clear();
        _names.Clear();
        _matcher.Forget();
        _current = null;
        _index = -1;
        MessageCount = 0;
        ContactCount = 0;
    }

    /// <summary>Number of messages looked at.</summary>
    public long MessageCount { get; private set; }

    /// <summary>Number of entries of contact lists looked at.</summary>
    public long ContactCount { get; private set; }

    /// <inheritdoc/>
    public void Begin(ConversationHeader header)
    {
        _index++;
        _names.Clear();
        _current = new ConversationWatch(header, _sums);
        _demands.Begin();
    }

    /// <inheritdoc/>
    public void Add(Message message)
    {
        var watch = _current!;
        var position = watch.MessageCount;
        watch.Next(message);
        MessageCount++;
        var isOwner = message.From is not null && message.From == watch.Owner;
        if (message.From is { } from && _names.Count < 2_000 && _names.Add(from))
        {
            _identifiers.LookAtName(from, message, _index, position, isOwner);
        }

        if (message.Text is { Length: > 0 } text)
        {
            LookFor(message, text, watch, position, isOwner, isSubject: false);
            _identifiers.LookAt(text, message, _index, position, isOwner);
        }

        if (message.Subject is { Length: > 0 } subject)
        {
            LookFor(message, subject, watch, position, isOwner, isSubject: true);
        }
    }

    /// <inheritdoc/>
    public void Add(Contact contact)
    {
        ContactCount++;
        _requests.Add(contact);
    }

    /// <inheritdoc/>
    public void End(ConversationFooter footer)
    {
        var watch = _current!;
        watch.Finish(watch.Owner ?? footer.Owner);
        _conversations.Add(watch);
        _current = null;
    }

    /// <inheritdoc/>
    public void Report(ReadingProblem problem)
    {
    }

    /// <summary>The answer, over all conversations that were read.</summary>
    public Assessment Assess()
    {
        var leading = Leading();
        var weights = leading >= 0 ? _conversations[leading].BestWeights : default;
        var isTold = weights.Most >= Weighing.Possible;
        var burst = _requests.Find();
        weights = burst is null ? weights : Weighing.WithBurst(weights);
        var verdict = Judge(weights);
        var isThreat = verdict is Verdict.Blackmail or Verdict.Bluff;
        var signs = verdict == Verdict.NoSigns ? [] : CollectSigns(burst);
        var form = verdict == Verdict.Bluff ? BlackmailForm.ObtainedImages : isThreat ? weights.Form : null;
        return new Assessment
        {
            Verdict = verdict,
            Form = form,
            Score = Math.Round(weights.Most, 3),
            Languages = _matcher.Languages.Ranked(),
            Signs = signs,
            Demands = isThreat || verdict == Verdict.Caution ? _demands.All(_conversations.Select(watch => watch.BestWeights.Most >= Weighing.Possible)) : [],
            Identifiers = _identifiers.All(_conversations.Select(watch => watch.Owner).ToList()),
            Stages = verdict == Verdict.NoSigns || !isTold ? [] : StageLine.Of(_conversations[leading]),
            Next = NextSteps.For(verdict),
            WasLimited = _matcher.WasLimited || _identifiers.WasLimited,
            Questions = Questions(verdict, form, isTold ? leading : -1),
        };
    }

    private void LookFor(Message message, string text, ConversationWatch watch, long position, bool isOwner, bool isSubject)
    {
        _matcher.Match(text, _hits);
        foreach (var hit in _hits)
        {
            var sign = _catalog.Signs[hit.Sign];
            if ((sign.CountsFor == CountsFor.Other && isOwner)
                || (sign.CountsFor == CountsFor.Owner && !isOwner && watch.Owner is not null))
            {
                continue;
            }

            var quote = new Quote(_index, position, hit.Start, hit.Length, text.Substring(hit.Start, hit.Length), message) { IsInSubject = isSubject };
            watch.Add(new Evidence(sign.Id, _kinds[hit.Sign], Weighing.WithPace(_kinds[hit.Sign], hit.Weight, position), message.From, position, message.At, quote), sign.Stage);
        }

        if (!isOwner && !isSubject && (_hits.Count > 0 || _demands.Awaits(message, _index, position)))
        {
            _demands.LookAt(text, _hits, _kinds, message, _index, position);
        }
    }

    private int Leading()
    {
        var best = -1;
        for (var i = 0; i < _conversations.Count; i++)
        {
            best = best < 0 || _conversations[i].BestWeights.Most > _conversations[best].BestWeights.Most ? i : best;
        }

        return best;
    }

    private static Verdict Judge(Weights weights) =>
        Math.Max(weights.Blackmail, weights.Bluff) >= Weighing.Certain
            ? weights.Bluff >= weights.Blackmail * 0.8 ? Verdict.Bluff : Verdict.Blackmail
        : weights.Attempt >= Weighing.Certain ? Verdict.Attempt
        : weights.Most >= Weighing.Possible ? Verdict.Caution
        : Verdict.NoSigns;

    private List<SignFinding> CollectSigns(RequestBurst? burst)
    {
        var telling = _conversations.Where(watch => watch.BestWeights.Most >= Weighing.Possible).ToList();
        return
        [
            .. telling.SelectMany(watch => watch.BestStretch)
                .Where(evidence => !SignNames.IsCounterEvidence(evidence.Kind))
                .GroupBy(evidence => evidence.Sign)
                .Select(group => new SignFinding(
                    group.Key,
                    Math.Round(Math.Min(1, group.Max(evidence => evidence.Weight) / 3 + 0.05 * Math.Min(4, group.Count() - 1)), 2),
                    [.. group.OrderByDescending(evidence => evidence.Weight).Take(_options.MaxQuotes)
                        .OrderBy(evidence => (evidence.Quote.Conversation, evidence.MessageIndex, evidence.Quote.Start))
                        .Select(evidence => evidence.Quote)],
                    telling.Sum(watch => watch.Occurrences.GetValueOrDefault(group.Key))))
                .Concat(burst is null ? [] : [new SignFinding(SignNames.RequestBurst, Weighing.BurstStrength, [], burst.Count) { Requests = burst }])
                .OrderByDescending(sign => sign.Strength).ThenBy(sign => sign.Id, StringComparer.Ordinal),
        ];
    }

    private List<string> Questions(Verdict verdict, BlackmailForm? form, int leading)
    {
        var questions = new List<string>();
        if (verdict is Verdict.Bluff || (verdict == Verdict.Blackmail && form is null or BlackmailForm.ObtainedImages))
        {
            questions.Add("seen-real-image");
        }

        if (verdict != Verdict.NoSigns && leading >= 0 && _conversations[leading] is { Owner: null, Header.IsSingleVoice: false })
        {
            questions.Add("which-name-is-you");
        }

        return questions;
    }
}
