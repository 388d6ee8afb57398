using System.Globalization;
using System.Text;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Screenshots;

/// <summary>Keeps every piece that is handed to the recogniser as a picture, with what was read, to look at.</summary>
internal sealed class DumpingRecogniser(ITextRecogniser inner, string folder) : ITextRecogniser
{
    private int _count;

    public IReadOnlyList<RecognisedWord> Recognise(GreyImage image, TextBlockShape shape)
    {
        var words = inner.Recognise(image, shape);
        var name = Path.Combine(folder, (++_count).ToString("0000", CultureInfo.InvariantCulture));
        File.WriteAllBytes(name + ".pgm", [.. Encoding.ASCII.GetBytes($"P5 {image.Width} {image.Height} 255\n"), .. image.Grey.Span]);
        File.WriteAllText(name + ".txt", string.Join('\n', words.GroupBy(word => word.Line).Select(line => string.Join(' ', line.Select(word => $"{word.Text}({word.Confidence:0.00})")))));
        return words;
    }
}
