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

    /// <summary>A message that was deleted, unsent or has expired; the stub is evidence too.</summary>
    Deleted,
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

/// <summary>One record of a conversation. Immutable. Its text is private and is never printed by <see cref="ToString"/>.</summary>
public sealed class Message
{
    /// <summary>When it was sent.</summary>
    public MessageTime At { get; init; }

    /// <summary>Display name of the sender at export time; null when the file names none.</summary>
    public string? From { get; init; }

    /// <summary>The platform's own id of the sender (account number, e-mail address), where the export has one.</summary>
    public string? FromId { get; init; }

    /// <summary>What kind of record it is.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>The body as it stands in the export, invisible marks included; null when the record holds no text.</summary>
    public string? Text { get; init; }

    /// <summary>Names or relative paths of attached files, as the export spells them.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>Reactions, in export order.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    /// <summary>When it was last edited; <see cref="MessageTime.None"/> when never or unknown.</summary>
    public MessageTime EditedAt { get; init; }

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
