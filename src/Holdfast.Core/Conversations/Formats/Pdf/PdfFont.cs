namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>
/// What the codes of a font mean and how wide they are. Meaning comes from <c>ToUnicode</c>, else from the encoding and the
/// names of the letters; no font program is looked into. A code without meaning is no letter that could be read.
/// </summary>
internal sealed class PdfFont
{
    private readonly PdfCodeMap? _map;
    private readonly string?[] _letters = new string?[256];
    private readonly Dictionary<int, double> _widths = [];
    private readonly bool _isWide;
    private readonly double _defaultWidth;

    private PdfFont(PdfFile file, PdfDictionary font)
    {
        _isWide = font.Values.GetValueOrDefault("Subtype") is PdfName { Value: "Type0" };
        if (file.Dictionary(font, "ToUnicode") is { } stream)
            _map = PdfCodeMap.Read(PdfFilters.Unpack(file, stream), file.Budget);
        _defaultWidth = _isWide ? 1000 : 500;
        if (_isWide)
            ReadWideWidths(file, font, ref _defaultWidth);
        else
            ReadNarrow(file, font);
    }

    /// <summary>Reads a font.</summary>
    internal static PdfFont Read(PdfFile file, PdfDictionary font) => new(file, font);

    /// <summary>The letters of a string that is shown, each with its width in thousandths of the size.</summary>
    internal IEnumerable<(string? Text, double Width, bool IsSpace)> Show(byte[] codes)
    {
        var length = _isWide ? 2 : 1;
        for (var i = 0; i + length <= codes.Length; i += length)
        {
            var code = _isWide ? codes[i] << 8 | codes[i + 1] : codes[i];
            var text = _map?.Find(code) ?? (_isWide ? null : _letters[code]);
            yield return (text, _widths.GetValueOrDefault(code, _defaultWidth), !_isWide && code == 32);
        }
    }

    private void ReadNarrow(PdfFile file, PdfDictionary font)
    {
        var first = file.Resolve(font.Values.GetValueOrDefault("FirstChar")) is double f and >= 0 and < 256 ? (int)f : 0;
        if (file.Resolve(font.Values.GetValueOrDefault("Widths")) is List<object?> widths)
        {
            for (var i = 0; i < Math.Min(widths.Count, 256 - first); i++)
            {
                if (file.Resolve(widths[i]) is double width)
                    _widths[first + i] = width;
            }
        }

        var encoding = file.Resolve(font.Values.GetValueOrDefault("Encoding"));
        var name = encoding is PdfName n ? n.Value
            : encoding is PdfDictionary d && file.Resolve(d.Values.GetValueOrDefault("BaseEncoding")) is PdfName b ? b.Value : "";
        for (var i = 32; i < 256; i++)
            _letters[i] = PdfLetters.Of(name, i);
        if (encoding is PdfDictionary own && file.Resolve(own.Values.GetValueOrDefault("Differences")) is List<object?> differences)
            Differ(differences);
    }

    private void Differ(List<object?> differences)
    {
        var code = 0;
        foreach (var item in differences)
        {
            if (item is double number)
                code = number is >= 0 and < 256 ? (int)number : 256;
            else if (item is PdfName glyph && code < 256)
                _letters[code++] = PdfLetters.OfGlyph(glyph.Value);
        }
    }

    // "c [w w w]" gives widths from c on, "c d w" one for all from c to d (9.7.4.3).
    private void ReadWideWidths(PdfFile file, PdfDictionary font, ref double defaultWidth)
    {
        if (file.Resolve(font.Values.GetValueOrDefault("DescendantFonts")) is not List<object?> list || list.Count == 0
            || file.Resolve(list[0]) is not PdfDictionary descendant)
            return;
        if (file.Resolve(descendant.Values.GetValueOrDefault("DW")) is double width)
            defaultWidth = width;
        if (file.Resolve(descendant.Values.GetValueOrDefault("W")) is not List<object?> widths)
            return;
        for (var i = 0; i + 1 < widths.Count && _widths.Count < 65_536 && file.Budget.Step();)
        {
            if (file.Resolve(widths[i]) is not (double start and >= 0 and < 65_536))
                return;
            if (file.Resolve(widths[i + 1]) is List<object?> several)
            {
                for (var j = 0; j < Math.Min(several.Count, 65_536 - (int)start); j++)
                    _widths[(int)start + j] = file.Resolve(several[j]) as double? ?? defaultWidth;
                i += 2;
                continue;
            }

            if (i + 2 >= widths.Count || file.Resolve(widths[i + 1]) is not (double last and >= 0 and < 65_536) || file.Resolve(widths[i + 2]) is not double all)
                return;
            for (var code = (int)start; code <= (int)last; code++)
                _widths[code] = all;
            i += 3;
        }
    }
}
