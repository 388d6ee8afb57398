using System.Buffers;
using System.Globalization;

namespace Holdfast.Preservation;

/// <summary>What the next bytes mean to a reader of base64.</summary>
internal enum UnitKind
{
    /// <summary>Something that ends a run.</summary>
    Other,

    /// <summary>A base64 digit (RFC 4648 section 4 or 5).</summary>
    Digit,

    /// <summary>A digit of RFC 4648 section 5 (a hyphen) that is followed by another hyphen.</summary>
    Hyphens,

    /// <summary>Padding.</summary>
    Pad,

    /// <summary>An equals sign and a line end: padding, or the soft line break of quoted-printable (RFC 2045 section 6.7).</summary>
    PadOrSoftBreak,

    /// <summary>A line end, real or escaped.</summary>
    LineEnd,

    /// <summary>A space or tab, real or escaped.</summary>
    Blank,

    /// <summary>A quote mark (<c>&gt;</c>), which means nothing at the start of a line.</summary>
    QuoteMark,

    /// <summary>An escaped carriage return; the line feed follows.</summary>
    Nothing,
}

/// <summary>One step through text that may be base64, with the escapes of JSON, HTML, quoted-printable and URLs undone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The digit's value; for others the byte.</param>
/// <param name="Length">Number of bytes taken.</param>
internal readonly record struct Base64Unit(UnitKind Kind, byte Value, int Length)
{
    private static readonly sbyte[] Digits = MakeDigits();

    private static readonly SearchValues<byte> Starts =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_\\%&="u8);

    /// <summary>Place of the first byte that can begin a digit, or -1.</summary>
    public static int IndexOfStart(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(Starts);

    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(" ,.:;!?'\"()[]{}<>*#@|~^`$\u0009"u8);

    /// <summary>
    /// Number of bytes of a word that is too short to be a run of its own (<see cref="Base64Runs"/> wants 28 digits, and goes
    /// over a blank only after 16) and that nothing can follow; 0 when there is no such word. Most words of a text are passed
    /// over here.
    /// </summary>
    public static int LengthOfWord(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < 16 && length < bytes.Length && Digits[bytes[length]] >= 0)
            length++;
        return length < Math.Min(16, bytes.Length) && (bytes[length] >= 0x80 || WordEnds.Contains(bytes[length])) ? length : 0;
    }

    /// <summary>Reads one unit; <paramref name="b"/> is not empty and holds 16 bytes unless the file ends.</summary>
    public static Base64Unit Read(ReadOnlySpan<byte> b)
    {
        var c = b[0];
        if (Digits[c] >= 0)
            return new(b is [(byte)'-', (byte)'-', ..] ? UnitKind.Hyphens : UnitKind.Digit, (byte)Digits[c], 1);
        var next = b.Length > 1 ? b[1] : (byte)0;
        return c switch
        {
            (byte)'\r' => new(UnitKind.LineEnd, c, next == '\n' ? 2 : 1),
            (byte)'=' when next == '\r' => new(UnitKind.PadOrSoftBreak, c, b.Length > 2 && b[2] == '\n' ? 3 : 2),
            (byte)'=' when next == '\n' => new(UnitKind.PadOrSoftBreak, c, 2),
            (byte)'=' => Hex(b, 1, 2) is { } q ? Plain((byte)q, 3) : new(UnitKind.Pad, c, 1),
            (byte)'%' when Hex(b, 1, 2) is { } p => Plain((byte)p, 3),
            (byte)'\\' => Backslash(b, next),
            (byte)'&' when next == '#' => Entity(b),
            _ => Plain(c, 1),
        };
    }

    private static Base64Unit Plain(byte c, int length) => c switch
    {
        _ when Digits[c] >= 0 => new(UnitKind.Digit, (byte)Digits[c], length),
        (byte)'=' => new(UnitKind.Pad, c, length),
        (byte)'\n' => new(UnitKind.LineEnd, c, length),
        (byte)'\r' => new(UnitKind.Nothing, c, length),
        (byte)' ' or (byte)'\t' => new(UnitKind.Blank, c, length),
        (byte)'>' => new(UnitKind.QuoteMark, c, length),
        _ => new(UnitKind.Other, c, length),
    };

    private static Base64Unit Backslash(ReadOnlySpan<byte> b, byte next) => next switch
    {
        (byte)'n' => new(UnitKind.LineEnd, (byte)'\n', 2),
        (byte)'r' => new(UnitKind.Nothing, (byte)'\r', 2),
        (byte)'t' => new(UnitKind.Blank, (byte)'\t', 2),
        (byte)'/' or (byte)'+' or (byte)'=' => Plain(next, 2),
        (byte)'\\' when b.Length > 2 && b[2] is (byte)'n' or (byte)'r' or (byte)'/' => new(UnitKind.Nothing, next, 1),
        (byte)'\r' => new(UnitKind.Nothing, next, 1),
        (byte)'\n' => new(UnitKind.Nothing, next, 2),
        (byte)'u' when Hex(b, 2, 4) is { } u and < 0x80 => Plain((byte)u, 6),
        (byte)'x' when Hex(b, 2, 2) is { } x => Plain((byte)x, 4),
        _ => new(UnitKind.Other, (byte)'\\', 1),
    };

    private static Base64Unit Entity(ReadOnlySpan<byte> b)
    {
        var end = b.IndexOf((byte)';');
        if (end is < 3 or > 8)
            return new(UnitKind.Other, (byte)'&', 1);
        var digits = b[2..end];
        int value;
        var ok = digits[0] is (byte)'x' or (byte)'X'
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        return ok && value is > 0 and < 0x80 ? Plain((byte)value, end + 1) : new(UnitKind.Other, (byte)'&', 1);
    }

    private static int? Hex(ReadOnlySpan<byte> b, int start, int count)
    {
        if (b.Length < start + count)
            return null;
        var value = 0;
        foreach (var c in b.Slice(start, count))
        {
            if (!char.IsAsciiHexDigit((char)c))
                return null;
            value = value << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        return value;
    }

    private static sbyte[] MakeDigits()
    {
        var digits = new sbyte[256];
        Array.Fill(digits, (sbyte)-1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (var i = 0; i < 64; i++)
            digits[alphabet[i]] = (sbyte)i;
        digits['-'] = 62;
        digits['_'] = 63;
        return digits;
    }
}
