namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// Lets the plain areas of a compressed picture take in the disturbed cells beside them that have nearly their colour, and
/// makes one of areas of one colour that meet by that. Without it, ripples around the letters tear a narrow bubble to pieces.
/// </summary>
internal static class RegionGrowth
{
    private const int Most = 44;
    private const int SameColour = 6;

    /// <summary>The number of the area of each cell, or -1. Numbers are those given, or that of the first area of several that met.</summary>
    internal static int[] Grow(CellGrid grid, FlatRegions regions, byte[] smooth)
    {
        var labels = new int[grid.Width * grid.Height];
        for (var y = 0; y < grid.Height; y++)
        {
            labels.AsSpan(y * grid.Width, grid.Width).Fill(-1);
            var runs = regions.Row(y);
            var ids = regions.RowRegions(y);
            for (var i = 0; i < runs.Length; i++)
                labels.AsSpan(y * grid.Width + runs[i].Left, runs[i].Right - runs[i].Left + 1).Fill(ids[i]);
        }

        var colours = regions.All.Select(region => region.Colour).ToArray();
        var limits = Limits(regions);
        for (var round = 0; round < 2; round++)
        {
            for (var y = 0; y < grid.Height; y++)
                Sweep(grid, labels, smooth, colours, limits, y, y - 1);
            for (var y = grid.Height - 1; y >= 0; y--)
                Sweep(grid, labels, smooth, colours, limits, y, y + 1);
        }

        Merge(grid, labels, colours);
        return labels;
    }

    // Half the way to the ground at most, so that pale bubbles hardly grow.
    private static int[] Limits(FlatRegions regions)
    {
        var ground = regions.All.MaxBy(region => region.Area);
        return [.. regions.All.Select(region => region == ground ? 6 : Math.Min(Most, region.Colour.DistanceTo(ground!.Colour) * 45 / 100))];
    }

    private static void Sweep(CellGrid grid, int[] labels, byte[] smooth, Rgb[] colours, int[] limits, int y, int from)
    {
        var row = y * grid.Width;
        for (var x = 0; x < grid.Width; x++)
        {
            if (labels[row + x] < 0)
                labels[row + x] = Near(x > 0 ? labels[row + x - 1] : -1, row + x) ?? Near(from >= 0 && from < grid.Height ? labels[from * grid.Width + x] : -1, row + x) ?? -1;
        }

        for (var x = grid.Width - 2; x >= 0; x--)
        {
            if (labels[row + x] < 0)
                labels[row + x] = Near(labels[row + x + 1], row + x) ?? -1;
        }

        // The cell itself may ripple more than the mean of its surroundings; but the narrow gap between two bubbles, which the
        // mean hides, it does show.
        int? Near(int label, int cell) =>
            label >= 0 && colours[label].DistanceTo(new Rgb(smooth[cell * 3], smooth[cell * 3 + 1], smooth[cell * 3 + 2])) <= limits[label]
            && colours[label].DistanceTo(grid.At(cell % grid.Width, y)) <= limits[label] * 3 / 2 ? label : null;
    }

    private static void Merge(CellGrid grid, int[] labels, Rgb[] colours)
    {
        var sets = new RunSets();
        foreach (var _ in colours)
            sets.Add();
        for (var y = 0; y < grid.Height; y++)
        {
            for (var x = 0; x < grid.Width; x++)
            {
                var here = labels[y * grid.Width + x];
                if (here < 0)
                    continue;
                Meet(here, x > 0 ? labels[y * grid.Width + x - 1] : -1);
                Meet(here, y > 0 ? labels[(y - 1) * grid.Width + x] : -1);
            }
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                labels[i] = sets.Root(labels[i]);
        }

        void Meet(int here, int other)
        {
            if (other >= 0 && other != here && colours[here].DistanceTo(colours[other]) <= SameColour)
                sets.Join(here, other);
        }
    }
}
