namespace Holdfast.Conversations.Timelines;

/// <summary>A conversation of a case, as the line refers to it.</summary>
/// <param name="Header">What was known before its first record.</param>
/// <param name="Footer">What was known after its last record.</param>
/// <param name="Records">How many records it has.</param>
public sealed record TimelineConversation(ConversationHeader Header, ConversationFooter Footer, long Records)
{
    /// <summary>The name of the person who asks for help, if known.</summary>
    public string? Owner => Header.Owner ?? Footer.Owner;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"conversation on a timeline ({Header.Format}, {Records} records)";
}

/// <summary>
/// All conversations of a case on one line. Points in time are ordered among themselves; a clock reading stands by the zone
/// that the person stated, or else by the reading alone (<see cref="TimelineState.UnknownZone"/>). No zone is guessed.
/// </summary>
public sealed class Timeline
{
    private readonly TimelineStore _store;
    private readonly int[] _order;

    internal Timeline(TimelineStore store, IReadOnlyList<TimelineConversation> conversations)
    {
        (_store, Conversations) = (store, conversations);
        _order = store.Order();
    }

    /// <summary>The conversations, in the order in which they were read.</summary>
    public IReadOnlyList<TimelineConversation> Conversations { get; }

    /// <summary>How many records are on the line.</summary>
    public int Count => _order.Length;

    /// <summary>The records in order.</summary>
    /// <param name="from">The first day that is wanted, as the files show days; null for no beginning.</param>
    /// <param name="to">The last day that is wanted; null for no end.</param>
    public IEnumerable<TimelineEntry> Entries(DateOnly? from = null, DateOnly? to = null)
    {
        foreach (var index in _order)
        {
            if (from is null && to is null)
                yield return _store.Get(index, Conversations);
            else if (_store.Day(index) is { } day && !(day < from) && !(day > to))
                yield return _store.Get(index, Conversations);
        }
    }

    /// <summary>How many records have no day at all, because their whole conversation has none; days leave them out.</summary>
    public int WithoutDay => _order.Count(index => _store.Day(index) is null);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"timeline ({Count} records)";
}
