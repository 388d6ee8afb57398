namespace Holdfast.Conversations.Screenshots;

/// <summary>A piece of a picture made ready for reading, and the way back from its pixels to those of the picture.</summary>
internal sealed class TextCutout
{
    // What Tesseract was trained on, as capitals are high there.
    private const double CapitalHeight = 34;
    private const int Border = 14;
    private const int LeastLevel = 50;
    private const int EndRows = 20;
    private const double LargestScale = 4;
    private const double MostPixels = 16e6;

    private readonly PictureBox _area;
    private readonly double _scale;

    private TextCutout(PictureBox area, double scale, GreyImage image) => (_area, _scale, Image) = (area, scale, image);

    /// <summary>Dark letters on white.</summary>
    internal GreyImage Image { get; }

    /// <summary>Cuts out, makes dark on light, and scales.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="area">The piece; its left and right edges lie on plain ground.</param>
    /// <param name="erase">Parts that are no letters.</param>
    /// <param name="em">Size of the font in pixels.</param>
    /// <param name="enlarge">1, or more for a second look at a larger scale.</param>
    internal static TextCutout Of(Pixels pixels, PictureBox area, IReadOnlyList<PictureBox> erase, double em, double enlarge = 1)
    {
        var scale = Math.Min(LargestScale, CapitalHeight / (0.72 * em));
        scale = (scale is > 0.85 and < 1.25 ? 1 : Math.Max(0.25, scale)) * enlarge;
        scale = Math.Min(scale, Math.Sqrt(MostPixels / ((double)area.Width * area.Height)));
        var ink = Ink(pixels, area);
        Level(ink, area.Width, area.Height, Math.Max(4, (int)(em * 0.6)));
        foreach (var box in erase)
            Erase(ink, area, box);
        return new TextCutout(area, scale, Framed(ink, area.Width, area.Height, scale));
    }

    /// <summary>Where a piece of the cutout stands in the picture; never outside of the area that was cut.</summary>
    internal PictureBox ToPicture(PictureBox box)
    {
        var left = Place(box.X, _area.X, _area.Width);
        var top = Place(box.Y, _area.Y, _area.Height);
        var right = Place((long)box.X + box.Width, _area.X, _area.Width);
        var bottom = Place((long)box.Y + box.Height, _area.Y, _area.Height);
        return new PictureBox(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }

    private int Place(long at, int start, int length) => start + (int)Math.Clamp((at - Border) / _scale, 0, length);

    // Ink is what differs from the ground, and the ground of a row is what stands at both its ends: so gradients vanish,
    // and light letters on dark come out the same as dark ones on light.
    private static byte[] Ink(Pixels pixels, PictureBox area)
    {
        var rgb = pixels.Rgb.Span;
        var ink = new byte[area.Width * area.Height];
        var counts = new long[256];
        var (firsts, lasts) = (Ends(pixels, area, 0), Ends(pixels, area, area.Width - Math.Min(3, area.Width)));
        for (var y = 0; y < area.Height; y++)
        {
            var row = rgb.Slice(((area.Y + y) * pixels.Width + area.X) * 3, area.Width * 3);
            var (first, last) = (firsts[y], lasts[y]);
            for (var x = 0; x < area.Width; x++)
            {
                var difference = 0;
                for (var c = 0; c < 3; c++)
                {
                    var ground = first[c] + (last[c] - first[c]) * x / area.Width;
                    difference = Math.Max(difference, Math.Abs(row[x * 3 + c] - ground));
                }

                ink[y * area.Width + x] = (byte)difference;
                counts[difference]++;
            }
        }

        Stretch(ink, counts);
        return ink;
    }

    // The ground at one end of each row. The middle of the values of some rows, so that a letter at the edge does no harm.
    private static int[][] Ends(Pixels pixels, PictureBox area, int from)
    {
        var rgb = pixels.Rgb.Span;
        var raw = new int[area.Height][];
        for (var y = 0; y < area.Height; y++)
        {
            var sum = new int[3];
            var count = Math.Min(3, area.Width - from);
            for (var x = 0; x < count * 3; x++)
                sum[x % 3] += rgb[((area.Y + y) * pixels.Width + area.X + from) * 3 + x];
            raw[y] = [sum[0] / count, sum[1] / count, sum[2] / count];
        }

        var smooth = new int[area.Height][];
        var some = new int[2 * EndRows + 1];
        for (var y = 0; y < area.Height; y++)
        {
            var (low, high) = (Math.Max(0, y - EndRows), Math.Min(area.Height - 1, y + EndRows));
            smooth[y] = new int[3];
            for (var c = 0; c < 3; c++)
            {
                for (var i = low; i <= high; i++)
                    some[i - low] = raw[i][c];
                Array.Sort(some, 0, high - low + 1);
                smooth[y][c] = some[(high - low) / 2];
            }
        }

        return smooth;
    }

    // The darkest hundredth becomes black; the faint rest of compression becomes white.
    private static void Stretch(byte[] ink, long[] counts)
    {
        var (full, seen) = (255, 0L);
        while (full > 48 && (seen += counts[full]) * 100 < ink.Length)
            full--;
        var least = full / 8;
        for (var i = 0; i < ink.Length; i++)
            ink[i] = (byte)Math.Clamp((ink[i] - least) * 255 / (full - least), 0, 255);
    }

    // A link may be much paler than the words beside it: each piece is made as dark as its darkest letter allows.
    private static void Level(byte[] ink, int width, int height, int side)
    {
        var (columns, rows) = ((width + side - 1) / side, (height + side - 1) / side);
        var darkest = new byte[columns * rows];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                ref var here = ref darkest[y / side * columns + x / side];
                here = Math.Max(here, ink[y * width + x]);
            }
        }

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var most = Most(darkest, columns, rows, x / side, y / side);
                if (most is >= LeastLevel and < 230)
                    ink[y * width + x] = (byte)Math.Min(255, ink[y * width + x] * 255 / most);
            }
        }
    }

    private static int Most(byte[] darkest, int columns, int rows, int column, int row)
    {
        var most = 0;
        for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
        {
            for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++)
                most = Math.Max(most, darkest[y * columns + x]);
        }

        return most;
    }

    private static void Erase(byte[] ink, PictureBox area, PictureBox box)
    {
        var (left, right) = (Math.Max(0, box.X - area.X), Math.Min(area.Width, box.Right - area.X));
        for (var y = Math.Max(0, box.Y - area.Y); y < Math.Min(area.Height, box.Bottom - area.Y); y++)
        {
            if (right > left)
                ink.AsSpan(y * area.Width + left, right - left).Clear();
        }
    }

    private static GreyImage Framed(byte[] ink, int width, int height, double scale)
    {
        var (newWidth, newHeight) = (Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        var scaled = scale == 1 ? ink : Resampling.Scale(ink, width, height, newWidth, newHeight);
        var (fullWidth, fullHeight) = (newWidth + 2 * Border, newHeight + 2 * Border);
        var grey = new byte[fullWidth * fullHeight];
        Array.Fill(grey, (byte)255);
        for (var y = 0; y < newHeight; y++)
        {
            var to = grey.AsSpan((y + Border) * fullWidth + Border, newWidth);
            var from = scaled.AsSpan(y * newWidth, newWidth);
            for (var x = 0; x < newWidth; x++)
                to[x] = (byte)(255 - from[x]);
        }

        return new GreyImage(fullWidth, fullHeight, grey);
    }
}
