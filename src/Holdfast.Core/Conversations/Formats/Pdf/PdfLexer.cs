using System.Buffers;
using System.Globalization;
using System.Text;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>
/// Takes PDF syntax apart (ISO 32000-1, 7.2 and 7.3): numbers are <c>double</c>, strings <c>byte[]</c>, arrays lists. It never
/// fails; what makes no sense becomes a keyword that nobody knows.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int position)
{
    /// <summary>Stands where there is nothing more.</summary>
    internal static readonly object End = new();

    private const int MostDepth = 64;
    private const int LongestName = 1_000;
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private static readonly PdfKeyword ArrayEnd = new("]");
    private static readonly PdfKeyword DictionaryEnd = new(">>");

    /// <summary>Where the next token is looked for.</summary>
    internal int Position { get; set; } = position;

    /// <summary>The next value or keyword.</summary>
    internal object? Next() => Next(0);

    /// <summary>Goes behind white space and comments.</summary>
    internal void SkipSpace()
    {
        var span = bytes.Span;
        while (Position < span.Length)
        {
            if (span[Position] == '%')
            {
                var end = span[Position..].IndexOfAny((byte)'\n', (byte)'\r');
                Position = end < 0 ? span.Length : Position + end;
            }
            else if (span[Position] is 0 or 9 or 10 or 12 or 13 or 32)
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private object? Next(int depth)
    {
        SkipSpace();
        var span = bytes.Span;
        if (Position >= span.Length)
            return End;
        var b = span[Position++];
        switch (b)
        {
            case (byte)'/':
                return Name(span);
            case (byte)'(':
                return Literal(span);
            case (byte)'<' when Position < span.Length && span[Position] == '<':
                Position++;
                return Dictionary(depth);
            case (byte)'<':
                return Hex(span);
            case (byte)'>' when Position < span.Length && span[Position] == '>':
                Position++;
                return DictionaryEnd;
            case (byte)'[':
                return Array(depth);
            case (byte)']':
                return ArrayEnd;
            case (byte)'{' or (byte)'}' or (byte)'>' or (byte)')':
                return new PdfKeyword(((char)b).ToString());
            default:
                Position--;
                return Word(span);
        }
    }

    private object? Word(ReadOnlySpan<byte> span)
    {
        var length = span[Position..].IndexOfAny(Delimiters);
        var word = length < 0 ? span[Position..] : span.Slice(Position, length);
        Position += word.Length;
        if (word[0] is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')
            && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        return word switch
        {
            _ when word.SequenceEqual("true"u8) => true,
            _ when word.SequenceEqual("false"u8) => false,
            _ when word.SequenceEqual("null"u8) => null,
            _ => new PdfKeyword(Encoding.Latin1.GetString(word[..Math.Min(word.Length, LongestName)])),
        };
    }

    private PdfName Name(ReadOnlySpan<byte> span)
    {
        var length = span[Position..].IndexOfAny(Delimiters);
        var raw = length < 0 ? span[Position..] : span.Slice(Position, length);
        Position += raw.Length;
        raw = raw[..Math.Min(raw.Length, LongestName)];
        if (!raw.Contains((byte)'#'))
            return new PdfName(Encoding.Latin1.GetString(raw));
        var name = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && byte.TryParse(raw.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                name.Append((char)value);
                i += 2;
            }
            else
            {
                name.Append((char)raw[i]);
            }
        }

        return new PdfName(name.ToString());
    }

    private byte[] Literal(ReadOnlySpan<byte> span)
    {
        var result = new ArrayBufferWriter<byte>();
        for (var open = 1; Position < span.Length;)
        {
            var b = span[Position++];
            if (b == '\\' && Position < span.Length)
            {
                Escape(span, result);
                continue;
            }

            open += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (open == 0)
                break;
            result.Write([b]);
        }

        return result.WrittenSpan.ToArray();
    }

    private void Escape(ReadOnlySpan<byte> span, ArrayBufferWriter<byte> result)
    {
        var b = span[Position++];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var value = b - '0';
            for (var i = 0; i < 2 && Position < span.Length && span[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                value = value * 8 + (span[Position++] - '0');
            result.Write([(byte)(value & 255)]);
            return;
        }

        if (b == '\r' && Position < span.Length && span[Position] == '\n')
            Position++;
        if (b is not ((byte)'\r' or (byte)'\n'))
        {
            result.Write([b switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                _ => b,
            }]);
        }
    }

    private byte[] Hex(ReadOnlySpan<byte> span)
    {
        var end = span[Position..].IndexOf((byte)'>');
        var raw = end < 0 ? span[Position..] : span.Slice(Position, end);
        Position += raw.Length + (end < 0 ? 0 : 1);
        var result = new ArrayBufferWriter<byte>();
        var half = -1;
        foreach (var b in raw)
        {
            if (!char.IsAsciiHexDigit((char)b))
                continue;
            var digit = HexDigit(b);
            if (half >= 0)
                result.Write([(byte)(half * 16 + digit)]);
            half = half >= 0 ? -1 : digit;
        }

        if (half >= 0)
            result.Write([(byte)(half * 16)]);
        return result.WrittenSpan.ToArray();
    }

    private static int HexDigit(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;

    private List<object?> Array(int depth)
    {
        var items = new List<object?>();
        while (depth < MostDepth)
        {
            var item = Next(depth + 1);
            if (item == End || ReferenceEquals(item, ArrayEnd))
                break;
            if (ReferenceEquals(item, DictionaryEnd) || item is PdfKeyword { Value: "endobj" })
                break;
            AddOrRefer(items, item);
        }

        return items;
    }

    private PdfDictionary Dictionary(int depth)
    {
        var result = new PdfDictionary();
        var values = new List<object?>();
        string? name = null;
        while (depth < MostDepth)
        {
            var item = Next(depth + 1);
            var isEnd = item == End || ReferenceEquals(item, DictionaryEnd) || item is PdfKeyword { Value: "endobj" or "stream" };
            // A name is a key when a value stands before it, else it is the value of the key before.
            if (!isEnd && !(item is PdfName && (name is null || values.Count > 0)))
            {
                AddOrRefer(values, item);
                continue;
            }

            if (name is not null)
                result.Values.TryAdd(name, values.Count > 0 ? values[^1] : null);
            if (isEnd)
            {
                if (item is PdfKeyword { Value: "endobj" or "stream" } word)
                    Position -= word.Value.Length;
                break;
            }

            name = ((PdfName)item!).Value;
            values.Clear();
        }

        return result;
    }

    // 12 0 R: two numbers and a letter are one reference.
    private static void AddOrRefer(List<object?> items, object? item)
    {
        if (item is PdfKeyword { Value: "R" } && items is [.., double number, double] && number is >= 0 and <= int.MaxValue)
        {
            items.RemoveAt(items.Count - 1);
            items[^1] = new PdfReference((int)number);
            return;
        }

        items.Add(item);
    }
}
