using System.Globalization;

namespace Holdfast.Conversations;

/// <summary>The three states that the time of a message can have. They are never turned into one another.</summary>
public enum TimeKnowledge
{
    /// <summary>The export holds no time.</summary>
    None,

    /// <summary>Wall time of some phone or computer; its zone is unknown.</summary>
    WallClock,

    /// <summary>A point in time: UTC, or wall time with its offset.</summary>
    Instant,
}

/// <summary>When a message was sent, as exactly as the export says it and no more.</summary>
public readonly record struct MessageTime : IComparable<MessageTime>
{
    private readonly DateTime _wall;
    private readonly short _offsetMinutes;

    private MessageTime(TimeKnowledge knowledge, DateTime wall, short offsetMinutes)
    {
        Knowledge = knowledge;
        _wall = wall;
        _offsetMinutes = offsetMinutes;
    }

    /// <summary>No time is known; also the default value.</summary>
    public static MessageTime None => default;

    /// <summary>What is known about the time.</summary>
    public TimeKnowledge Knowledge { get; }

    /// <summary>The clock reading as printed in the export (for <see cref="TimeKnowledge.Instant"/>: at its own offset).</summary>
    public DateTime Wall => _wall;

    /// <summary>A clock reading without a zone.</summary>
    public static MessageTime FromWall(DateTime wall) =>
        new(TimeKnowledge.WallClock, DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), 0);

    /// <summary>A point in time; the offset is kept.</summary>
    public static MessageTime FromInstant(DateTimeOffset instant) =>
        new(TimeKnowledge.Instant, instant.DateTime, (short)instant.Offset.TotalMinutes);

    /// <summary>The point in time, or null when the zone or the whole time is unknown.</summary>
    public DateTimeOffset? Instant =>
        Knowledge == TimeKnowledge.Instant ? new DateTimeOffset(_wall, TimeSpan.FromMinutes(_offsetMinutes)) : null;

    /// <summary>
    /// Time from <paramref name="earlier"/> to this, or null when one is missing or their kinds differ (an instant and a
    /// wall time cannot be subtracted without guessing a zone).
    /// </summary>
    public TimeSpan? Since(MessageTime earlier) => (Knowledge, earlier.Knowledge) switch
    {
        (TimeKnowledge.Instant, TimeKnowledge.Instant) => Instant!.Value - earlier.Instant!.Value,
        (TimeKnowledge.WallClock, TimeKnowledge.WallClock) => _wall - earlier._wall,
        _ => null,
    };

    /// <summary>Orders by clock reading; times of different kinds are ordered as if all were UTC, for display only.</summary>
    public int CompareTo(MessageTime other) => SortKey.CompareTo(other.SortKey);

    private long SortKey => Knowledge == TimeKnowledge.Instant
        ? _wall.Ticks - _offsetMinutes * TimeSpan.TicksPerMinute
        : _wall.Ticks;

    /// <summary>
    /// ISO 8601: <c>2024-01-02T03:04:00+01:00</c> (instant; UTC as <c>Z</c>), <c>2024-01-02T03:04:00</c> (wall time),
    /// or an empty string (none). Fractions of a second appear only when the export has them.
    /// </summary>
    public override string ToString()
    {
        var fraction = _wall.Ticks % TimeSpan.TicksPerSecond != 0 ? ".fff" : "";
        return Knowledge switch
        {
            TimeKnowledge.None => "",
            TimeKnowledge.WallClock => _wall.ToString("yyyy-MM-dd'T'HH:mm:ss" + fraction, CultureInfo.InvariantCulture),
            _ when _offsetMinutes == 0 =>
                _wall.ToString("yyyy-MM-dd'T'HH:mm:ss" + fraction + "'Z'", CultureInfo.InvariantCulture),
            _ => Instant!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss" + fraction + "zzz", CultureInfo.InvariantCulture),
        };
    }
}
