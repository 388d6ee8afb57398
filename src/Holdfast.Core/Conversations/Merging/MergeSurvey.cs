namespace Holdfast.Conversations.Merging;

/// <summary>The first look at files that may hold a chat twice: keeps the keys of all records and passes nothing on.</summary>
internal sealed class MergeSurvey : IConversationSink
{
    private readonly RecordKeys _keys = new();
    private readonly List<SurveyedConversation> _conversations = [];
    private readonly List<RecordKey> _records = [];
    private readonly List<int> _fileOf = [];
    private readonly Dictionary<ExportFile, int> _files = new(ReferenceEqualityComparer.Instance);
    private ExportFile? _lastFile;
    private int _lastIndex;
    private ConversationHeader? _header;
    private int _run;
    private int _sequence;

    /// <summary>The conversations so far.</summary>
    internal IReadOnlyList<SurveyedConversation> Conversations => _conversations;

    /// <summary>The next calls come from this run.</summary>
    internal void StartRun(int run) => (_run, _sequence) = (run, 0);

    public void Begin(ConversationHeader header)
    {
        (_header, _lastFile) = (header, null);
        _records.Clear();
        _fileOf.Clear();
        _files.Clear();
        _sequence++;
    }

    public void Add(Message message)
    {
        _records.Add(_keys.Of(message));
        if (message.File != _lastFile)
        {
            _lastFile = message.File;
            if (!_files.TryGetValue(_lastFile, out _lastIndex))
                _files.Add(_lastFile, _lastIndex = _files.Count);
        }

        _fileOf.Add(_lastIndex);
    }

    public void Add(Contact contact)
    {
    }

    public void End(ConversationFooter footer)
    {
        var files = _files.OrderBy(file => file.Value).Select(file => file.Key).ToList();
        var conversation = new SurveyedConversation(_run, _sequence - 1, _header!, footer, [.. _records], [.. files], _keys);
        if (files.Count > 1)
            RepeatedRecords.Drop(conversation, _fileOf, files, _keys);
        _conversations.Add(conversation);
    }

    public void Report(ReadingProblem problem)
    {
    }
}
