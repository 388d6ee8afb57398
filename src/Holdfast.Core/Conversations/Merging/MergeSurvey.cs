namespace Holdfast.Conversations.Merging;

/// <summary>The first look at files that may hold a chat twice: keeps the keys of all records and passes nothing on.</summary>
internal sealed class MergeSurvey : IConversationSink
{
    private readonly RecordKeys _keys = new();
    private readonly List<SurveyedConversation> _conversations = [];
    private readonly List<RecordKey> _records = [];
    private HashSet<ExportFile> _files = [];
    private ExportFile? _lastFile;
    private ConversationHeader? _header;
    private int _run;
    private int _sequence;

    /// <summary>The conversations so far.</summary>
    internal IReadOnlyList<SurveyedConversation> Conversations => _conversations;

    /// <summary>The next calls come from this run.</summary>
    internal void StartRun(int run) => (_run, _sequence) = (run, 0);

    public void Begin(ConversationHeader header)
    {
        (_header, _files, _lastFile) = (header, [], null);
        _records.Clear();
        _sequence++;
    }

    public void Add(Message message)
    {
        _records.Add(_keys.Of(message));
        if (message.File != _lastFile)
            _files.Add(_lastFile = message.File);
    }

    public void Add(Contact contact)
    {
    }

    public void End(ConversationFooter footer) =>
        _conversations.Add(new SurveyedConversation(_run, _sequence - 1, _header!, footer, [.. _records], _files, _keys));

    public void Report(ReadingProblem problem)
    {
    }
}
