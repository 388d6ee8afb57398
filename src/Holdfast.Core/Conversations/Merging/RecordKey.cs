namespace Holdfast.Conversations.Merging;

/// <summary>What is remembered of a record while files are compared: numbers, no words. 32 bytes.</summary>
internal readonly record struct RecordKey
{
    private readonly byte _flags;

    internal RecordKey(ulong id, ulong body, uint sender, MessageTime at, int richness, bool isMedia, bool isNamed)
    {
        (Id, Body, Sender) = (id, body, sender);
        Ticks = TicksOf(at);
        Richness = (byte)Math.Min(richness, byte.MaxValue);
        _flags = (byte)((int)at.Knowledge | (isMedia ? 4 : 0) | (isNamed ? 8 : 0));
    }

    /// <summary>The platform's id; 0 when there is none.</summary>
    internal ulong Id { get; }

    /// <summary>What the record says.</summary>
    internal ulong Body { get; }

    /// <summary>UTC for instants, else the clock reading; 0 without a time.</summary>
    internal long Ticks { get; }

    /// <summary>Who wrote it; 0 when nobody is named.</summary>
    internal uint Sender { get; }

    /// <summary>How much hangs on the record: reactions, edits, quoted words.</summary>
    internal byte Richness { get; }

    /// <summary>What is known about the time.</summary>
    internal TimeKnowledge Time => (TimeKnowledge)(_flags & 3);

    /// <summary>A picture or file that the export left out, its name too.</summary>
    internal bool IsOmittedMedia => (_flags & 12) == 4;

    /// <summary>A picture or file with its name.</summary>
    internal bool IsNamedMedia => (_flags & 12) == 12;

    /// <summary>Equal for the same words of the same person.</summary>
    internal ulong Words => BodyHash.Join(Body, Sender);

    /// <summary>The time as one number: UTC for instants, else the clock reading.</summary>
    internal static long TicksOf(MessageTime at) => at.Instant?.UtcTicks ?? at.Wall.Ticks;
}
