namespace Holdfast.Fuzz;

/// <summary>Changes inputs in the ways that break parsers; the same seed gives the same changes.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> words)
{
    private readonly Random _random = new(seed);

    internal int Below(int limit) => _random.Next(limit);

    /// <summary>A changed copy.</summary>
    /// <param name="bytes">The input.</param>
    /// <param name="other">Another input, to take pieces from.</param>
    internal byte[] Mutate(byte[] bytes, byte[] other)
    {
        var result = new List<byte>(bytes);
        for (var times = 1 + Below(6); times > 0; times--)
            Change(result, other);
        return [.. result];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        switch (Below(10))
        {
            case 0 when bytes.Count > 0:
                var flipped = Below(bytes.Count);
                bytes[flipped] = (byte)(bytes[flipped] ^ (1 << Below(8)));
                break;
            case 1 when bytes.Count > 0:
                bytes[Below(bytes.Count)] = (byte)Below(256);
                break;
            case 2 when bytes.Count > 0:
                var cut = Below(bytes.Count);
                bytes.RemoveRange(cut, bytes.Count - cut);
                break;
            case 3 when bytes.Count > 1:
                var (start, length) = Piece(bytes.Count);
                bytes.RemoveRange(start, length);
                break;
            case 4 when bytes.Count > 1:
                (start, length) = Piece(bytes.Count);
                bytes.InsertRange(Below(bytes.Count), bytes.GetRange(start, length));
                break;
            case 5 when bytes.Count > 1:
                (start, length) = Piece(bytes.Count);
                var moved = bytes.GetRange(start, length);
                bytes.RemoveRange(start, length);
                bytes.InsertRange(Below(bytes.Count + 1), moved);
                break;
            case 6 when other.Length > 1:
                (start, length) = Piece(other.Length);
                bytes.InsertRange(Below(bytes.Count + 1), other.AsSpan(start, length).ToArray());
                break;
            case 7:
                var repeated = words.Count > 0 ? words[Below(words.Count)] : [(byte)Below(256)];
                var at = Below(bytes.Count + 1);
                for (var times = Below(200); times > 0; times--)
                    bytes.InsertRange(at, repeated);
                break;
            default:
                if (words.Count > 0)
                    bytes.InsertRange(Below(bytes.Count + 1), words[Below(words.Count)]);
                break;
        }
    }

    private (int Start, int Length) Piece(int count)
    {
        var start = Below(count);
        return (start, 1 + Below(Math.Min(count - start, 400)));
    }
}
