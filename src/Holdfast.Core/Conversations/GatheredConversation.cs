namespace Holdfast.Conversations;

/// <summary>
/// One conversation while its files are read: the parts come together here, and the oldest record is handed on first. For
/// formats whose files are cut into parts or run backwards; it holds all records of one conversation in memory.
/// </summary>
/// <param name="format">Stable name of the format.</param>
internal sealed class GatheredConversation(string format)
{
    private readonly List<Message> _messages = [];

    /// <summary>Title as the export has it.</summary>
    internal string? Title { get; set; }

    /// <summary>The platform's own key of the conversation.</summary>
    internal string? Id { get; set; }

    /// <summary>The folder of the download.</summary>
    internal ConversationFolder Folder { get; set; }

    /// <summary>The owner that the files show, if any; what the person said goes before it.</summary>
    internal string? Owner { get; set; }

    /// <summary>How sure <see cref="Owner"/> is.</summary>
    internal double OwnerConfidence { get; set; }

    /// <summary>The order of day and month that was used.</summary>
    internal DateOrder DateOrder { get; set; }

    /// <summary>How sure that order is.</summary>
    internal double DateOrderConfidence { get; set; } = 1;

    /// <summary>Listed members, then senders.</summary>
    internal NamesSeen Names { get; } = new();

    /// <summary>The records so far, in the order in which they were added.</summary>
    internal IReadOnlyList<Message> Messages => _messages;

    /// <summary>Adds a record.</summary>
    internal void Add(Message message)
    {
        _messages.Add(message);
        Names.Add(message.From);
    }

    /// <summary>
    /// In a chat of two that is named after one of them, the other is whose export it is. Weaker than anything that a file
    /// states, so it only fills a gap.
    /// </summary>
    internal void ConcludeOwnerFrom(string? otherName)
    {
        if (Owner is not null || ChatOwner.NotNamedBy(otherName, Names.All) is not { } other)
            return;
        (Owner, OwnerConfidence) = (other, ChatOwner.FromOneChat);
    }

    /// <summary>Hands the conversation on, oldest record first. One without records is no conversation.</summary>
    internal void HandOn(ReadingOptions options, IConversationSink sink)
    {
        if (_messages.Count == 0)
            return;
        var said = Names.SaidToBeMe(options);
        sink.Begin(new ConversationHeader(format) { Title = Title, Id = Id, Folder = Folder, Owner = said ?? Owner });
        MessageOrder.OldestFirst(_messages);
        foreach (var message in _messages)
            sink.Add(message);
        sink.End(new ConversationFooter
        {
            Participants = Names.All,
            Owner = said ?? Owner,
            OwnerConfidence = said is not null ? 1 : Owner is null ? 0 : OwnerConfidence,
            DateOrder = DateOrder,
            DateOrderConfidence = DateOrderConfidence,
        });
    }
}
