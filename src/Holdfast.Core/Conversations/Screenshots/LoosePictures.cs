namespace Holdfast.Conversations.Screenshots;

/// <summary>Finds pictures that stand on the ground without a bubble: large places where neither ground nor bubble is seen.</summary>
internal static class LoosePictures
{
    // Smaller ones are round portraits and icons.
    private const int LeastBlocks = 4;

    internal static List<CellBox> Find(FlatRegions regions, FlatRegion ground, IReadOnlyList<BubbleShape> bubbles, double em)
    {
        var side = Math.Max(6, (int)em);
        var (columns, rows) = (ground.Box.Width / side, ground.Box.Height / side);
        if (columns < LeastBlocks || rows < LeastBlocks)
            return [];
        var seen = Seen(regions, ground, side, columns, rows);
        foreach (var bubble in bubbles)
        {
            var box = bubble.Box.Grown(side / 2);
            for (var y = Math.Max(0, (box.Top - ground.Box.Top) / side); y < rows && ground.Box.Top + y * side <= box.Bottom; y++)
            {
                for (var x = Math.Max(0, (box.Left - ground.Box.Left) / side); x < columns && ground.Box.Left + x * side <= box.Right; x++)
                    seen[y * columns + x] = int.MaxValue;
            }
        }

        return Gather(seen, side, columns, rows, ground.Box);
    }

    private static int[] Seen(FlatRegions regions, FlatRegion ground, int side, int columns, int rows)
    {
        var seen = new int[columns * rows];
        for (var y = 0; y < rows * side; y++)
        {
            var runs = regions.Row(ground.Box.Top + y);
            var ids = regions.RowRegions(ground.Box.Top + y);
            for (var i = 0; i < runs.Length; i++)
            {
                if (ids[i] != ground.Id)
                    continue;
                for (var x = runs[i].Left - ground.Box.Left; x <= runs[i].Right - ground.Box.Left && x < columns * side; x++)
                    seen[y / side * columns + x / side]++;
            }
        }

        return seen;
    }

    private static List<CellBox> Gather(int[] seen, int side, int columns, int rows, CellBox ground)
    {
        var pictures = new List<CellBox>();
        var few = side * side / 25;
        var waiting = new Stack<int>();
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] > few)
                continue;
            var (box, count) = (new CellBox(start % columns, start / columns, start % columns, start / columns), 0);
            waiting.Push(start);
            seen[start] = int.MaxValue;
            while (waiting.TryPop(out var at))
            {
                var (x, y) = (at % columns, at / columns);
                box = box.With(new CellBox(x, y, x, y));
                count++;
                Visit(x > 0, at - 1);
                Visit(x + 1 < columns, at + 1);
                Visit(y > 0, at - columns);
                Visit(y + 1 < rows, at + columns);
            }

            if (box.Width >= LeastBlocks && box.Height >= LeastBlocks && box.Width < columns && count * 10 >= box.Width * box.Height * 7)
            {
                pictures.Add(new CellBox(
                    ground.Left + box.Left * side, ground.Top + box.Top * side, ground.Left + (box.Right + 1) * side - 1, ground.Top + (box.Bottom + 1) * side - 1));
            }
        }

        return pictures;

        void Visit(bool inside, int at)
        {
            if (inside && seen[at] <= few)
            {
                seen[at] = int.MaxValue;
                waiting.Push(at);
            }
        }
    }
}
