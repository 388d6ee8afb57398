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
        using var hasher = new RecordHasher();
        foreach (var file in quotes.Select(q => q.Source).GroupBy(m => m.File))
        {
            Dictionary<(long, long), string> hashes = [];
            foreach (var message in file.DistinctBy(m => (m.Place.Offset, m.Place.Length)).OrderBy(m => m.Place.Offset))
            {
                if (hasher.Hash(message) is { } hash)
                    hashes.Add((message.Place.Offset, message.Place.Length), hash);
            }

            result._hashes[file.Key] = hashes;
        }

        return result;
    }

    public string? Of(Message message) =>
        _hashes.TryGetValue(message.File, out var places) && places.TryGetValue((message.Place.Offset, message.Place.Length), out var hash)
            ? hash
            : null;
}
