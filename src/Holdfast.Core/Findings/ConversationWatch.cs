using Holdfast.Conversations;

namespace Holdfast.Findings;

/// <summary>
/// Follows one conversation and remembers its most telling stretch. Memory does not grow with the conversation: only
/// the signs of the last messages, the first ones of each kind and those of the most telling stretch are kept.
/// </summary>
internal sealed class ConversationWatch(ConversationHeader header, SignSums sums)
{
    /// <summary>Signs further apart than this are not one story.</summary>
    private const long StretchMessages = 150;

    private static readonly TimeSpan StretchTime = TimeSpan.FromDays(21);

    /// <summary>Laughter on every line says no more than laughter on some, and must not push other signs out of the stretch.</summary>
    private const long CounterPause = 8;

    private const double AllClear = 0.97;

    private const long Rest = 16;

    private const double AboutAsTelling = 0.02;

    /// <summary>More signs than this in one stretch say no more.</summary>
    private const int MostInStretch = 192;

    private readonly List<Evidence> _recent = [];
    private readonly HashSet<string> _recentSpeakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Evidence> _firstOfStage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _occurrences = new(StringComparer.Ordinal);
    private readonly HashSet<string> _speakers = new(StringComparer.Ordinal);
    private bool _isDirty;
    private long _lastWeighed;
    private long _lastCounter = -CounterPause;

    public ConversationHeader Header { get; } = header;

    public string? Owner { get; private set; } = header.Owner;

    public long MessageCount { get; private set; }

    public Message? First { get; private set; }

    public Weights BestWeights { get; private set; }

    public IReadOnlyList<Evidence> BestStretch { get; private set; } = [];

    public IReadOnlyDictionary<string, Evidence> FirstOfStage => _firstOfStage;

    public IReadOnlyDictionary<string, long> Occurrences => _occurrences;

    /// <summary>True when more than one party has written, so that this is no letter out of the blue.</summary>
    private bool HasHistory => _speakers.Count > 1;

    /// <summary>Takes notice of a message; call before <see cref="Add"/> for its signs.</summary>
    public void Next(Message message)
    {
        if (_isDirty)
        {
            Weigh();
        }

        First ??= message;
        MessageCount++;
        if (message.From is { } from && _speakers.Count < 1000)
        {
            _speakers.Add(from);
        }
    }

    /// <summary>Adds a sign of the message announced last.</summary>
    public void Add(Evidence evidence, string stage)
    {
        _occurrences[evidence.Sign] = _occurrences.GetValueOrDefault(evidence.Sign) + 1;
        if (stage != "none" && evidence.Weight >= 1)
        {
            _firstOfStage.TryAdd(stage, evidence);
        }

        var isCounter = SignNames.IsCounterEvidence(evidence.Kind);
        if (isCounter && evidence.MessageIndex - _lastCounter < CounterPause)
        {
            return;
        }

        _lastCounter = isCounter ? evidence.MessageIndex : _lastCounter;
        var gone = 0;
        while (gone < _recent.Count && (IsTooFar(_recent[gone], evidence) || _recent.Count - gone >= MostInStretch))
        {
            gone++;
        }

        _recent.RemoveRange(0, gone);
        _recent.Add(evidence);
        _isDirty |= !isCounter;
    }

    /// <summary>Call after the last message.</summary>
    public void Finish(string? owner)
    {
        if (_isDirty)
        {
            _lastWeighed = -Rest;
            Weigh();
        }

        // Who is who, and whether anybody answered, is sure only at the end: weigh the best stretch anew.
        Owner = owner;
        BestWeights = Weigh(BestStretch);
    }

    private void Weigh()
    {
        // Where all is clear already, looking at every further message would only cost time.
        if (BestWeights.Most >= AllClear && MessageCount - _lastWeighed < Rest)
        {
            return;
        }

        _lastWeighed = MessageCount;
        _isDirty = false;
        var weights = Weigh(_recent);
        // A stretch that is about as telling and longer is more of the same story: the person should see all of it.
        if (weights.Most > BestWeights.Most || (weights.Most >= BestWeights.Most - AboutAsTelling && _recent.Count > BestStretch.Count))
        {
            (BestWeights, BestStretch) = (weights, [.. _recent]);
        }
    }

    private Weights Weigh(IReadOnlyList<Evidence> stretch)
    {
        _recentSpeakers.Clear();
        for (var i = 0; i < stretch.Count; i++)
        {
            _recentSpeakers.Add(stretch[i].Speaker ?? "");
        }

        return Weighing.Weigh(stretch, _recentSpeakers.Select(speaker => speaker.Length == 0 ? null : speaker), Owner, HasHistory, sums);
    }

    private static bool IsTooFar(Evidence earlier, Evidence later) =>
        later.MessageIndex - earlier.MessageIndex > StretchMessages
        || (later.At.Since(earlier.At) is { } time && time > StretchTime);
}
