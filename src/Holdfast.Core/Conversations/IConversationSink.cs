namespace Holdfast.Conversations;

/// <summary>What is known of a conversation before its first message.</summary>
/// <param name="Format">Stable name of the export format, such as <c>whatsapp-text</c>.</param>
public sealed record ConversationHeader(string Format)
{
    /// <summary>Title as the export has it, if any.</summary>
    public string? Title { get; init; }

    /// <summary>The name of the person whose export this is, when the files show it or the person said it; else null.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// True when the text is one person's writing without turns (an e-mail, a pasted note), so that nobody but the
    /// unknown author speaks in it.
    /// </summary>
    public bool IsSingleVoice { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"conversation ({Format})";
}

/// <summary>What is known of a conversation only after its last message.</summary>
public sealed record ConversationFooter
{
    /// <summary>All names that appear as a sender or are listed by the export, in order of first appearance.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>The owner, when it was found after the start; else null.</summary>
    public string? Owner { get; init; }

    /// <summary>How sure the order of day and month is, from 0 to 1; 1 where the format leaves no doubt.</summary>
    public double DateOrderConfidence { get; init; } = 1;

    /// <summary>The order of day and month that was used, for formats whose dates are numbers in an unstated order.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "end of conversation";
}

/// <summary>
/// Receives conversations as they are read, so that a file of any size passes through in constant memory. Calls come as
/// Begin, Add (in file order), End, for one conversation after the other; Report may come at any time.
/// </summary>
public interface IConversationSink
{
    /// <summary>A conversation begins.</summary>
    void Begin(ConversationHeader header);

    /// <summary>The next record of the conversation.</summary>
    void Add(Message message);

    /// <summary>The conversation is complete.</summary>
    void End(ConversationFooter footer);

    /// <summary>Something could not be read.</summary>
    void Report(ReadingProblem problem);
}
