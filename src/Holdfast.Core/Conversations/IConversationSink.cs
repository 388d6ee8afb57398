namespace Holdfast.Conversations;

/// <summary>What is known of a conversation before its first message.</summary>
/// <param name="Format">Stable name of the export format, such as <c>whatsapp-text</c>.</param>
public sealed record ConversationHeader(string Format)
{
    /// <summary>Title as the export has it, if any.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The platform's own key of the conversation (thread id, folder, account or number of the other side), where the export
    /// has one: two exports of one chat share it.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Which folder of a data download it was in.</summary>
    public ConversationFolder Folder { get; init; }

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

/// <summary>Folders in which platforms keep conversations. First contacts often lie among the requests.</summary>
public enum ConversationFolder
{
    /// <summary>The usual one, or none is known.</summary>
    Inbox,

    /// <summary>Message requests from people whom the owner had not accepted.</summary>
    Requests,

    /// <summary>Put away by the owner.</summary>
    Archived,

    /// <summary>Sorted out by the platform (spam, filtered).</summary>
    Filtered,

    /// <summary>Deleted or left by the owner, and still in the download.</summary>
    Deleted,

    /// <summary>The part of a chat from before it became end-to-end encrypted.</summary>
    EncryptedCutover,
}

/// <summary>What is known of a conversation only after its last message.</summary>
public sealed record ConversationFooter
{
    /// <summary>All names that appear as a sender or are listed by the export, in order of first appearance.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>The owner, when it was found after the start; else null.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// How sure the owner is, from 0 to 1: 1 where the export states it or the person said it, less where it was concluded,
    /// 0 when no owner is known.
    /// </summary>
    public double OwnerConfidence { get; init; }

    /// <summary>How sure the order of day and month is, from 0 to 1; 1 where the format leaves no doubt.</summary>
    public double DateOrderConfidence { get; init; } = 1;

    /// <summary>The order of day and month that was used, for formats whose dates are numbers in an unstated order.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "end of conversation";
}

/// <summary>
/// Receives conversations as they are read, so that a file of any size passes through in constant memory. Calls come as
/// Begin, Add (in file order), End, for one conversation after the other; Report and the entries of contact lists may come
/// at any time.
/// </summary>
public interface IConversationSink
{
    /// <summary>A conversation begins.</summary>
    void Begin(ConversationHeader header);

    /// <summary>The next record of the conversation.</summary>
    void Add(Message message);

    /// <summary>An entry of a list of friends, followers, requests or blocked accounts.</summary>
    void Add(Contact contact);

    /// <summary>The conversation is complete.</summary>
    void End(ConversationFooter footer);

    /// <summary>Something could not be read.</summary>
    void Report(ReadingProblem problem);
}
