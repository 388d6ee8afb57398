using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Holdfast.Core.Tests.Conversations.Formats.Pdf;

/// <summary>Writes small PDFs by hand: pages with lines of text, as programs print them.</summary>
internal sealed class PdfWriter
{
    private readonly MemoryStream _file = new();
    private int _objects;

    internal PdfWriter() => Write("%PDF-1.7\n");

    /// <summary>A PDF whose pages show lines in a font of one byte a letter.</summary>
    internal static byte[] Of(params string[][] pages) => Of(pack: false, pages);

    internal static byte[] Of(bool pack, params string[][] pages)
    {
        var writer = new PdfWriter();
        var font = writer.Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        return writer.Finish(font, pages.Select(page => writer.Stream("", Drawing(page), pack)));
    }

    /// <summary>The drawing of lines from the top of a page, a tab moving far to the right.</summary>
    internal static byte[] Drawing(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var x = 50;
            foreach (var part in lines[i].Split('\t'))
            {
                var escaped = part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
                text.Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {780 - 14 * i} Td ({escaped}) Tj ET\n");
                x += 300;
            }
        }

        return Encoding.Latin1.GetBytes(text.ToString());
    }

    internal int Object(string text)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"{++_objects} 0 obj\n{text}\nendobj\n"));
        return _objects;
    }

    internal int Stream(string dictionary, byte[] bytes, bool pack = false)
    {
        if (pack)
        {
            using var held = new MemoryStream();
            using (var zlib = new ZLibStream(held, CompressionLevel.Optimal, leaveOpen: true))
                zlib.Write(bytes);
            bytes = held.ToArray();
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"{++_objects} 0 obj\n<< /Length {bytes.Length}{(pack ? " /Filter /FlateDecode" : "")} {dictionary} >>\nstream\n"));
        _file.Write(bytes);
        Write("\nendstream\nendobj\n");
        return _objects;
    }

    internal byte[] Finish(int font, IEnumerable<int> contents, string trailer = "", string resources = "")
    {
        var drawn = contents.ToList();
        var parent = _objects + drawn.Count + 1;
        var pages = drawn.Select(c => Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {parent} 0 R /Contents {c} 0 R /Resources << /Font << /F1 {font} 0 R >> {resources} >> >>"))).ToList();
        var tree = Object($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(p => $"{p} 0 R"))}] >>");
        var root = Object(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Catalog /Pages {tree} 0 R >>"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Root {root} 0 R /Size {_objects + 1} {trailer} >>\n%%EOF\n"));
        return _file.ToArray();
    }

    private void Write(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
}
