namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// The smallest parts of a header, as UTF-8 bytes: numbers in the digits of several scripts, spaces of every width,
/// invisible marks, and the words that stand beside dates and times. Allocates nothing.
/// </summary>
internal static class HeaderBytes
{
    private static readonly byte[][] YearWords = ["г."u8.ToArray(), "р."u8.ToArray(), "年"u8.ToArray(), "년"u8.ToArray()];
    private static readonly byte[][] HourWords = ["ч."u8.ToArray(), "Uhr"u8.ToArray(), "uur"u8.ToArray(), "h"u8.ToArray()];
    private static readonly byte[][] TimeWords = ["às"u8.ToArray(), "à"u8.ToArray(), "во"u8.ToArray(), "в"u8.ToArray(), "о"u8.ToArray(), "у"u8.ToArray(), "ב-"u8.ToArray()];

    /// <summary>A word such as "г." (Bulgarian, Russian), "р." (Ukrainian) or "年" after the year.</summary>
    public static void SkipYearWord(ReadOnlySpan<byte> line, ref int at)
    {
        var end = at;
        SkipSpaces(line, ref end);
        foreach (var word in YearWords)
        {
            if (line[end..].StartsWith(word))
            {
                at = end + word.Length;
                return;
            }
        }
    }

    /// <summary>A word such as "ч." (Bulgarian) or "Uhr" after the time.</summary>
    public static bool SkipHourWord(ReadOnlySpan<byte> line, ref int at)
    {
        foreach (var word in HourWords)
        {
            if (line[at..].StartsWith(word))
            {
                at += word.Length;
                return true;
            }
        }

        return false;
    }

    /// <summary>A word such as Finnish "klo", French "à" or Macedonian "во" before the time.</summary>
    public static void SkipTimeWord(ReadOnlySpan<byte> line, ref int at)
    {
        var end = at;
        while (end < line.Length && end - at < 6 && (line[end] | 0x20) is >= (byte)'a' and <= (byte)'z')
        {
            end++;
        }

        for (var i = 0; end == at && i < TimeWords.Length; i++)
        {
            end += line[at..].StartsWith(TimeWords[i]) ? TimeWords[i].Length : 0;
        }

        if (end == at)
        {
            return;
        }

        if (end < line.Length && line[end] == '.')
        {
            end++;
        }

        var afterSpaces = end;
        if (SkipSpaces(line, ref afterSpaces) > 0)
        {
            at = afterSpaces;
        }
    }

    public static bool MayBeDigit(byte b) => b is >= (byte)'0' and <= (byte)'9' or 0xD9 or 0xDB or 0xE0 or 0xE2;

    public static bool TryNumber(ReadOnlySpan<byte> line, ref int at, int maxDigits, out short value, out int digits)
    {
        SkipInvisible(line, ref at);
        (value, digits) = (0, 0);
        while (at < line.Length && digits < maxDigits)
        {
            int digit;
            if (line[at] is >= (byte)'0' and <= (byte)'9')
            {
                digit = line[at++] - '0';
            }
            else if (at + 1 < line.Length && line[at] == 0xD9 && line[at + 1] is >= 0xA0 and <= 0xA9)
            {
                // Arabic-Indic digits, U+0660 to U+0669.
                digit = line[at + 1] - 0xA0;
                at += 2;
            }
            else if (at + 1 < line.Length && line[at] == 0xDB && line[at + 1] is >= 0xB0 and <= 0xB9)
            {
                // Extended Arabic-Indic digits (Persian, Urdu), U+06F0 to U+06F9.
                digit = line[at + 1] - 0xB0;
                at += 2;
            }
            else if (at + 2 < line.Length && line[at] == 0xE0 && line[at + 1] is >= 0xA5 and <= 0xB5 && (line[at + 1] & 1) != 0
                && line[at + 2] is >= 0xA6 and <= 0xAF)
            {
                // Digits of the scripts of India, from Devanagari (U+0966) to Malayalam (U+0D66): one block in 128 code points.
                digit = line[at + 2] - 0xA6;
                at += 3;
            }
            else
            {
                break;
            }

            value = (short)(value * 10 + digit);
            digits++;
        }

        return digits > 0;
    }

    /// <summary>Skips spaces of every width, among them U+00A0 and the U+202F that phones write before am/pm.</summary>
    public static int SkipSpaces(ReadOnlySpan<byte> line, ref int at)
    {
        var start = at;
        while (at < line.Length)
        {
            if (line[at] is (byte)' ' or (byte)'\t')
            {
                at++;
            }
            else if (line[at] == 0xC2 && at + 1 < line.Length && line[at + 1] == 0xA0)
            {
                at += 2;
            }
            else if (line[at] == 0xE2 && at + 2 < line.Length && line[at + 1] == 0x80 && line[at + 2] is 0xAF or (>= 0x80 and <= 0x8A))
            {
                at += 3;
            }
            else if (!SkipInvisible(line, ref at))
            {
                break;
            }
        }

        return at - start;
    }

    /// <summary>Skips one direction mark, embedding or byte-order mark.</summary>
    public static bool SkipInvisible(ReadOnlySpan<byte> line, ref int at)
    {
        if (at + 2 < line.Length && line[at] >= 0xE2)
        {
            var (b0, b1, b2) = (line[at], line[at + 1], line[at + 2]);
            if ((b0 == 0xE2 && b1 == 0x80 && b2 is 0x8B or 0x8E or 0x8F or (>= 0xAA and <= 0xAE))
                || (b0 == 0xE2 && b1 == 0x81 && b2 is >= 0xA6 and <= 0xA9)
                || (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF))
            {
                at += 3;
                return true;
            }
        }

        return false;
    }
}
