namespace Holdfast.Conversations.Merging;

/// <summary>Hands records on by a plan: each once, the new ones of further exports in their place in the chat.</summary>
internal sealed class MergingSink(IConversationSink sink, MergePlan plan, LateRecords late) : IConversationSink
{
    private readonly RecordKeys _keys = new();
    private readonly Dictionary<string, long> _dropped = new(StringComparer.Ordinal);
    private PlannedConversation? _current;
    private ConversationHeader _header = null!;
    private Queue<(long Ticks, Message Message)> _waiting = new();
    private bool _isOpen;
    private int _run;
    private int _sequence;
    private int _index;

    /// <summary>The next calls come from this run.</summary>
    internal void StartRun(int run) => (_run, _sequence) = (run, 0);

    public void Begin(ConversationHeader header)
    {
        _current = plan.Find(_run, _sequence++, header);
        (_header, _index, _isOpen) = (header, 0, false);
        _dropped.Clear();
        _waiting = _current is null ? new() : late.Take(_current);
        if (_current is null)
            Open();
    }

    public void Add(Message message)
    {
        var index = _index++;
        if (_current is { } planned && index < planned.Surveyed.Records.Length)
        {
            // A file that has changed since the first look may hold something else here; then it is handed on.
            if (planned.Surveyed.IsDropped(index) && planned.Surveyed.Records[index] == _keys.Of(message))
            {
                _dropped[message.File.Name] = _dropped.GetValueOrDefault(message.File.Name) + 1;
                return;
            }

            if (late.Holds(planned, index))
                return;
        }

        Open();
        if (message.At.Knowledge != TimeKnowledge.None)
        {
            var ticks = RecordKey.TicksOf(message.At);
            while (_waiting.TryPeek(out var next) && next.Ticks < ticks)
                sink.Add(_waiting.Dequeue().Message);
        }

        sink.Add(message);
    }

    public void Add(Contact contact) => sink.Add(contact);

    public void End(ConversationFooter footer)
    {
        if (_waiting.Count > 0)
            Open();
        while (_waiting.TryDequeue(out var next))
            sink.Add(next.Message);
        if (_isOpen)
            sink.End(_current is null ? footer : WithParts(footer, _current));
        _isOpen = false;
        foreach (var (file, count) in _dropped)
            sink.Report(new ReadingProblem(file, 0, ProblemKind.Duplicate) { Count = count });
        _dropped.Clear();
    }

    public void Report(ReadingProblem problem) => sink.Report(problem);

    /// <summary>Hands on what waits for a conversation that never came again (its file has gone).</summary>
    internal void Complete()
    {
        foreach (var planned in late.Waiting)
        {
            sink.Begin(planned.Surveyed.Header);
            foreach (var (_, message) in late.Take(planned))
                sink.Add(message);
            sink.End(WithParts(planned.Surveyed.Footer, planned));
        }
    }

    private void Open()
    {
        if (_isOpen)
            return;
        _isOpen = true;
        // What did not fit into the chat follows under the same title and id.
        sink.Begin(_current?.Into is { } into
            ? _header with { Title = into.Surveyed.Header.Title ?? _header.Title, Id = into.Surveyed.Header.Id ?? _header.Id }
            : _header);
    }

    private static ConversationFooter WithParts(ConversationFooter footer, PlannedConversation planned) => footer with
    {
        Participants =
        [
            .. footer.Participants.Concat(planned.Parts.Where(part => part.Surveyed.Kept > 0).SelectMany(part => part.Surveyed.Footer.Participants))
                .Distinct(StringComparer.Ordinal),
        ],
    };
}
