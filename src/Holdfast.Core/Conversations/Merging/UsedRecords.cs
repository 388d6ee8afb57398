using System.Collections;

namespace Holdfast.Conversations.Merging;

/// <summary>
/// Which records have a partner. A bit for each, but for a conversation that is so long that a short one beside it would
/// pay for it at every comparison: there the few are listed.
/// </summary>
internal sealed class UsedRecords
{
    private const int MostBits = 1 << 16;
    private readonly BitArray? _bits;
    private readonly HashSet<int>? _few;

    private UsedRecords(BitArray? bits, HashSet<int>? few) => (_bits, _few) = (bits, few);

    /// <summary>For a number of records of which each may be used.</summary>
    internal static UsedRecords Of(int records, int others) =>
        records <= MostBits || others >= records / 64 ? new(new BitArray(records), null) : new(null, []);

    internal bool Contains(int index) => _bits is not null ? _bits[index] : _few!.Contains(index);

    internal void Add(int index)
    {
        if (_bits is not null)
            _bits[index] = true;
        else
            _few!.Add(index);
    }
}
