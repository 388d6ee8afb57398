using System.Globalization;
using System.Text;

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
        var result = new StringBuilder(text.Length);
        var escapedSurrogate = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (next == 'u' && TryUnit(text, i + 2, out var unit))
            {
                result.Append(unit);
                escapedSurrogate |= char.IsSurrogate(unit);
                i += 5;
                continue;
            }

            var plain = "\"\\/bfnrt".IndexOf(next, StringComparison.Ordinal);
            if (plain < 0)
            {
                result.Append('\\');
                damaged = true;
                continue;
            }

            result.Append("\"\\/\b\f\n\r\t"[plain]);
            i++;
        }

        if (!escapedSurrogate)
            return result.ToString();
        var units = new char[result.Length];
        result.CopyTo(0, units, units.Length);
        damaged |= TextDecoding.ReplaceLoneSurrogates(units);
        return new string(units);
    }

    private static bool TryUnit(string text, int start, out char unit)
    {
        unit = '\0';
        if (start + 4 > text.Length)
            return false;
        if (!ushort.TryParse(text.AsSpan(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }
}
