using System.Runtime.InteropServices;

namespace Holdfast.Conversations.Screenshots;

/// <summary>Finds everything that is drawn on the plain areas of a picture.</summary>
internal static class Marks
{
    /// <summary>Most pieces in one picture; a photograph has more, a page of text never.</summary>
    internal const int Most = 60_000;

    // Patterns of wallpapers stay below, grey letters are above.
    private const int LeastContrast = 38;

    // Between two areas lies the soft edge of a bubble, not ink; an emoji or a letter between them is wider.
    private const int WidestEdge = 6;

    /// <summary>All pieces of ink, in no order; empty when there are more than <see cref="Most"/>.</summary>
    internal static List<Mark> Find(CellGrid grid, FlatRegions regions)
    {
        var runs = new List<InkRun>();
        var sets = new RunSets();
        var previous = 0;
        for (var y = 0; y < grid.Height; y++)
        {
            var start = runs.Count;
            AddRow(grid, regions, y, runs);
            Touch(runs, sets, previous, start);
            previous = start;
        }

        var marks = new Dictionary<int, Mark>();
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            ref var mark = ref CollectionsMarshal.GetValueRefOrAddDefault(marks, sets.Root(i), out var known);
            var box = new CellBox(run.Left, run.Y, run.Right, run.Y);
            mark = !known ? new Mark(box, run.Right - run.Left + 1, run.Region, run.Colour, run.Ground) : mark with
            {
                Box = mark.Box.With(box),
                Area = mark.Area + run.Right - run.Left + 1,
                Colour = run.Colour.DistanceTo(run.Ground) > mark.Contrast ? run.Colour : mark.Colour,
                Ground = run.Colour.DistanceTo(run.Ground) > mark.Contrast ? run.Ground : mark.Ground,
            };
        }

        var kept = marks.Values.Where(mark => mark.Area > 1).ToList();
        return kept.Count <= Most ? kept : [];
    }

    private static void AddRow(CellGrid grid, FlatRegions regions, int y, List<InkRun> runs)
    {
        var flat = regions.Row(y);
        var ids = regions.RowRegions(y);
        var (region, ground, known, x) = (-1, default(Rgb), false, 0);
        for (var i = 0; i <= flat.Length; i++)
        {
            if (i < flat.Length && ids[i] < 0)
                continue;
            var (end, next) = i < flat.Length ? (flat[i].Left, ids[i]) : (grid.Width, -1);
            var isEdge = next != region && end - x <= WidestEdge;
            if (known && !isEdge)
                AddInk(grid, y, x, end, region, ground, runs);
            else if (!known && i < flat.Length && !isEdge)
                AddInk(grid, y, x, end, next, grid.At(flat[i].Left, y), runs);
            if (i < flat.Length)
                (region, ground, known, x) = (next, grid.At(flat[i].Right, y), true, flat[i].Right + 1);
        }
    }

    private static void AddInk(CellGrid grid, int y, int from, int to, int region, Rgb ground, List<InkRun> runs)
    {
        var (start, best, colour) = (-1, 0, default(Rgb));
        for (var x = from; x <= to; x++)
        {
            var here = x < to ? grid.At(x, y) : ground;
            var contrast = here.DistanceTo(ground);
            if (contrast >= LeastContrast)
            {
                (start, best, colour) = start < 0 ? (x, contrast, here) : contrast > best ? (start, contrast, here) : (start, best, colour);
                continue;
            }

            if (start >= 0)
                runs.Add(new InkRun(y, start, x - 1, region, colour, ground));
            start = -1;
        }
    }

    private static void Touch(List<InkRun> runs, RunSets sets, int previous, int start)
    {
        var upper = previous;
        for (var i = start; i < runs.Count; i++)
        {
            sets.Add();
            while (upper < start && runs[upper].Right < runs[i].Left - 1)
                upper++;
            for (var j = upper; j < start && runs[j].Left <= runs[i].Right + 1; j++)
            {
                if (runs[j].Region == runs[i].Region)
                    sets.Join(j, i);
            }
        }
    }

    private readonly record struct InkRun(int Y, int Left, int Right, int Region, Rgb Colour, Rgb Ground);
}
