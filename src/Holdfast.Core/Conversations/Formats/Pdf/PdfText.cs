using System.Text;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>The words of a whole PDF as lines, each with the page that it stands on.</summary>
internal sealed class PdfText
{
    private readonly List<(string Text, RecordPlace Page)> _lines = [];
    private readonly List<(long Offset, RecordPlace Page)> _starts = [];

    private PdfText()
    {
    }

    /// <summary>The lines; a tab stands for a wide gap.</summary>
    internal IReadOnlyList<(string Text, RecordPlace Page)> Lines => _lines;

    /// <summary>Pages that are pictures only.</summary>
    internal List<RecordPlace> PicturePages { get; } = [];

    /// <summary>True when letters were met whose meaning the file does not say.</summary>
    internal bool HasUnreadable { get; private set; }

    /// <summary>Reads all pages.</summary>
    internal static PdfText Of(PdfFile file, List<PdfPage> pages)
    {
        var result = new PdfText();
        for (var number = 1; number <= pages.Count; number++)
        {
            var page = pages[number - 1];
            var letters = new List<PdfLetter>();
            var drawing = new PdfDrawing(file, letters);
            drawing.Draw(page);
            result.HasUnreadable |= drawing.Unreadable > 0;
            // A page of nothing but letters without meaning is as good as a picture.
            var isReadable = letters.Exists(l => l.Text != PdfLetter.Unknown && !string.IsNullOrWhiteSpace(l.Text));
            var lines = isReadable ? PrintedFrame.Remove(PdfLayout.Lines(letters), number, pages.Count) : [];
            if (!isReadable && (drawing.Unreadable > 0 || HasPicture(file, page)))
                result.PicturePages.Add(page.Place);
            result._lines.AddRange(lines.Select(line => (line, page.Place)));
        }

        return result;
    }

    /// <summary>The lines as a text file.</summary>
    internal byte[] ToBytes()
    {
        using var held = new MemoryStream();
        foreach (var (text, page) in _lines)
        {
            if (_starts.Count == 0 || _starts[^1].Page != page)
                _starts.Add((held.Length, page));
            held.Write(Encoding.UTF8.GetBytes(text.Replace('\t', ' ')));
            held.WriteByte((byte)'\n');
        }

        return held.ToArray();
    }

    /// <summary>The place of the page on which an offset of <see cref="ToBytes"/> stands.</summary>
    internal RecordPlace PageAt(long offset)
    {
        var (low, high) = (0, _starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _starts[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return _starts.Count > 0 ? _starts[low].Page : default;
    }

    private static bool HasPicture(PdfFile file, PdfPage page) =>
        file.Dictionary(page.Resources, "XObject") is { } objects
        && objects.Values.Values.Any(o => (file.Resolve(o) as PdfDictionary)?.Values.GetValueOrDefault("Subtype") is PdfName { Value: "Image" });
}
