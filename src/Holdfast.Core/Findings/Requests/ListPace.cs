using Holdfast.Conversations;

namespace Holdfast.Findings.Requests;

/// <summary>How fast one list of accounts grew: how many entries each hour has, and nothing about who they are.</summary>
/// <param name="format">Stable name of the format.</param>
/// <param name="relation">What the list is about.</param>
internal sealed class ListPace(string format, ContactRelation relation)
{
    // A list that grows in more different hours than this belongs to somebody popular, or was forged.
    private const int MostHours = 50_000;

    private static readonly TimeSpan Neighbourhood = TimeSpan.FromDays(7);

    // Two downloads may hold the same list: of entries in the same hour, those of one file are counted.
    private readonly SortedDictionary<long, Hour> _hours = [];
    private Dictionary<long, Hour> _ofFile = [];
    private ExportFile? _file;

    /// <summary>Counts an entry.</summary>
    internal void Add(MessageTime at, ExportFile file)
    {
        if (file != _file)
            Merge();
        _file = file;
        var key = (at.Instant?.UtcTicks ?? at.Wall.Ticks) / TimeSpan.TicksPerHour;
        if (_ofFile.TryGetValue(key, out var hour))
            _ofFile[key] = hour.With(at);
        else if (_ofFile.Count < MostHours)
            _ofFile.Add(key, new Hour(1, at, at, file));
    }

    /// <summary>The day that stands out, if one does.</summary>
    /// <param name="known">The time of the oldest entry in any list of the account: a new account fills its lists quickly.</param>
    internal RequestBurst? Find(MessageTime known)
    {
        Merge();
        var hours = _hours.ToArray();
        var total = hours.Sum(hour => (long)hour.Value.Count);
        if (hours.Length >= MostHours || total > Weighing.PopularFrom && relation == ContactRelation.Follower)
            return null;
        var (start, end, most) = Densest(hours, long.MinValue, long.MaxValue);
        if (most < (relation == ContactRelation.Follower ? Weighing.BurstOfFollowers : Weighing.BurstOfRequests))
            return null;
        var (from, to) = (hours[start].Value.First, hours[end].Value.Last);
        if (from.Since(known) is not { } age || age < Weighing.BurstNeedsHistory)
            return null;
        var away = Neighbourhood.Ticks / TimeSpan.TicksPerHour;
        var usual = Densest(hours, hours[start].Key - away, hours[end].Key + away).Most;
        return most >= Weighing.BurstOverUsual * Math.Max(1, usual)
            ? new RequestBurst(format, relation, most, from, to, usual, hours[start].Value.File)
            : null;
    }

    // The day of most entries, outside a stretch of hours; days are any 24 hours in a row.
    private static (int Start, int End, int Most) Densest(KeyValuePair<long, Hour>[] hours, long exceptFrom, long exceptTo)
    {
        var isWhole = exceptFrom == long.MinValue;
        (int Start, int End, int Most) best = (0, 0, 0);
        var (start, count) = (0, 0);
        for (var end = 0; end < hours.Length; end++)
        {
            if (!isWhole && hours[end].Key >= exceptFrom && hours[end].Key <= exceptTo)
            {
                (start, count) = (end + 1, 0);
                continue;
            }

            count += hours[end].Value.Count;
            while (hours[start].Key <= hours[end].Key - 24)
                count -= hours[start++].Value.Count;
            if (count > best.Most)
                best = (start, end, count);
        }

        return best;
    }

    private void Merge()
    {
        foreach (var (key, hour) in _ofFile)
        {
            if (_hours.TryGetValue(key, out var known) ? hour.Count > known.Count : _hours.Count < MostHours)
                _hours[key] = hour;
        }

        _ofFile = [];
    }

    private readonly record struct Hour(int Count, MessageTime First, MessageTime Last, ExportFile File)
    {
        internal Hour With(MessageTime at) =>
            new(Count + 1, at.CompareTo(First) < 0 ? at : First, at.CompareTo(Last) > 0 ? at : Last, File);
    }
}
