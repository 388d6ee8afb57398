using System.Text;

namespace Holdfast.Preservation;

/// <summary>
/// Finds the first bytes of pictures and documents that stand in a text as base64, hex or numbers whatever separates the
/// pieces: blanks, line ends, quotes, commas, invisible characters. Three streams are made of the text, each without its
/// separators, and looked through.
/// </summary>
internal sealed class ScatteredMagic
{
    // JPEG, PNG, GIF, WebP, ISO media, PDF, ZIP, Matroska, OLE, TIFF in base64 (case counts); PNG and WebP in quoted-printable.
    private static readonly ByteAutomaton InDigits = Automaton(
        "/9j/4 /9j/2w /9j/7 /9j/w AAQSkZJRg RXhpZgAA iVBORw R0lGODdh R0lGODlh RUJQVlA4 AAGGZ0eXB AAHGZ0eXB AAIGZ0eXB AAFGZ0eXB AAJGZ0eXB " +
        "AAKGZ0eXB AALGZ0eXB AAMGZ0eXB JVBERi0 UEsDBB GkXfo 0M8R4KGx SUkqAA TU0AKg 89PNG0D0A 89PNG0d0a WEBPVP8");

    // The same and their two-byte words in the other order, as some dumps print them; "0x" leaves its zero behind.
    private static readonly ByteAutomaton InHex = Automaton(
        "ffd8ffe ffd8ffdb ffd8fffe ffd8ffc 89504e47 4749463837 4749463839 5745425056 255044462d 504b0304 1a45dfa3 d0cf11e0 " +
        "0000001466747970 0000001866747970 0000001c66747970 0000002066747970 0000002466747970 0000002866747970 " +
        "455750425056 d8ffe0ff d8ffe1ff d8ffe2ff d8ffdbff 5089474e e0ffd8ff e1ffd8ff 474e5089 494738466139 494738466137 0ff0d80ff 08905004e047");

    // Base 85 (Adobe's alphabet and that of ZeroMQ) has no separators but line ends; its signs are made here.
    private static readonly ByteAutomaton InBase85 = new(Base85Starts());

    // Decimal, octal and binary; a number between commas.
    private static readonly ByteAutomaton InNumbers = Automaton(
        ",255,216,255, ,137,80,78,71, ,71,73,70,56, ,82,73,70,70, ,37,80,68,70, ,80,75,3,4, ,26,69,223,163, ,102,116,121,112, " +
        ",377,330,377, ,211,120,116,107, ,107,111,106,70, ,122,111,106,106, ,11111111,11011000,11111111, ,10001001,1010000,1001110,");

    // So many bytes in a row as numbers are no list of prices or dates.
    private const int MaxByteNumbers = 1024;

    private const int LongestTag = 64;

    private ushort _digits;
    private ushort _bare;
    private ushort _base85;
    private int _tag;
    private ushort _hex;
    private ushort _numbers;
    private long _number = -1;
    private int _byteNumbers;
    private bool _isNegative;
    private byte _last;

    /// <summary>True when something was found.</summary>
    public bool IsFound { get; private set; }

    /// <summary>Takes the next byte.</summary>
    public void Step(byte b)
    {
        var isLetter = char.IsAsciiLetter((char)b);
        var isNumber = char.IsAsciiDigit((char)b);
        if (isLetter || isNumber || b is (byte)'+' or (byte)'/')
            IsFound |= InDigits.Step(ref _digits, b) != 0;

        // Once more without tags and without the signs that join strings in programs.
        _tag = b == '<' ? LongestTag : b == '>' ? 0 : Math.Max(0, _tag - 1);
        if (_tag == 0 && (isLetter || isNumber || b == '/'))
            IsFound |= InDigits.Step(ref _bare, b) != 0;
        if (b is not ((byte)'\r' or (byte)'\n'))
            IsFound |= InBase85.Step(ref _base85, b) != 0;
        if (char.IsAsciiHexDigit((char)b))
            IsFound |= InHex.Step(ref _hex, (byte)(b | 0x20)) != 0;
        else if (isLetter && (b | 0x20) != 'x')
            _hex = 0;

        if (isNumber)
        {
            if (_number < 0)
                (_number, _isNegative) = (0, _last == '-');
            _number = Math.Min(_number * 10 + b - '0', 1_000_000_000);
        }
        else
        {
            if (_number >= 0)
                EndNumber();
            if (isLetter || IsOtherLetter(b))
                (_numbers, _byteNumbers) = (0, 0);
        }

        _last = b;
    }

    // Bytes of other scripts and emoji; not of invisible characters and hard spaces. In narrowed UTF-16 all are 0x80.
    private bool IsOtherLetter(byte b) =>
        (b >= 0xC3 && b is not (0xE2 or 0xEF)) || (b == 0x80 && _last is < 0x80 or 0x80);

    private void EndNumber()
    {
        var value = _isNegative && _number is > 0 and <= 128 ? 256 - _number : _number;
        _number = -1;
        _byteNumbers = value <= 377 || IsBinary(value) ? _byteNumbers + 1 : 0;
        Span<byte> text = stackalloc byte[12];
        value.TryFormat(text, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        if (_numbers == 0)
            InNumbers.Step(ref _numbers, (byte)',');
        foreach (var b in text[..length])
            InNumbers.Step(ref _numbers, b);
        IsFound |= InNumbers.Step(ref _numbers, (byte)',') != 0 || _byteNumbers > MaxByteNumbers;
    }

    private static bool IsBinary(long value)
    {
        for (; value > 0; value /= 10)
        {
            if (value % 10 > 1)
                return false;
        }

        return true;
    }

    private static IEnumerable<byte[]> Base85Starts()
    {
        var adobe = Enumerable.Range(33, 85).Select(i => (byte)i).ToArray();
        var zero = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"u8.ToArray();
        string[] heads =
        [
            "FFD8FFE0", "FFD8FFE1", "FFD8FFE2", "FFD8FFDB", "FFD8FFEE", "FFD8FFED", "FFD8FFFE", "89504E470D0A1A0A", "47494638", "52494646",
            "504B0304", "1A45DFA3", "255044462D312E34", "255044462D312E35", "255044462D312E36", "255044462D312E37",
            "0000001466747970", "0000001866747970", "0000001C66747970", "0000002066747970", "0000002466747970", "0000002866747970",
        ];
        foreach (var head in heads.Select(Convert.FromHexString))
        {
            foreach (var alphabet in (byte[][])[adobe, zero])
            {
                var text = new byte[head.Length / 4 * 5];
                for (var i = 0; i < head.Length / 4; i++)
                {
                    var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(i * 4));
                    for (var j = 4; j >= 0; j--, value /= 85)
                        text[i * 5 + j] = alphabet[value % 85];
                }

                yield return text;
            }
        }
    }

    private static ByteAutomaton Automaton(string patterns) => new(patterns.Split(' ').Select(Encoding.ASCII.GetBytes));
}
