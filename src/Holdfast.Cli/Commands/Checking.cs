using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Findings;

namespace Holdfast.Cli.Commands;

/// <summary>Reads inputs into a recogniser and keeps what could not be read.</summary>
internal sealed class Checking : IConversationSink
{
    private readonly Recogniser _recogniser;
    private const int MostReadFromPictures = 10_000;

    private readonly List<ReadingProblem> _problems = [];
    private readonly List<Message> _readFromPictures = [];

    public Checking(RecogniserOptions options) => _recogniser = new Recogniser(options);

    public IReadOnlyList<ReadingProblem> Problems => _problems;

    /// <summary>What the files leave open and only the person can say.</summary>
    public IReadOnlyList<ReadingQuestion> Questions { get; private set; } = [];

    /// <summary>Messages that were read out of pictures; more than ten thousand are not kept.</summary>
    public IReadOnlyList<Message> ReadFromPictures => _readFromPictures;

    public long MessageCount => _recogniser.MessageCount;

    /// <summary>Messages and entries of contact lists: 0 when there was nothing to check.</summary>
    public long RecordCount => _recogniser.MessageCount + _recogniser.ContactCount;

    public Assessment Assess() => _recogniser.Assess();

    /// <summary>Forgets everything, for the next input.</summary>
    public void Reset()
    {
        _recogniser.Reset();
        _problems.Clear();
        Questions = [];
        _readFromPictures.Clear();
    }

    /// <summary>Reads inputs as one case; the files of all of them in order, archives opened.</summary>
    public IReadOnlyList<ExportFile> ReadAll(IReadOnlyList<Inputs.Input> inputs, ReadingOptions options, Screenshots? screenshots = null)
    {
        _problems.AddRange(inputs.SelectMany(input => input.Problems));
        var set = ExportSet.Open(inputs.SelectMany(input => input.Files), options);
        Questions = set.Read(this);
        screenshots?.Read(options, this);
        return [.. set.Files.Select(file => file.File), .. screenshots?.Files ?? []];
    }

    public void Begin(ConversationHeader header) => _recogniser.Begin(header);

    public void Add(Message message)
    {
        _recogniser.Add(message);
        if (message.Picture is not null && _readFromPictures.Count < MostReadFromPictures)
        {
            _readFromPictures.Add(message);
        }
    }

    public void Add(Contact contact) => _recogniser.Add(contact);

    public void End(ConversationFooter footer) => _recogniser.End(footer);

    public void Report(ReadingProblem problem) => _problems.Add(problem);
}
