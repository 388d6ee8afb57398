namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>The chats and snaps exchanged with one person or in one group.</summary>
/// <param name="key">User name of the other person, or id of the group; null for records that name nobody.</param>
internal sealed class SnapchatThread(string? key)
{
    // Fewer than this are remarked on only when they are a quarter of the chat.
    private const int MostUnremarked = 3;

    private readonly List<Message> _messages = [];
    private readonly List<string> _types = [];
    private Dictionary<(string?, MessageTime, string, string?), ExportFile>? _known;

    /// <summary>User name of the other person, or id of the group.</summary>
    internal string? Key => key;

    /// <summary>The name of the group, in groups.</summary>
    internal string? GroupTitle { get; set; }

    /// <summary>True when the key is not a person.</summary>
    internal bool IsGroup => GroupTitle is not null || Guid.TryParseExact(key, "D", out _);

    /// <summary>False when the same record was read from another file before: two downloads of one account.</summary>
    internal bool Add(Message message, string type)
    {
        // As long as all is from one file, nothing has to be compared.
        if (_known is null && _messages.Count > 0 && message.File != _messages[0].File)
        {
            _known = [];
            for (var i = 0; i < _messages.Count; i++)
                _known.TryAdd(Identity(_messages[i], _types[i]), _messages[i].File);
        }

        if (_known?.TryAdd(Identity(message, type), message.File) == false && _known[Identity(message, type)] != message.File
            && message.At.Knowledge != TimeKnowledge.None)
            return false;
        _messages.Add(message);
        _types.Add(type);
        return true;

        static (string?, MessageTime, string, string?) Identity(Message of, string type) => (of.From, of.At, type, of.Text);
    }

    /// <summary>Pushes the conversation to the sink.</summary>
    /// <param name="sink">Receives it.</param>
    /// <param name="account">Whose download it is.</param>
    /// <param name="options">What the person said.</param>
    /// <param name="format">Stable name of the format.</param>
    internal void HandOn(IConversationSink sink, SnapchatAccount account, ReadingOptions options, string format = SnapchatReader.FormatName)
    {
        if (_messages.Count == 0)
            return;
        MessageOrder.OldestFirst(_messages);
        var names = new NamesSeen();
        foreach (var message in _messages)
            names.Add(message.From);
        if (!IsGroup)
            names.Add(key);
        var owner = names.SaidToBeMe(options) ?? account.Owner;
        sink.Begin(new ConversationHeader(format)
        {
            Title = GroupTitle ?? account.DisplayName(key) ?? key,
            Id = key,
            Owner = owner,
        });
        foreach (var message in _messages)
            sink.Add(message);
        sink.End(new ConversationFooter { Participants = names.All, OwnerConfidence = owner is null ? 0 : 1 });
        RemarkOn(_messages, GroupTitle ?? account.DisplayName(key) ?? key, sink);
    }

    /// <summary>
    /// Says that words are missing where enough are to mislead: a chat of which little was saved looks like one in which
    /// little was written.
    /// </summary>
    internal static void RemarkOn(List<Message> messages, string? title, IConversationSink sink)
    {
        var without = messages.Count(message => message.Kind == MessageKind.NotExported);
        if (without < MostUnremarked && without * 4 < messages.Count || without == 0)
            return;
        var first = messages.Find(message => message.Kind == MessageKind.NotExported)!;
        sink.Report(new ReadingProblem(first.File.Name, 0, ProblemKind.OnlySavedWords) { Count = without, Conversation = title });
    }
}
