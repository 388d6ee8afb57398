namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>What a row says, before it becomes a message.</summary>
internal sealed class StoredMessage
{
    internal string? Id { get; init; }

    internal MessageTime At { get; init; }

    internal string? From { get; set; }

    internal string? FromId { get; set; }

    internal MessageKind Kind { get; set; }

    internal MessageEvent Event { get; init; }

    internal string? Text { get; set; }

    internal IReadOnlyList<string> Media { get; set; } = [];

    internal IReadOnlyList<Reaction> Reactions { get; init; } = [];

    internal MessageTime EditedAt { get; init; }

    internal string? Quoted { get; init; }

    internal string? ReplyTo { get; init; }

    /// <summary>True when some text was not valid in the file's encoding.</summary>
    internal bool IsDamaged { get; set; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "stored message";
}
