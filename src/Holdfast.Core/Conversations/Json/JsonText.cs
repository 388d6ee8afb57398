using System.Buffers;
using System.Globalization;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Json;

/// <summary>
/// Decodes JSON strings (RFC 8259 section 7) without ever failing: half surrogate pairs become U+FFFD, unknown escapes
/// stay as they stand, bytes that are not UTF-8 are read as Windows-1252.
/// </summary>
internal static class JsonText
{
    /// <summary>Decodes what stands between the quotes.</summary>
    internal static string Decode(ReadOnlySpan<byte> raw, ref bool damaged)
    {
        var text = TextDecoding.Decode(raw, TextForm.Utf8, ref damaged);
        return text.Contains('\\', StringComparison.Ordinal) ? Unescape(text, ref damaged) : text;
    }

    private static string Unescape(string text, ref bool damaged)
    {
        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        var result = rented.AsSpan(0, text.Length);
        var length = 0;
        var escapedSurrogate = false;
        var rest = text.AsSpan();
        for (var next = rest.IndexOf('\\'); next >= 0; next = rest.IndexOf('\\'))
        {
            rest[..next].CopyTo(result[length..]);
            length += next;
            rest = rest[next..];
            var kind = rest.Length > 1 ? rest[1] : '\0';
            if (kind == 'u' && TryUnit(rest, 2, out var unit))
            {
                result[length++] = unit;
                escapedSurrogate |= char.IsSurrogate(unit);
                rest = rest[6..];
                continue;
            }

            var plain = "\"\\/bfnrt".IndexOf(kind, StringComparison.Ordinal);
            damaged |= plain < 0;
            result[length++] = plain < 0 ? '\\' : "\"\\/\b\f\n\r\t"[plain];
            rest = rest[(plain < 0 ? 1 : 2)..];
        }

        rest.CopyTo(result[length..]);
        length += rest.Length;
        if (escapedSurrogate)
            damaged |= TextDecoding.ReplaceLoneSurrogates(result[..length]);
        var unescaped = new string(result[..length]);
        ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return unescaped;
    }

    private static bool TryUnit(ReadOnlySpan<char> text, int start, out char unit)
    {
        unit = '\0';
        if (start + 4 > text.Length)
            return false;
        if (!ushort.TryParse(text.Slice(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }
}
