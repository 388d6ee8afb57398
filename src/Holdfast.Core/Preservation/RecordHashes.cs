using System.Security.Cryptography;
using Holdfast.Conversations;
using Holdfast.Findings;

namespace Holdfast.Preservation;

/// <summary>
/// SHA-256 of the raw bytes of quoted records, so that a reader can cut the same bytes out of the item and compare. Each
/// file is read once, whatever the number of quotes.
/// </summary>
internal sealed class RecordHashes
{
    private readonly Dictionary<ExportFile, Dictionary<(long, long), string>> _hashes = new(ReferenceEqualityComparer.Instance);

    public static RecordHashes None { get; } = new();

    public static RecordHashes Of(IEnumerable<Quote> quotes)
    {
        var result = new RecordHashes();
        foreach (var file in quotes.Select(q => q.Source).Where(m => m.Place is { Length: > 0, Offset: >= 0 }).GroupBy(m => m.File))
        {
            var places = file.Select(m => (m.Place.Offset, m.Place.Length)).Distinct().Order().ToList();
            try
            {
                result._hashes[file.Key] = Read(file.Key, places);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
            {
                // The file is listed as a gap where it was to be copied; its records have no hash then.
            }
        }

        return result;
    }

    public string? Of(Message message) =>
        _hashes.TryGetValue(message.File, out var places) && places.TryGetValue((message.Place.Offset, message.Place.Length), out var hash)
            ? hash
            : null;

    private static Dictionary<(long, long), string> Read(ExportFile file, List<(long Offset, long Length)> places)
    {
        Dictionary<(long, long), string> hashes = [];
        List<((long Offset, long Length) Place, IncrementalHash Hash)> open = [];
        var block = new byte[64 * 1024];
        var next = 0;
        var at = 0L;
        using var stream = file.Open();
        for (int count; (next < places.Count || open.Count > 0) && (count = stream.Read(block)) > 0; at += count)
        {
            for (; next < places.Count && places[next].Offset < at + count; next++)
                open.Add((places[next], IncrementalHash.CreateHash(HashAlgorithmName.SHA256)));
            foreach (var (place, hash) in open)
            {
                var start = Math.Max(0, place.Offset - at);
                var end = place.Length < at + count - place.Offset ? place.Offset + place.Length - at : count;
                hash.AppendData(block, (int)start, (int)(end - start));
                if (place.Length <= at + count - place.Offset)
                    hashes[place] = Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            foreach (var (place, hash) in open.Where(o => hashes.ContainsKey(o.Place)))
                hash.Dispose();
            open.RemoveAll(o => hashes.ContainsKey(o.Place));
        }

        foreach (var (_, hash) in open)
            hash.Dispose();
        return hashes;
    }
}
