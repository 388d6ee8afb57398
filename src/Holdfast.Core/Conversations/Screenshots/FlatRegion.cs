namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// A connected area without edges in it: the ground of a chat, the filling of a bubble, a bar. Its colour may change
/// slowly (gradients). For every row it knows how far it reaches.
/// </summary>
internal sealed class FlatRegion(int id, CellBox box, int area, Rgb colour)
{
    private readonly int[] _left = NoEdge(box.Height);
    private readonly int[] _right = new int[box.Height];
    private readonly int[] _count = new int[box.Height];

    /// <summary>Its number.</summary>
    internal int Id { get; } = id;

    /// <summary>The rectangle around it.</summary>
    internal CellBox Box { get; } = box;

    /// <summary>Number of cells.</summary>
    internal int Area { get; } = area;

    /// <summary>Its mean colour.</summary>
    internal Rgb Colour { get; } = colour;

    /// <summary>Adds a stretch of cells.</summary>
    internal void Add(int y, int left, int right)
    {
        var row = y - Box.Top;
        _left[row] = Math.Min(_left[row], left);
        _right[row] = Math.Max(_right[row], right);
        _count[row] += right - left + 1;
    }

    /// <summary>How many of the cells between two columns of a row it covers, from 0 to 1, taken over the whole row.</summary>
    internal double Cover(int y) => _count[y - Box.Top] / (double)Box.Width;

    /// <summary>
    /// The rectangle without what sticks out (the little tail of a bubble), or null when the outline is none of a bubble:
    /// most rows must reach from one side to the other, apart from round corners. Letters inside do no harm.
    /// </summary>
    internal CellBox? Body(double em)
    {
        var lefts = Sorted(_left);
        var rights = Sorted(_right);
        var (left, right) = (lefts[lefts.Length / 5], rights[rights.Length * 4 / 5]);
        var slack = Math.Max(2, Math.Min(em, Box.Height * 0.2));
        var full = 0;
        for (var i = 0; i < _left.Length; i++)
        {
            if (_left[i] <= left + slack && _right[i] >= right - slack)
                full++;
        }

        return full >= _left.Length * 0.65 && right > left ? Box with { Left = left, Right = right } : null;
    }

    /// <summary>The longest stretch of rows in which it is hardly seen: a picture lies over it. Null when there is none.</summary>
    /// <param name="least">Fewest rows that count.</param>
    internal (int Top, int Bottom)? Covered(int least)
    {
        var (start, best) = (-1, ((int Top, int Bottom)?)null);
        for (var i = 0; i <= _count.Length; i++)
        {
            if (i < _count.Length && _count[i] < Box.Width * 0.12)
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= least && (best is null || i - start > best.Value.Bottom - best.Value.Top + 1))
                best = (Box.Top + start, Box.Top + i - 1);
            start = -1;
        }

        return best;
    }

    private static int[] NoEdge(int rows)
    {
        var edges = new int[rows];
        Array.Fill(edges, int.MaxValue);
        return edges;
    }

    private static int[] Sorted(int[] edges)
    {
        var copy = (int[])edges.Clone();
        Array.Sort(copy);
        return copy;
    }
}
