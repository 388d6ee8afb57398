namespace Holdfast.Conversations.Archives;

/// <summary>
/// What may still be unpacked out of one archive that a person gave, the archives inside it included. It is spent while
/// bytes are unpacked, not by what headers claim: a video that nobody opens costs nothing, and a bomb stops at the limit
/// whatever its headers say.
/// </summary>
internal sealed class ArchiveBudget(ReadingOptions options)
{
    private int _entries;
    private long _unpacked;
    private long _held;

    /// <summary>The limits.</summary>
    internal ReadingOptions Options => options;

    /// <summary>Bytes that may still be held in memory.</summary>
    internal long LeftToHold => options.MaxHeldArchiveBytes - _held;

    /// <summary>Takes note of one more entry; false when there are too many.</summary>
    internal bool TryTakeEntry() => _entries < options.MaxArchiveEntries && ++_entries > 0;

    /// <summary>Takes note of bytes that were unpacked and gives how many of them may be handed on.</summary>
    internal int Unpack(int bytes)
    {
        var allowed = (int)Math.Min(bytes, options.MaxArchiveBytes - _unpacked);
        _unpacked += allowed;
        return allowed;
    }

    /// <summary>Takes note of bytes that are held in memory; false when there is no room.</summary>
    internal bool TryHold(long bytes)
    {
        if (bytes > LeftToHold)
            return false;
        _held += bytes;
        return true;
    }
}
