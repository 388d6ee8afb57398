namespace Holdfast.Conversations.Timelines;

/// <summary>By what a record has its place on the line.</summary>
public enum TimelineState
{
    /// <summary>The export gives a point in time.</summary>
    Instant,

    /// <summary>The export gives a clock reading, placed by the zone that the person stated.</summary>
    StatedZone,

    /// <summary>
    /// The export gives a clock reading and nobody said in which zone; it stands as if the clock showed UTC, and may
    /// be off by up to 14 hours against points in time.
    /// </summary>
    UnknownZone,

    /// <summary>The export gives no time; it stands behind the record before it in its conversation.</summary>
    NoTime,
}

/// <summary>One record on the line. Its text is private and is never printed by <see cref="ToString"/>.</summary>
public sealed class TimelineEntry
{
    /// <summary>The time as its file has it.</summary>
    public MessageTime At { get; init; }

    /// <summary>By what it has its place.</summary>
    public TimelineState State { get; init; }

    /// <summary>The point in time, where there is one: stated by the export, or by its clock and the person's zone.</summary>
    public DateTimeOffset? Utc { get; init; }

    /// <summary>Index of its conversation in <see cref="Timeline.Conversations"/>.</summary>
    public int Conversation { get; init; }

    /// <summary>Who wrote it; null when the file names nobody.</summary>
    public string? From { get; init; }

    /// <summary>True when the person who asks for help wrote it, false when somebody else did, null when that is not known.</summary>
    public bool? IsOwner { get; init; }

    /// <summary>What kind of record it is.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>What happened, where a record says that by a code or a fixed phrase.</summary>
    public MessageEvent Event { get; init; }

    /// <summary>Subject line, for e-mail.</summary>
    public string? Subject { get; init; }

    /// <summary>The body, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Names of attached files.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>The file that holds the record.</summary>
    public required ExportFile File { get; init; }

    /// <summary>Where in that file the record lies.</summary>
    public RecordPlace Place { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"timeline entry ({Kind}, {State})";
}
