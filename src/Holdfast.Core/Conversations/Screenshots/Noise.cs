namespace Holdfast.Conversations.Screenshots;

/// <summary>How much the plain areas of a picture are disturbed by compression.</summary>
internal static class Noise
{
    // Differences of this size are none that anybody draws: gradients are finer, letters and bubbles coarser.
    private const int Least = 2;
    private const int Most = 7;

    /// <summary>True when there are ripples around the letters.</summary>
    internal static bool IsIn(CellGrid grid)
    {
        var rgb = grid.Pixels.Rgb.Span;
        var (small, large) = (0, 0);
        for (var y = 0; y < grid.Height; y += 3)
        {
            for (var x = 0; x + 2 < grid.Width; x += 2)
            {
                var (a, b) = (grid.Offset(x, y), grid.Offset(x + 2, y));
                var difference = Math.Max(Math.Abs(rgb[a] - rgb[b]), Math.Max(Math.Abs(rgb[a + 1] - rgb[b + 1]), Math.Abs(rgb[a + 2] - rgb[b + 2])));
                small += difference is >= Least and <= Most ? 1 : 0;
                large += difference > Most ? 1 : 0;
            }
        }

        // In a clean picture only a few of the edges happen to be so slight.
        return small * 3 > large;
    }
}
