using System.IO.Compression;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>Unpacks streams (ISO 32000-1, 7.4). Text is packed with Flate, now and then wrapped in ASCII; other filters are for pictures.</summary>
internal static class PdfFilters
{
    /// <summary>The bytes of a stream; empty when it is no stream, or packed in a way that text is not.</summary>
    internal static byte[] Unpack(PdfFile file, PdfDictionary dictionary)
    {
        if (dictionary.Stream is not { } packed)
            return [];
        var filters = Names(file.Resolve(dictionary.Values.GetValueOrDefault("Filter")), file);
        if (filters.Count > 4)
            return [];
        var bytes = packed;
        for (var i = 0; i < filters.Count; i++)
        {
            byte[]? next = filters[i] switch
            {
                "FlateDecode" or "Fl" => Predict(file, dictionary, i, Inflate(bytes, file.Budget)),
                "ASCIIHexDecode" or "AHx" => (byte[])new PdfLexer((byte[])[(byte)'<', .. bytes.Span], 0).Next()!,
                "ASCII85Decode" or "A85" => Ascii85(bytes.Span),
                _ => null,
            };
            if (next is null)
                return [];
            file.Budget.Unpacked(next.Length);
            bytes = next;
        }

        return bytes.ToArray();
    }

    private static List<string> Names(object? filter, PdfFile file) => filter switch
    {
        PdfName name => [name.Value],
        List<object?> list => [.. list.Take(5).Select(file.Resolve).OfType<PdfName>().Select(n => n.Value)],
        _ => [],
    };

    private static byte[] Inflate(ReadOnlyMemory<byte> packed, PdfBudget budget)
    {
        using var held = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            int got;
            while ((got = stream.Read(buffer)) > 0)
            {
                if (held.Length + got > budget.LeftForStream)
                {
                    budget.Spend();
                    break;
                }

                held.Write(buffer, 0, got);
            }
        }
        catch (InvalidDataException)
        {
            // What came before the damage is kept, as every viewer does.
        }

        return held.ToArray();
    }

    // The PNG filters, which writers use for tables of numbers.
    private static byte[] Predict(PdfFile file, PdfDictionary dictionary, int index, byte[] bytes)
    {
        var parameters = file.Resolve(dictionary.Values.GetValueOrDefault("DecodeParms"));
        if (parameters is List<object?> list)
            parameters = index < list.Count ? file.Resolve(list[index]) : null;
        if (parameters is not PdfDictionary options || file.Resolve(options.Values.GetValueOrDefault("Predictor")) is not (double and >= 10 and <= 15))
            return bytes;
        var columns = file.Resolve(options.Values.GetValueOrDefault("Columns")) is double c and >= 1 and <= 100_000 ? (int)c : 1;
        var rows = bytes.Length / (columns + 1);
        var result = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var kind = bytes[row * (columns + 1)];
            for (var i = 0; i < columns; i++)
            {
                var left = i > 0 ? result[row * columns + i - 1] : 0;
                var up = row > 0 ? result[(row - 1) * columns + i] : 0;
                var corner = i > 0 && row > 0 ? result[(row - 1) * columns + i - 1] : 0;
                var guess = kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                result[row * columns + i] = (byte)(bytes[row * (columns + 1) + 1 + i] + guess & 255);
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static byte[] Ascii85(ReadOnlySpan<byte> text)
    {
        using var held = new MemoryStream();
        uint value = 0;
        var count = 0;
        foreach (var b in text)
        {
            if (b == '~')
                break;
            if (b == 'z' && count == 0)
            {
                held.Write([0, 0, 0, 0]);
                continue;
            }

            if (b is < (byte)'!' or > (byte)'u')
                continue;
            value = unchecked(value * 85 + (uint)(b - '!'));
            if (++count < 5)
                continue;
            held.Write([(byte)(value >> 24), (byte)(value >> 16 & 255), (byte)(value >> 8 & 255), (byte)(value & 255)]);
            (value, count) = (0, 0);
        }

        for (var i = count; i is > 1 and < 5; i++)
            value = unchecked(value * 85 + 84);
        for (var i = 0; i < count - 1; i++)
            held.WriteByte((byte)(value >> 24 - 8 * i & 255));
        return held.ToArray();
    }
}
