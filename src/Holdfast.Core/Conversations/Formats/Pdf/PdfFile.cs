namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>
/// The objects of a PDF. They are found by walking through the file, not by its table of places: that works for damaged
/// files as well, and the last object with a number is the one that counts, as it is after changes were saved.
/// </summary>
internal sealed class PdfFile
{
    // Of the shortest object, "1 0 obj 1 endobj", a file of the largest size could hold some tens of millions.
    private const int MostObjects = 1_000_000;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<int, object?> _objects = [];

    private PdfFile(byte[] bytes) => _bytes = bytes;

    /// <summary>What work the file may still make.</summary>
    internal PdfBudget Budget { get; } = new();

    /// <summary>True when the file is locked with a password.</summary>
    internal bool IsLocked { get; private set; }

    /// <summary>The objects, by number.</summary>
    internal IEnumerable<object?> Objects => _objects.OrderBy(o => o.Key).Select(o => o.Value);

    /// <summary>The outermost object.</summary>
    internal PdfDictionary? Catalog { get; private set; }

    /// <summary>Finds the objects.</summary>
    internal static PdfFile Read(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        file.Walk();
        return file;
    }

    /// <summary>Follows references to a value.</summary>
    internal object? Resolve(object? value)
    {
        for (var i = 0; i < 16 && value is PdfReference reference; i++)
            value = _objects.GetValueOrDefault(reference.Number);
        return value is PdfReference ? null : value;
    }

    /// <summary>A dictionary in a dictionary.</summary>
    internal PdfDictionary? Dictionary(PdfDictionary? of, string name) => Resolve(of?.Values.GetValueOrDefault(name)) as PdfDictionary;

    private void Walk()
    {
        var span = _bytes.Span;
        var at = 0;
        while (_objects.Count < MostObjects && Budget.Step() && span[at..].IndexOf("obj"u8) is var next and >= 0)
            at = Math.Min(span.Length, TryNumber(span, at + next, out var number) ? ReadObject(number, at + next) : at + next + 3);
        at = 0;
        while (Budget.Step() && span[at..].IndexOf("trailer"u8) is var next and >= 0)
        {
            at += next + 7;
            if (new PdfLexer(_bytes, at).Next() is PdfDictionary dictionary)
                TakeTrailer(dictionary);
        }

        if (_objects.Count >= MostObjects)
            Budget.Spend();
        foreach (var packed in _objects.Values.OfType<PdfDictionary>().Where(d => IsOfType(d, "ObjStm")).OrderBy(d => d.Place.Offset).ToList())
            ReadPacked(packed);
        Catalog = _objects.Values.OfType<PdfDictionary>().LastOrDefault(d => IsOfType(d, "Catalog"));
    }

    private static bool IsOfType(PdfDictionary dictionary, string type) => dictionary.Values.GetValueOrDefault("Type") is PdfName name && name.Value == type;

    private void TakeTrailer(PdfDictionary dictionary) => IsLocked |= dictionary.Values.GetValueOrDefault("Encrypt") is not null;

    // "12 0 obj": the number stands before the generation.
    private static bool TryNumber(ReadOnlySpan<byte> span, int keyword, out int number)
    {
        number = 0;
        var at = keyword;
        if (!Back(span, ref at, out _) || !Back(span, ref at, out var value) || value > int.MaxValue)
            return false;
        number = (int)value;
        return true;

        static bool Back(ReadOnlySpan<byte> span, ref int at, out long value)
        {
            value = 0;
            var end = at;
            while (end > 0 && span[end - 1] is 32 or 10 or 13 or 9)
                end--;
            var start = end;
            while (start > 0 && end - start < 10 && span[start - 1] is >= (byte)'0' and <= (byte)'9')
                start--;
            foreach (var b in span[start..end])
                value = value * 10 + (b - '0');
            at = start;
            return start < end;
        }
    }

    private int ReadObject(int number, int keyword)
    {
        var lexer = new PdfLexer(_bytes, keyword + 3);
        var value = lexer.Next();
        if (value is PdfDictionary dictionary)
        {
            lexer.SkipSpace();
            if (_bytes.Span[Math.Min(lexer.Position, _bytes.Length)..].StartsWith("stream"u8))
                lexer.Position = TakeStream(dictionary, lexer.Position + 6);
            dictionary.Place = new RecordPlace(keyword, Math.Min(lexer.Position, _bytes.Length) - keyword, 0);
            if (IsOfType(dictionary, "XRef"))
                TakeTrailer(dictionary);
        }

        if (value is not PdfKeyword && value != PdfLexer.End)
            _objects[number] = value;
        return Math.Max(lexer.Position, keyword + 3);
    }

    private int TakeStream(PdfDictionary dictionary, int start)
    {
        var span = _bytes.Span;
        if (start < span.Length && span[start] == '\r')
            start++;
        if (start < span.Length && span[start] == '\n')
            start++;
        // The length may stand in another object that is not read yet; the end shows anyway.
        var end = dictionary.Values.GetValueOrDefault("Length") is double length && length >= 0 && length <= span.Length - start
            && span[(start + (int)length)..].TrimStart("\r\n "u8).StartsWith("endstream"u8)
            ? start + (int)length
            : span[Math.Min(start, span.Length)..].IndexOf("endstream"u8) is var found and >= 0 ? start + found : span.Length;
        end = Math.Max(Math.Min(start, span.Length), end);
        dictionary.Stream = _bytes[Math.Min(start, span.Length)..end];
        return end;
    }

    // Objects packed together (7.5.7): pairs of number and place, then the objects.
    private void ReadPacked(PdfDictionary packed)
    {
        if (IsLocked || Resolve(packed.Values.GetValueOrDefault("N")) is not double count || Resolve(packed.Values.GetValueOrDefault("First")) is not double first)
            return;
        ReadOnlyMemory<byte> bytes = PdfFilters.Unpack(this, packed);
        var header = new PdfLexer(bytes, 0);
        for (var i = 0; i < count && _objects.Count < MostObjects && Budget.Step(); i++)
        {
            if (header.Next() is not double number || header.Next() is not double offset || number is < 0 or > int.MaxValue
                || first + offset is not (>= 0 and < int.MaxValue) || first + offset >= bytes.Length)
                return;
            _objects[(int)number] = new PdfLexer(bytes, (int)(first + offset)).Next();
        }
    }
}
