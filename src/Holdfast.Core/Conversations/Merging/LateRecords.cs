namespace Holdfast.Conversations.Merging;

/// <summary>
/// The records that are new in a further export of a chat, held in memory until their place in the chat comes. Their
/// number and length is limited; what is beyond follows after the chat, as a conversation of the same title.
/// </summary>
internal sealed class LateRecords(MergePlan plan) : IConversationSink
{
    /// <summary>Most records held in all.</summary>
    private const int MostRecords = 20_000;

    /// <summary>Most letters of text held in all.</summary>
    private const long MostLetters = 8_000_000;

    private readonly RecordKeys _keys = new();
    private readonly HashSet<(PlannedConversation Of, int Index)> _held = [];
    private readonly Dictionary<PlannedConversation, List<(long Ticks, Message Message)>> _waiting = [];
    private PlannedConversation? _current;
    private int _run;
    private int _sequence;
    private int _index;
    private long _ticks;
    private long _letters;

    /// <summary>True when some conversation has records that go into another.</summary>
    internal static bool AreThere(MergePlan plan, int run) =>
        plan.Planned.Any(planned => planned.Into is not null && planned.Surveyed.Run == run && planned.Surveyed.Kept > 0);

    /// <summary>The next calls come from this run.</summary>
    internal void StartRun(int run) => (_run, _sequence) = (run, 0);

    /// <summary>True when the record waits here.</summary>
    internal bool Holds(PlannedConversation of, int index) => _held.Contains((of, index));

    /// <summary>Takes out what waits for a conversation, in order of time.</summary>
    internal Queue<(long Ticks, Message Message)> Take(PlannedConversation into) =>
        _waiting.Remove(into, out var waiting) ? new(waiting.OrderBy(late => late.Ticks)) : new();

    /// <summary>The conversations for which something still waits.</summary>
    internal IReadOnlyList<PlannedConversation> Waiting => [.. _waiting.Keys];

    public void Begin(ConversationHeader header)
    {
        _current = plan.Find(_run, _sequence++, header);
        (_index, _ticks) = (0, long.MinValue);
    }

    public void Add(Message message)
    {
        var index = _index++;
        if (_current is not { Into: { } into } part || index >= part.Surveyed.Records.Length)
            return;
        var key = part.Surveyed.Records[index];
        // A record without a time stays behind the one before it.
        _ticks = key.Time == TimeKnowledge.None ? _ticks : key.Ticks - part.Offset;
        if (part.Surveyed.IsDropped(index) || key != _keys.Of(message) || _held.Count >= MostRecords || _letters >= MostLetters)
            return;
        _letters += message.Text?.Length ?? 0;
        _held.Add((part, index));
        if (!_waiting.TryGetValue(into, out var waiting))
            _waiting.Add(into, waiting = []);
        waiting.Add((_ticks, message));
    }

    public void Add(Contact contact)
    {
    }

    public void End(ConversationFooter footer) => _current = null;

    public void Report(ReadingProblem problem)
    {
    }
}
