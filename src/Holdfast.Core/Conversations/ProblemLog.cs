namespace Holdfast.Conversations;

/// <summary>
/// Reports the problems of one file. A hostile file can hold millions of broken records, so after
/// <see cref="MostOfAKind"/> reports of one kind the rest become a single one that spans them all. Records that are there
/// twice are counted only: two exports of one chat share thousands.
/// </summary>
internal sealed class ProblemLog(IConversationSink sink, string file)
{
    /// <summary>How many problems of one kind are listed one by one.</summary>
    internal const int MostOfAKind = 1_000;

    private readonly Dictionary<ProblemKind, int> _counts = [];
    private readonly Dictionary<ProblemKind, RecordPlace> _rest = [];
    private long _duplicates;

    /// <summary>Reports a problem at a place.</summary>
    internal void Report(ProblemKind kind, RecordPlace place = default)
    {
        if (kind == ProblemKind.Duplicate && place.Length > 0)
        {
            _duplicates++;
            return;
        }

        var count = _counts.GetValueOrDefault(kind) + 1;
        _counts[kind] = count;
        if (count <= MostOfAKind)
        {
            sink.Report(new ReadingProblem(file, place.Line, kind) { Place = place });
            return;
        }

        var start = _rest.TryGetValue(kind, out var rest) ? rest : place;
        var from = Math.Min(start.Offset, place.Offset);
        var to = Math.Max(start.Offset + start.Length, place.Offset + place.Length);
        _rest[kind] = new RecordPlace(from, to - from, start.Line);
    }

    /// <summary>Reports a problem only the first time it is seen in this file.</summary>
    internal void ReportOnce(ProblemKind kind, RecordPlace place = default)
    {
        if (!_counts.ContainsKey(kind))
            Report(kind, place);
    }

    /// <summary>Reports what was gathered; call once, when the file has been read.</summary>
    internal void Complete()
    {
        foreach (var (kind, place) in _rest)
            sink.Report(new ReadingProblem(file, place.Line, kind) { Place = place });
        _rest.Clear();
        if (_duplicates > 0)
            sink.Report(new ReadingProblem(file, 0, ProblemKind.Duplicate) { Count = _duplicates });
        _duplicates = 0;
    }
}
