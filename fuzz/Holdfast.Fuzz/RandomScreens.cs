using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Fuzz;

/// <summary>Pictures of any shape, with any words anywhere: what a broken decoder or recogniser might give.</summary>
internal sealed class RandomScreens(byte[] input) : IPictureDecoder, ITextRecogniser
{
    private readonly Random _random = new(input.Aggregate(17, (sum, b) => unchecked(sum * 31 + b)));

    /// <summary>Reads one to three such pictures.</summary>
    internal void Read(ReadingOptions options)
    {
        var pictures = Enumerable.Range(0, _random.Next(1, 4)).Select(i => ExportFile.FromBytes($"{i}.png", input)).ToList();
        var sink = new CheckingSink(input.Length, options);
        ScreenshotReader.Read(pictures, this, this, options, sink);
        sink.Complete();
    }

    public Pixels? Decode(ReadOnlyMemory<byte> bytes)
    {
        var (width, height) = _random.Next(12) == 0 ? (_random.Next(1, 4), _random.Next(1, 2000)) : (_random.Next(1, 400), _random.Next(1, 700));
        var rgb = new byte[3 * width * height];
        rgb.AsSpan().Fill((byte)_random.Next(256));
        for (var boxes = _random.Next(30); boxes > 0; boxes--)
        {
            var (left, top) = (_random.Next(width), _random.Next(height));
            var (right, bottom) = (_random.Next(left, width), _random.Next(top, height));
            var (red, green, blue) = ((byte)_random.Next(256), (byte)_random.Next(256), (byte)_random.Next(256));
            var isNoise = _random.Next(8) == 0;
            for (var y = top; y <= bottom; y++)
            {
                for (var x = left; x <= right; x++)
                {
                    var at = 3 * (y * width + x);
                    (rgb[at], rgb[at + 1], rgb[at + 2]) = isNoise ? ((byte)_random.Next(256), (byte)_random.Next(256), blue) : (red, green, blue);
                }
            }
        }

        return new Pixels(width, height, rgb);
    }

    public IReadOnlyList<RecognisedWord> Recognise(GreyImage image, TextBlockShape shape)
    {
        var words = new List<RecognisedWord>();
        var line = 0;
        for (var count = _random.Next(40); count > 0; count--)
        {
            line += _random.Next(3) == 0 ? 1 : 0;
            var isWild = _random.Next(10) == 0;
            var (x, y) = isWild ? (_random.Next(-50, 5000), _random.Next(-50, 5000)) : (_random.Next(image.Width), _random.Next(image.Height));
            var box = new PictureBox(x, y, isWild ? _random.Next(-5, 5000) : _random.Next(1, 80), isWild ? _random.Next(-5, 5000) : _random.Next(1, 40));
            words.Add(new RecognisedWord(Word(), box, isWild ? double.NaN : _random.NextDouble(), line));
        }

        return words;
    }

    private string Word() => _random.Next(8) switch
    {
        0 => "",
        1 => " ",
        2 => "21:05",
        3 => "12/06/2024",
        4 => "Yesterday",
        5 => "\uD83D\uDE08",
        6 => new string((char)_random.Next(32, 0xD7FF), _random.Next(1, 50)),
        _ => Piece(),
    };

    private string Piece()
    {
        var start = _random.Next(input.Length + 1);
        return Encoding.UTF8.GetString(input, start, Math.Min(_random.Next(20), input.Length - start));
    }
}
