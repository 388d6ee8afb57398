namespace Holdfast.Conversations.Archives;

/// <summary>Counts what is unpacked from one entry, each byte once however often it is read, and reports each kind of problem once.</summary>
/// <param name="budget">What the archive has left.</param>
/// <param name="name">Name of the entry.</param>
/// <param name="report">Receives problems.</param>
internal sealed class EntryMeter(ArchiveBudget budget, string name, Action<ReadingProblem> report)
{
    private long _counted;
    private bool _isDamaged;
    private bool _isOverLimit;

    /// <summary>Of <paramref name="bytes"/> that were read from <paramref name="position"/> on, how many may be handed on.</summary>
    internal int Allow(long position, int bytes)
    {
        var beyond = (int)Math.Clamp(position + bytes - _counted, 0, bytes);
        var allowed = budget.Unpack(beyond);
        _counted += allowed;
        if (allowed == beyond)
            return bytes;
        if (!_isOverLimit)
            report(new ReadingProblem(name, 0, ProblemKind.ArchiveLimit));
        _isOverLimit = true;
        return bytes - beyond + allowed;
    }

    /// <summary>The packed bytes are broken or end too early.</summary>
    internal void Damaged()
    {
        if (!_isDamaged)
            report(new ReadingProblem(name, 0, ProblemKind.ArchiveDamaged));
        _isDamaged = true;
    }
}
