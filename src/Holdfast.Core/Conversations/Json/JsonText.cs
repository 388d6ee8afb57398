using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Json;

/// <summary>
/// Decodes JSON strings (RFC 8259 section 7) without ever failing: half surrogate pairs become U+FFFD, unknown escapes
/// stay as they stand, bytes that are not UTF-8 are read as Windows-1252.
/// </summary>
internal static class JsonText
{
    private const int ShortLength = 256;

    // Bytes that stand for themselves. NULs are left out of texts.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(1, 0x7F).Where(b => b != '\\').Select(b => (byte)b)]);

    /// <summary>Decodes what stands between the quotes.</summary>
    internal static string Decode(ReadOnlySpan<byte> raw, ref bool damaged)
    {
        if (!raw.ContainsAnyExcept(Plain))
            return Encoding.Latin1.GetString(raw);
        var rented = raw.Length > ShortLength ? ArrayPool<char>.Shared.Rent(raw.Length) : null;
        Span<char> room = rented ?? stackalloc char[ShortLength];
        var isValid = Utf8.ToUtf16(raw, room, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done;
        var text = room[..length];
        var decoded = isValid && !text.Contains('\0') ? new string(text[..Unescape(text, ref damaged)]) : DecodeDamaged(raw, ref damaged);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return decoded;
    }

    private static string DecodeDamaged(ReadOnlySpan<byte> raw, ref bool damaged)
    {
        var text = TextDecoding.Decode(raw, TextForm.Utf8, ref damaged).ToCharArray();
        return new string(text.AsSpan(0, Unescape(text, ref damaged)));
    }

    /// <summary>Undoes escapes where the text stands, which only makes it shorter; returns the new length.</summary>
    private static int Unescape(Span<char> text, ref bool damaged)
    {
        var read = text.IndexOf('\\');
        if (read < 0)
            return text.Length;
        var written = read;
        var escapedSurrogate = false;
        while (read < text.Length)
        {
            var kind = read + 1 < text.Length ? text[read + 1] : '\0';
            if (kind == 'u' && TryUnit(text[(read + 2)..], out var unit))
            {
                text[written++] = unit;
                escapedSurrogate |= char.IsSurrogate(unit);
                read += 6;
            }
            else
            {
                var plain = "\"\\/bfnrt".IndexOf(kind, StringComparison.Ordinal);
                damaged |= plain < 0;
                text[written++] = plain < 0 ? '\\' : "\"\\/\b\f\n\r\t"[plain];
                read += plain < 0 ? 1 : 2;
            }

            var rest = text[read..];
            var next = rest.IndexOf('\\');
            var same = next < 0 ? rest : rest[..next];
            same.CopyTo(text[written..]);
            written += same.Length;
            read += same.Length;
        }

        if (escapedSurrogate)
            damaged |= TextDecoding.ReplaceLoneSurrogates(text[..written]);
        return written;
    }

    private static bool TryUnit(ReadOnlySpan<char> text, out char unit)
    {
        unit = '\0';
        if (text.Length < 4)
            return false;
        var value = 0;
        foreach (var c in text[..4])
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
            value = value << 4 | (c & 0xF) + (c > '9' ? 9 : 0);
        }

        unit = (char)value;
        return true;
    }
}
