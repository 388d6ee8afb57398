using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Holdfast.Conversations.TextFiles;

/// <summary>The encodings that exported text comes in.</summary>
internal enum TextForm
{
    /// <summary>UTF-8, or an older one-byte encoding that shows itself by bytes that are not UTF-8.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,
}

/// <summary>
/// Turns bytes into text without ever failing: byte-order marks, UTF-16 without a mark, UTF-8; each byte that is not
/// UTF-8 is read as Windows-1252 by itself, so that one broken byte does not spoil a whole file. NULs, which recovered
/// copies hold in places and at the end, are left out of the text and count as damage.
/// </summary>
internal static class TextDecoding
{
    /// <summary>0x80 to 0x9F of Windows-1252 (Unicode Consortium, CP1252.TXT); the five holes are U+FFFD.</summary>
    private const string Windows1252 =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD" +
        "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    /// <summary>Tells the encoding from the first bytes.</summary>
    /// <param name="head">The first bytes of the file; more than a few make the answer surer.</param>
    /// <param name="mark">Length of the byte-order mark, to be skipped.</param>
    internal static TextForm Detect(ReadOnlySpan<byte> head, out int mark)
    {
        mark = 0;
        if (head.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            mark = 3;
            return TextForm.Utf8;
        }

        if (head.StartsWith<byte>([0xFF, 0xFE]))
        {
            mark = 2;
            return TextForm.Utf16LittleEndian;
        }

        if (head.StartsWith<byte>([0xFE, 0xFF]))
        {
            mark = 2;
            return TextForm.Utf16BigEndian;
        }

        return DetectUnmarked(head[..Math.Min(head.Length, 4096)]);
    }

    /// <summary>Decodes bytes without a byte-order mark.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="form">Their encoding.</param>
    /// <param name="damaged">Set to true (never to false) when some bytes were not valid.</param>
    internal static string Decode(ReadOnlySpan<byte> bytes, TextForm form, ref bool damaged)
    {
        var text = DecodeAll(bytes, form, ref damaged);
        if (!text.Contains('\0', StringComparison.Ordinal))
            return text;
        damaged = true;
        return text.Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>Like <see cref="Decode"/>, with NULs left in: there are as many UTF-16 units as the bytes had.</summary>
    internal static string DecodeAll(ReadOnlySpan<byte> bytes, TextForm form, ref bool damaged)
    {
        if (form != TextForm.Utf8)
            return DecodeUtf16(bytes, form, ref damaged);
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        damaged = true;
        return DecodeMixed(bytes);
    }

    /// <summary>
    /// Decodes the head of a file for <see cref="ExportHead.Text"/>: null when the bytes are not text. A letter that is
    /// cut by the end of the head is left out.
    /// </summary>
    internal static string? DecodeHead(ReadOnlySpan<byte> head)
    {
        var form = Detect(head, out var mark);
        var damaged = false;
        var body = head[mark..];
        if (form == TextForm.Utf8 && body.Length >= ExportHead.Size - 3)
            body = body[..CutAtLetter(body, body.Length)];
        var text = DecodeAll(body, form, ref damaged).TrimEnd('\0');
        if (text.Length == 0 && body.Length > 0)
            return null;
        int odd = 0, zeros = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0')
                zeros++;
            // A hole of zeros counts once, however long; a binary file has zeros everywhere.
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\u001B') && !(c == '\0' && i > 0 && text[i - 1] == '\0'))
                odd++;
        }

        var isPadded = zeros > 0 || text.Length < body.Length && body[^1] == 0 && form == TextForm.Utf8;
        if (isPadded && form == TextForm.Utf8)
            odd += CountInvalid(body);
        // A single odd letter is forgiven however short the text is.
        var isText = odd <= Math.Max(zeros > 0 ? 1 : 0, (text.Length - zeros) / 50);
        return isText ? text.Replace("\0", "", StringComparison.Ordinal) : null;
    }

    /// <summary>How many bytes are not part of valid UTF-8.</summary>
    private static int CountInvalid(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) != OperationStatus.Done)
                count += used;
            bytes = bytes[used..];
        }

        return count;
    }

    /// <summary>The greatest length up to <paramref name="length"/> that does not cut a UTF-8 sequence in two.</summary>
    internal static int CutAtLetter(ReadOnlySpan<byte> bytes, int length)
    {
        for (var back = 1; back <= 3 && back < length; back++)
        {
            var b = bytes[length - back];
            if (b < 0x80)
                return length;
            if (b >= 0xC0)
                return (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) > back ? length - back : length;
        }

        return length;
    }

    // Every other byte zero means Latin letters in UTF-16. Other scripts show it by their spaces and line ends, so an
    // eighth is enough; in UTF-8 text no byte is zero but for damage, which does not keep to every other byte.
    private static TextForm DetectUnmarked(ReadOnlySpan<byte> head)
    {
        // One zero behind a short text is not UTF-16: there, every space would have a zero beside it.
        var unpadded = head.TrimEnd((byte)0);
        if (unpadded.Length < head.Length && !unpadded.Contains((byte)0) && unpadded.Contains((byte)' ') && Utf8.IsValid(unpadded))
            return TextForm.Utf8;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0)
                continue;
            if (i % 2 == 0)
                even++;
            else
                odd++;
        }

        var enough = Math.Max(1, head.Length / 16);
        return odd >= enough && even * 8 <= odd ? TextForm.Utf16LittleEndian
            : even >= enough && odd * 8 <= even ? TextForm.Utf16BigEndian
            : TextForm.Utf8;
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, TextForm form, ref bool damaged)
    {
        var big = form == TextForm.Utf16BigEndian;
        var units = new char[(bytes.Length + 1) / 2];
        for (var i = 0; i < bytes.Length / 2; i++)
            units[i] = (char)(big ? bytes[2 * i] << 8 | bytes[2 * i + 1] : bytes[2 * i + 1] << 8 | bytes[2 * i]);
        if (bytes.Length % 2 != 0)
        {
            units[^1] = '\uFFFD';
            damaged = true;
        }

        damaged |= ReplaceLoneSurrogates(units);
        return new string(units);
    }

    /// <summary>Replaces each half of a surrogate pair that stands alone by U+FFFD; true when there was one.</summary>
    internal static bool ReplaceLoneSurrogates(Span<char> units)
    {
        var found = false;
        for (var i = units.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < units.Length; i++)
        {
            if (!char.IsSurrogate(units[i]))
                continue;
            if (i + 1 < units.Length && char.IsSurrogatePair(units[i], units[i + 1]))
            {
                i++;
                continue;
            }

            units[i] = '\uFFFD';
            found = true;
        }

        return found;
    }

    private static string DecodeMixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == OperationStatus.Done)
            {
                text.Append(rune);
            }
            else
            {
                used = 1;
                text.Append(bytes[0] is >= 0x80 and <= 0x9F ? Windows1252[bytes[0] - 0x80] : (char)bytes[0]);
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }
}
