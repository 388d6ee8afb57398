namespace Holdfast.Conversations;

/// <summary>A conversation held in memory.</summary>
/// <param name="Header">What was known before the first message.</param>
/// <param name="Messages">The records in file order.</param>
/// <param name="Footer">What was known after the last message.</param>
public sealed record Conversation(ConversationHeader Header, IReadOnlyList<Message> Messages, ConversationFooter Footer)
{
    /// <summary>The name of the person whose export this is, if known.</summary>
    public string? Owner => Header.Owner ?? Footer.Owner;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"conversation ({Header.Format}, {Messages.Count} messages)";
}

/// <summary>Collects whole conversations in memory; for tests and small files.</summary>
public sealed class ConversationCollector : IConversationSink
{
    private readonly List<Conversation> _conversations = [];
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<Contact> _contacts = [];
    private ConversationHeader? _header;
    private List<Message> _messages = [];

    /// <summary>The conversations so far.</summary>
    public IReadOnlyList<Conversation> Conversations => _conversations;

    /// <summary>The entries of contact lists so far.</summary>
    public IReadOnlyList<Contact> Contacts => _contacts;

    /// <summary>The problems so far.</summary>
    public IReadOnlyList<ReadingProblem> Problems => _problems;

    /// <inheritdoc/>
    public void Begin(ConversationHeader header) => (_header, _messages) = (header, []);

    /// <inheritdoc/>
    public void Add(Message message) => _messages.Add(message);

    /// <inheritdoc/>
    public void Add(Contact contact) => _contacts.Add(contact);

    /// <inheritdoc/>
    public void End(ConversationFooter footer) => _conversations.Add(new Conversation(_header!, _messages, footer));

    /// <inheritdoc/>
    public void Report(ReadingProblem problem) => _problems.Add(problem);
}
