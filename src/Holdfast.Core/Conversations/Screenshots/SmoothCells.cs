namespace Holdfast.Conversations.Screenshots;

/// <summary>The cells of a picture that compression disturbed, each the mean of those around it, so that its ripples vanish.</summary>
internal static class SmoothCells
{
    /// <summary>Three bytes for each cell.</summary>
    internal static byte[] Of(CellGrid grid)
    {
        var rgb = grid.Pixels.Rgb.Span;
        var smooth = new byte[grid.Width * grid.Height * 3];
        var sums = new int[grid.Width * 3];
        for (var y = 0; y < grid.Height; y++)
        {
            // The sum of three rows, then of three columns.
            Array.Clear(sums);
            for (var dy = -1; dy <= 1; dy++)
            {
                var row = grid.Offset(0, Math.Clamp(y + dy, 0, grid.Height - 1));
                for (var x = 0; x < grid.Width; x++)
                {
                    for (var c = 0; c < 3; c++)
                        sums[x * 3 + c] += rgb[row + x * grid.Step * 3 + c];
                }
            }

            var to = smooth.AsSpan(y * grid.Width * 3, grid.Width * 3);
            for (var x = 0; x < grid.Width; x++)
            {
                var (left, right) = (Math.Max(0, x - 1) * 3, Math.Min(grid.Width - 1, x + 1) * 3);
                for (var c = 0; c < 3; c++)
                    to[x * 3 + c] = (byte)((sums[left + c] + sums[x * 3 + c] + sums[right + c]) / 9);
            }
        }

        return smooth;
    }
}
