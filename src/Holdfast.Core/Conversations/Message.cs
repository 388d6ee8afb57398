namespace Holdfast.Conversations;

/// <summary>What kind of record a message is.</summary>
public enum MessageKind
{
    /// <summary>Words that somebody wrote.</summary>
    Text,

    /// <summary>A picture, video, sound, sticker or file; <see cref="Message.Text"/> may hold a caption.</summary>
    Media,

    /// <summary>A line of the platform itself (encryption note, group event), with or without a name before it.</summary>
    Notice,

    /// <summary>A voice or video call, made or missed.</summary>
    Call,

    /// <summary>A message that was deleted; the stub is evidence too.</summary>
    Deleted,

    /// <summary>A message that its sender took back after sending it.</summary>
    Unsent,

    /// <summary>A message that has run out of its time, or could be seen only once.</summary>
    Expired,

    /// <summary>
    /// A message that was there and whose words the export leaves out (Snapchat gives only what was saved). It says
    /// nothing about what was written.
    /// </summary>
    NotExported,

    /// <summary>A link, post, profile or place that was shared on; <see cref="Message.Text"/> holds the link and its words.</summary>
    Share,

    /// <summary>A contact card: the name and numbers or addresses of somebody.</summary>
    ContactCard,
}

/// <summary>Where the record lies in the original: enough to cut it out and hash it again.</summary>
/// <param name="Offset">First byte, counted from the start of the file.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Line">Line number from 1 where the format has lines, else 0.</param>
public readonly record struct RecordPlace(long Offset, long Length, long Line);

/// <summary>A reaction to a message.</summary>
/// <param name="Actor">Display name of who reacted, if the export says.</param>
/// <param name="Symbol">The emoji or word.</param>
public sealed record Reaction(string? Actor, string Symbol)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "reaction";
}

/// <summary>What a message said before it was edited.</summary>
/// <param name="Text">The earlier words.</param>
/// <param name="At">When they were written; <see cref="MessageTime.None"/> when unknown.</param>
public sealed record EarlierText(string Text, MessageTime At)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "earlier text";
}

/// <summary>One record of a conversation. Immutable. Its text is private and is never printed by <see cref="ToString"/>.</summary>
public sealed class Message
{
    /// <summary>When it was sent.</summary>
    public MessageTime At { get; init; }

    /// <summary>
    /// The date and time as they stand on a screenshot ("Yesterday 21:05"), where there are any. A clock time without a
    /// certain day is in no <see cref="At"/>, and can be read only here.
    /// </summary>
    public string? PrintedTime { get; init; }

    /// <summary>Display name of the sender at export time; null when the file names none.</summary>
    public string? From { get; init; }

    /// <summary>The platform's own id of the sender (account number, e-mail address), where the export has one.</summary>
    public string? FromId { get; init; }

    /// <summary>What kind of record it is.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>
    /// What happened, where the export says it by a code or a fixed phrase (a missed call, a draft): hosts have words for it
    /// in every language. <see cref="Text"/> keeps what the export says.
    /// </summary>
    public MessageEvent Event { get; init; }

    /// <summary>The body as it stands in the export, invisible marks included; null when the record holds no text.</summary>
    public string? Text { get; init; }

    /// <summary>Names or relative paths of attached files, as the export spells them.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>Reactions, in export order.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    /// <summary>When it was last edited; <see cref="MessageTime.None"/> when never or unknown.</summary>
    public MessageTime EditedAt { get; init; }

    /// <summary>What it said before it was edited, oldest first, where the export keeps that.</summary>
    public IReadOnlyList<EarlierText> Earlier { get; init; } = [];

    /// <summary>
    /// The words of another message that this one answers, as the export repeats them. They are not the sender's own,
    /// so <see cref="Text"/> never holds them.
    /// </summary>
    public string? Quoted { get; init; }

    /// <summary>The platform's own id of the message that this one answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Set when the words were read out of a picture by a machine, which may have misread them.</summary>
    public PictureReading? Picture { get; init; }

    /// <summary>Subject line, for e-mail.</summary>
    public string? Subject { get; init; }

    /// <summary>The platform's own id of the record, where it has one.</summary>
    public string? Id { get; init; }

    /// <summary>The file that holds the record.</summary>
    public required ExportFile File { get; init; }

    /// <summary>Where in that file the record lies.</summary>
    public RecordPlace Place { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"message ({Kind})";
}
