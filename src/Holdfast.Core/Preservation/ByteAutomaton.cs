namespace Holdfast.Preservation;

/// <summary>
/// Looks for many byte patterns at once, after Aho and Corasick (1975): one table step a byte, whatever the number of
/// patterns.
/// </summary>
internal sealed class ByteAutomaton
{
    private readonly ushort[] _next;
    private readonly byte[] _hitLength;

    public ByteAutomaton(IEnumerable<byte[]> patterns)
    {
        List<ushort[]> nodes = [new ushort[256]];
        List<byte> hits = [0];
        foreach (var pattern in patterns)
        {
            var at = 0;
            foreach (var b in pattern)
            {
                if (nodes[at][b] == 0)
                {
                    nodes[at][b] = checked((ushort)nodes.Count);
                    nodes.Add(new ushort[256]);
                    hits.Add(0);
                }

                at = nodes[at][b];
            }

            hits[at] = checked((byte)pattern.Length);
        }

        // Breadth first: a missing edge leads where the longest known suffix leads.
        var suffix = new ushort[nodes.Count];
        Queue<ushort> queue = [];
        foreach (var child in nodes[0])
        {
            if (child != 0)
                queue.Enqueue(child);
        }

        while (queue.TryDequeue(out var node))
        {
            if (hits[node] == 0)
                hits[node] = hits[suffix[node]];
            for (var b = 0; b < 256; b++)
            {
                var child = nodes[node][b];
                var fallback = nodes[suffix[node]][b];
                if (child == 0)
                {
                    nodes[node][b] = fallback;
                }
                else
                {
                    suffix[child] = fallback;
                    queue.Enqueue(child);
                }
            }
        }

        _next = new ushort[nodes.Count * 256];
        for (var i = 0; i < nodes.Count; i++)
            nodes[i].CopyTo(_next, i * 256);
        _hitLength = [.. hits];
    }

    /// <summary>One byte further.</summary>
    /// <param name="state">0 at the start; kept between calls.</param>
    /// <param name="b">The next byte.</param>
    /// <returns>The length of the pattern that ends here, or 0.</returns>
    public int Step(ref ushort state, byte b)
    {
        state = _next[state * 256 + b];
        return _hitLength[state];
    }
}
