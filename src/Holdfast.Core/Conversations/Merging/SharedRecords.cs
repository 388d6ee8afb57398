namespace Holdfast.Conversations.Merging;

/// <summary>Walks through what two sorted lists have in common. The time it takes is that of the shorter list.</summary>
internal static class SharedRecords
{
    /// <summary>For every key that both have, its entries in either list.</summary>
    internal static IEnumerable<(ReadOnlyMemory<(ulong Key, int Index)> First, ReadOnlyMemory<(ulong Key, int Index)> Second)> Of(
        (ulong Key, int Index)[] first, (ulong Key, int Index)[] second)
    {
        var isSwapped = first.Length > second.Length;
        var (small, large) = isSwapped ? (second, first) : (first, second);
        var from = 0;
        for (var start = 0; start < small.Length;)
        {
            var key = small[start].Key;
            var end = start + 1;
            while (end < small.Length && small[end].Key == key)
                end++;
            from = Find(large, key, from);
            var to = from;
            while (to < large.Length && large[to].Key == key)
                to++;
            if (to > from)
            {
                var (left, right) = (small.AsMemory(start, end - start), large.AsMemory(from, to - from));
                yield return isSwapped ? (right, left) : (left, right);
            }

            (start, from) = (end, to);
        }
    }

    private static int Find((ulong Key, int Index)[] sorted, ulong key, int from)
    {
        var (low, high) = (from, sorted.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (sorted[middle].Key < key)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
