using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Core.Tests.Conversations.Screenshots;

/// <summary>
/// Paints screens of a chat without any font: each line of text is a row of eight bars, long ones for 1 and short ones
/// for 0, so that the recogniser of the tests can tell which line it sees whatever was cut, scaled or inverted.
/// </summary>
internal sealed class PaintedScreen
{
    internal const int Bars = 10;
    internal const int Short = 14;
    internal const int Long = 20;
    private const int BarWidth = 8;
    private const int Gap = 4;

    private readonly byte[] _rgb;
    private readonly BarReader _reader;

    internal PaintedScreen(BarReader reader, int width, int height, uint ground)
    {
        (_reader, Width, Height, _rgb) = (reader, width, height, new byte[width * height * 3]);
        Fill(0, 0, width, height, ground);
    }

    internal int Width { get; }

    internal int Height { get; }

    internal static int TextWidth => Bars * (BarWidth + Gap);

    internal Pixels Pixels => new(Width, Height, _rgb);

    internal PaintedScreen Fill(int x, int y, int width, int height, uint colour)
    {
        for (var row = Math.Max(0, y); row < Math.Min(Height, y + height); row++)
        {
            for (var column = Math.Max(0, x); column < Math.Min(Width, x + width); column++)
                Dot(column, row, colour);
        }

        return this;
    }

    internal PaintedScreen Bubble(int x, int y, uint fill, uint ink, params string[] lines)
    {
        var (width, height) = (TextWidth + 24, lines.Length * 34 + 16);
        Round(x, y, width, height, fill);
        for (var i = 0; i < lines.Length; i++)
            Text(x + 12, y + 12 + i * 34, ink, lines[i]);
        return this;
    }

    internal PaintedScreen Round(int x, int y, int width, int height, uint fill)
    {
        for (var row = 0; row < height; row++)
        {
            // Corners are cut at an angle of 45 degrees.
            var cut = Math.Max(0, 10 - Math.Min(row, height - 1 - row));
            Fill(x + cut, y + row, width - 2 * cut, 1, fill);
        }

        return this;
    }

    internal PaintedScreen Text(int x, int y, uint ink, string text)
    {
        var id = _reader.IdOf(text);
        for (var bit = 0; bit < Bars; bit++)
        {
            var height = (id >> bit & 1) != 0 ? Long : Short;
            Fill(x + bit * (BarWidth + Gap), y + Long - height, BarWidth, height, ink);
        }

        return this;
    }

    internal PaintedScreen Photo(int x, int y, int width, int height)
    {
        for (var row = y; row < y + height; row++)
        {
            for (var column = x; column < x + width; column++)
                Dot(column, row, (uint)((column * 2654435761L ^ row * 40503L) >> 7 & 0xffffff));
        }

        return this;
    }

    private void Dot(int x, int y, uint colour)
    {
        var at = (y * Width + x) * 3;
        (_rgb[at], _rgb[at + 1], _rgb[at + 2]) = ((byte)(colour >> 16 & 0xff), (byte)(colour >> 8 & 0xff), (byte)(colour & 0xff));
    }
}

/// <summary>A recogniser that knows the truth: it reads the bars that <see cref="PaintedScreen"/> paints.</summary>
internal sealed class BarReader : ITextRecogniser
{
    private readonly List<string> _texts = [];

    /// <summary>Changes what is read, as a real recogniser makes slips.</summary>
    internal Func<string, string> Slip { get; init; } = text => text;

    /// <summary>False as soon as an image was not dark on light.</summary>
    internal bool AllDarkOnLight { get; private set; } = true;

    // The lowest and the highest bit are always set, so that every line has its full width and a long bar.
    internal int IdOf(string text)
    {
        var at = _texts.IndexOf(text);
        if (at < 0)
        {
            at = _texts.Count;
            _texts.Add(text);
        }

        return at << 1 | 1 | 1 << (PaintedScreen.Bars - 1);
    }

    public IReadOnlyList<RecognisedWord> Recognise(GreyImage image, TextBlockShape shape)
    {
        var grey = image.Grey.ToArray();
        AllDarkOnLight &= grey.Count(value => value > 128) * 2 > grey.Length;
        var words = new List<RecognisedWord>();
        var (line, start) = (0, -1);
        for (var y = 0; y <= image.Height; y++)
        {
            var hasInk = y < image.Height && HasInk(grey.AsSpan(y * image.Width, image.Width));
            if (hasInk && start < 0)
                start = y;
            if (!hasInk && start >= 0)
            {
                words.AddRange(Line(image.Width, grey, start, y, line++));
                start = -1;
            }
        }

        return words;
    }

    private IEnumerable<RecognisedWord> Line(int width, byte[] grey, int top, int bottom, int line)
    {
        var (bars, start) = (new List<(int Left, int Right, int Height)>(), -1);
        for (var x = 0; x <= width; x++)
        {
            var height = x < width ? Enumerable.Range(top, bottom - top).Count(y => grey[y * width + x] < 128) : 0;
            if (height > 0 && start < 0)
                start = x;
            if (height == 0 && start >= 0)
            {
                bars.Add((start, x, Enumerable.Range(top, bottom - top).Count(y => grey[y * width + (start + x) / 2] < 128)));
                start = -1;
            }
        }

        if (bars.Count != PaintedScreen.Bars)
            yield break;
        var tallest = bars.Max(bar => bar.Height);
        var id = bars.Select((bar, bit) => bar.Height * 10 > tallest * 8.5 ? 1 << bit : 0).Sum();
        var at = (id & ~(1 << (PaintedScreen.Bars - 1))) >> 1;
        if (at >= _texts.Count)
            yield break;
        var words = Slip(_texts[at]).Split(' ');
        var (left, each) = (bars[0].Left, (bars[^1].Right - bars[0].Left) / words.Length);
        for (var i = 0; i < words.Length; i++)
            yield return new RecognisedWord(words[i], new PictureBox(left + i * each, top, each - 2, bottom - top), 0.9, line);
    }

    private static bool HasInk(ReadOnlySpan<byte> row)
    {
        foreach (var value in row)
        {
            if (value < 128)
                return true;
        }

        return false;
    }
}

/// <summary>Gives out pictures that were painted: the bytes of a file are the number of its picture.</summary>
internal sealed class PaintedDecoder(params IReadOnlyList<Pixels> pictures) : IPictureDecoder
{
    internal IReadOnlyList<ExportFile> Files => [.. pictures.Select((_, i) => ExportFile.FromBytes($"{i}.png", [(byte)i]))];

    public Pixels? Decode(ReadOnlyMemory<byte> bytes) => bytes.Length == 1 ? pictures[bytes.Span[0]] : null;
}
