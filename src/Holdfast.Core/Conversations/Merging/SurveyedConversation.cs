using System.Collections;

namespace Holdfast.Conversations.Merging;

/// <summary>A conversation as the first look saw it: what it is called, and the keys of its records.</summary>
internal sealed class SurveyedConversation
{
    /// <summary>Names that are compared; a larger group is told by its title and records.</summary>
    private const int MostNames = 1_000;

    private (ulong Key, int Index)[]? _byWords;
    private (ulong Key, int Index)[]? _byId;
    private long[]? _times;
    private readonly BitArray _dropped;
    private int _dropCount;

    internal SurveyedConversation(
        int run, int sequence, ConversationHeader header, ConversationFooter footer, RecordKey[] records, HashSet<ExportFile> files, RecordKeys keys)
    {
        (Run, Sequence, Header, Footer, Records, Files) = (run, sequence, header, footer, records, files);
        Names = [.. footer.Participants.Take(MostNames).Select(name => keys.SenderOf(name)).Where(name => name != 0)];
        Title = header.Title is { Length: > 0 } title ? BodyHash.Of(title) : 0;
        Owner = keys.SenderOf(header.Owner ?? footer.Owner);
        TitleAsName = keys.SenderOf(header.Title);
        _dropped = new BitArray(records.Length);
        var (hasSeconds, hasFractions) = (false, false);
        foreach (var record in records)
        {
            HasIds |= record.Id != 0;
            HasInstants |= record.Time == TimeKnowledge.Instant;
            HasClock |= record.Time == TimeKnowledge.WallClock;
            hasSeconds |= record.Ticks % TimeSpan.TicksPerMinute != 0;
            hasFractions |= record.Ticks % TimeSpan.TicksPerSecond != 0;
        }

        Resolution = hasFractions ? 1 : hasSeconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMinute;
    }

    internal int Run { get; }

    /// <summary>The how-manieth conversation of its run.</summary>
    internal int Sequence { get; }

    internal ConversationHeader Header { get; }

    internal ConversationFooter Footer { get; }

    internal RecordKey[] Records { get; }

    internal HashSet<ExportFile> Files { get; }

    /// <summary>The numbers of the names.</summary>
    internal HashSet<uint> Names { get; }

    /// <summary>The number of the title; 0 without one.</summary>
    internal ulong Title { get; }

    /// <summary>The number of the owner's name; 0 when unknown.</summary>
    internal uint Owner { get; }

    /// <summary>The number that a sender would have who is called like the title.</summary>
    internal uint TitleAsName { get; }

    internal bool HasIds { get; }

    internal bool HasInstants { get; }

    internal bool HasClock { get; }

    /// <summary>True when its records can be compared at all.</summary>
    internal bool IsComparable => HasIds || HasInstants || HasClock;

    /// <summary>The finest step of its times, in ticks.</summary>
    internal long Resolution { get; }

    /// <summary>How many records it hands on.</summary>
    internal int Kept => Records.Length - _dropCount;

    /// <summary>True when another conversation hands the record on.</summary>
    internal bool IsDropped(int index) => _dropped[index];

    /// <summary>Leaves a record to another conversation.</summary>
    internal void Drop(int index)
    {
        _dropCount += _dropped[index] ? 0 : 1;
        _dropped[index] = true;
    }

    /// <summary>The records by what they say and who says it, equal ones in file order.</summary>
    internal (ulong Key, int Index)[] ByWords => _byWords ??= Sorted(record => record.Time == TimeKnowledge.None ? 0 : record.Words);

    /// <summary>The records that have an id, by it.</summary>
    internal (ulong Key, int Index)[] ById => _byId ??= Sorted(record => record.Id);

    /// <summary>How many records lie between two times.</summary>
    internal int CountBetween(long from, long to)
    {
        var times = Times;
        return Math.Max(0, LowerBound(times, to + 1) - LowerBound(times, from));
    }

    /// <summary>The first and the last time, or null when there is none.</summary>
    internal (long First, long Last)? Span => Times is { Length: > 0 } times ? (times[0], times[^1]) : null;

    /// <summary>Gives the memory of the comparison back.</summary>
    internal void Forget() => (_byWords, _byId, _times) = (null, null, null);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"surveyed conversation ({Header.Format}, {Records.Length} records)";

    private long[] Times
    {
        get
        {
            if (_times is null)
            {
                _times = [.. Records.Where(record => record.Time != TimeKnowledge.None).Select(record => record.Ticks)];
                Array.Sort(_times);
            }

            return _times;
        }
    }

    private (ulong Key, int Index)[] Sorted(Func<RecordKey, ulong> by)
    {
        var sorted = new (ulong Key, int Index)[Records.Count(record => by(record) != 0)];
        for (int i = 0, next = 0; i < Records.Length; i++)
        {
            if (by(Records[i]) is not 0 and var key)
                sorted[next++] = (key, i);
        }

        Array.Sort(sorted);
        return sorted;
    }

    private static int LowerBound(long[] sorted, long value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
