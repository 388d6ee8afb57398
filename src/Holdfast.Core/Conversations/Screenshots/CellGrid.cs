namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// A picture seen through a coarser grid: one pixel out of every <see cref="Step"/> in each direction. Shapes are found on
/// the cells, letters are cut out of the pixels. Nothing is copied, so a long picture costs no second one.
/// </summary>
internal sealed class CellGrid
{
    // Letters must stay a few cells wide: phones draw at two or three pixels a point, computer screens at one.
    private const int WidestAtFullSize = 720;

    internal CellGrid(Pixels pixels)
    {
        Pixels = pixels;
        Step = pixels.Width > WidestAtFullSize && pixels.Height > pixels.Width ? 2 : 1;
        Width = (pixels.Width + Step - 1) / Step;
        Height = (pixels.Height + Step - 1) / Step;
    }

    /// <summary>The picture.</summary>
    internal Pixels Pixels { get; }

    /// <summary>Pixels between two cells.</summary>
    internal int Step { get; }

    /// <summary>Number of columns.</summary>
    internal int Width { get; }

    /// <summary>Number of rows.</summary>
    internal int Height { get; }

    /// <summary>Where the bytes of a cell begin in the picture.</summary>
    internal int Offset(int x, int y) => (y * Step * Pixels.Width + x * Step) * 3;

    /// <summary>The colour of a cell.</summary>
    internal Rgb At(int x, int y)
    {
        var bytes = Pixels.Rgb.Span.Slice(Offset(x, y), 3);
        return new Rgb(bytes[0], bytes[1], bytes[2]);
    }

    /// <summary>The pixels under a rectangle of cells, cut at the edges of the picture.</summary>
    internal PictureBox ToPixels(CellBox box)
    {
        var (left, top) = (Math.Max(0, box.Left * Step), Math.Max(0, box.Top * Step));
        var right = Math.Min(Pixels.Width, (box.Right + 1) * Step);
        var bottom = Math.Min(Pixels.Height, (box.Bottom + 1) * Step);
        return new PictureBox(left, top, Math.Max(1, right - left), Math.Max(1, bottom - top));
    }
}
