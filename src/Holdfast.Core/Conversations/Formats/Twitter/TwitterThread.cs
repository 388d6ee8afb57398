namespace Holdfast.Conversations.Formats.Twitter;

/// <summary>One conversation of an X archive, which may be spread over several files.</summary>
/// <param name="id">Its number; two numbers of accounts where it is between two people.</param>
internal sealed class TwitterThread(string? id)
{
    private readonly List<Message> _messages = [];
    private readonly Dictionary<string, ExportFile> _known = new(StringComparer.Ordinal);

    /// <summary>Everybody who wrote, was written to, joined or left.</summary>
    internal NamesSeen People { get; } = new();

    /// <summary>The name of a group, as it was set last.</summary>
    internal string? Title { get; set; }

    /// <summary>False when the same message was read from another file before.</summary>
    internal bool Add(Message message)
    {
        if (message.Id is { } number && !_known.TryAdd(number, message.File) && _known[number] != message.File)
            return false;
        _messages.Add(message);
        return true;
    }

    /// <summary>Pushes the conversation to the sink, oldest message first.</summary>
    /// <param name="owner">Number of the owner, if known, and how sure that is.</param>
    /// <param name="options">What the person said.</param>
    /// <param name="sink">Receives it.</param>
    internal void HandOn((string? Id, double Confidence) owner, ReadingOptions options, IConversationSink sink)
    {
        if (_messages.Count == 0)
            return;
        MessageOrder.OldestFirst(_messages);
        var names = new NamesSeen();
        foreach (var message in _messages)
            names.Add(message.From);
        foreach (var person in People.All)
            names.Add(person);
        var me = names.SaidToBeMe(options);
        sink.Begin(new ConversationHeader(TwitterReader.FormatName) { Title = Title, Id = id, Owner = me ?? owner.Id });
        foreach (var message in _messages)
            sink.Add(message);
        sink.End(new ConversationFooter { Participants = names.All, OwnerConfidence = me is not null ? 1 : owner.Confidence });
    }
}
