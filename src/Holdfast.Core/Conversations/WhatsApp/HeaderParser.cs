namespace Holdfast.Conversations.WhatsApp;

/// <summary>
/// Reads the header of a WhatsApp record: date, time and the mark after them, in every shape that phones have been seen
/// to write. Works on UTF-8 bytes and allocates nothing.
/// </summary>
internal static class HeaderParser
{
    private static ReadOnlySpan<byte> LeftToRightMark => [0xE2, 0x80, 0x8E];

    public static bool TryParse(ReadOnlySpan<byte> line, out HeaderFields fields)
    {
        fields = default;
        var at = 0;
        while (SkipInvisible(line, ref at))
        {
        }

        fields.IsMarked = at > 0 && line.StartsWith(LeftToRightMark);
        var bracketed = at < line.Length && line[at] == '[';
        at += bracketed ? 1 : 0;
        if (at >= line.Length || !MayBeDigit(line[at]))
        {
            return false;
        }

        if (!TryNumber(line, ref at, 4, out var first, out var firstDigits) || !TryDateSeparator(line, ref at, 0, out var separator)
            || !TryNumber(line, ref at, 2, out var second, out var secondDigits)
            || !TryDateSeparator(line, ref at, separator, out _)
            || !TryNumber(line, ref at, 4, out var third, out var thirdDigits))
        {
            return false;
        }

        var yearFirst = firstDigits == 4;
        if (firstDigits == 3 || thirdDigits == 3 || (yearFirst ? thirdDigits > 2 : thirdDigits == 1))
        {
            return false;
        }

        // "13. 6. 2018. 21:25:15": a full stop may follow the year as it follows day and month.
        if (separator == '.' && at < line.Length && line[at] == '.')
        {
            at++;
        }

        var hasComma = TrySkipComma(line, ref at);
        if (SkipSpaces(line, ref at) == 0)
        {
            return false;
        }

        var halfDay = HalfDayMarks.Skip(line, ref at, out _);
        if (halfDay == HalfDay.None)
        {
            SkipTimeWord(line, ref at);
        }
        else
        {
            SkipSpaces(line, ref at);
        }

        if (!TryTime(line, ref at, out var hour, out var minute, out var second60, out var hasSeconds))
        {
            return false;
        }

        if (halfDay == HalfDay.None)
        {
            var beforeSpaces = at;
            SkipSpaces(line, ref at);
            halfDay = HalfDayMarks.Skip(line, ref at, out fields.HasCapitalHalfDay);
            at = halfDay == HalfDay.None ? beforeSpaces : at;
        }

        if (!TryEnd(line, ref at, bracketed, out var end) || !TryClock(ref hour, halfDay) || hour > 23 || minute > 59 || second60 > 59)
        {
            return false;
        }

        fields.Shape = new HeaderShape(bracketed, separator, yearFirst, yearFirst || thirdDigits == 4, hasComma, hasSeconds, halfDay, end);
        (fields.First, fields.Second, fields.Third) = (first, second, third);
        (fields.Hour, fields.Minute, fields.Second60) = ((byte)hour, (byte)minute, (byte)second60);
        fields.IsPadded = (firstDigits == 2 && first < 10) || (secondDigits == 2 && second < 10);
        fields.BodyStart = at;
        return true;
    }

    private static bool TryClock(ref short hour, HalfDay halfDay)
    {
        if (halfDay == HalfDay.None)
        {
            return true;
        }

        if (hour > 12)
        {
            // Some phones print 24-hour times with an am/pm word all the same.
            return halfDay == HalfDay.Afternoon && hour < 24;
        }

        hour = (short)(hour % 12 + (halfDay == HalfDay.Afternoon ? 12 : 0));
        return true;
    }

    private static bool TryEnd(ReadOnlySpan<byte> line, ref int at, bool bracketed, out HeaderEnd end)
    {
        end = HeaderEnd.Bracket;
        if (bracketed)
        {
            if (at >= line.Length || line[at] != ']')
            {
                return false;
            }

            at++;
            SkipSpaces(line, ref at);
            return true;
        }

        if (at < line.Length && line[at] == ':')
        {
            end = HeaderEnd.Colon;
            at++;
            return SkipSpaces(line, ref at) > 0;
        }

        if (SkipSpaces(line, ref at) == 0)
        {
            return false;
        }

        if (at < line.Length && line[at] == '-')
        {
            end = HeaderEnd.Hyphen;
            at++;
        }
        else if (line[at..].StartsWith("–"u8))
        {
            end = HeaderEnd.EnDash;
            at += 3;
        }
        else
        {
            return false;
        }

        return SkipSpaces(line, ref at) > 0;
    }

    private static bool TryTime(
        ReadOnlySpan<byte> line, ref int at, out short hour, out short minute, out short second, out bool hasSeconds)
    {
        (minute, second, hasSeconds) = (0, 0, false);
        if (!TryNumber(line, ref at, 2, out hour, out _) || at >= line.Length || line[at] is not ((byte)':' or (byte)'.'))
        {
            return false;
        }

        var separator = line[at++];
        if (!TryNumber(line, ref at, 2, out minute, out var digits) || digits != 2)
        {
            return false;
        }

        if (at + 1 < line.Length && line[at] == separator && MayBeDigit(line[at + 1]))
        {
            at++;
            hasSeconds = TryNumber(line, ref at, 2, out second, out digits) && digits == 2;
            return hasSeconds;
        }

        return true;
    }

    private static bool TryDateSeparator(ReadOnlySpan<byte> line, ref int at, byte expected, out byte separator)
    {
        SkipInvisible(line, ref at);
        separator = at < line.Length ? line[at] : (byte)0;
        if (separator is not ((byte)'/' or (byte)'.' or (byte)'-') || (expected != 0 && separator != expected))
        {
            return false;
        }

        at++;
        if (separator == '.' && at < line.Length && line[at] == ' ')
        {
            at++;
        }

        SkipInvisible(line, ref at);
        return true;
    }

    private static bool TrySkipComma(ReadOnlySpan<byte> line, ref int at)
    {
        SkipInvisible(line, ref at);
        if (at < line.Length && line[at] == ',')
        {
            at++;
            return true;
        }

        // Arabic comma, U+060C; ideographic comma, U+3001.
        if (line[at..].StartsWith("،"u8) || line[at..].StartsWith("、"u8))
        {
            at += line[at] == 0xE3 ? 3 : 2;
            return true;
        }

        return false;
    }

    /// <summary>A word such as Finnish "klo" before the time.</summary>
    private static void SkipTimeWord(ReadOnlySpan<byte> line, ref int at)
    {
        var end = at;
        while (end < line.Length && end - at < 6 && (line[end] | 0x20) is >= (byte)'a' and <= (byte)'z')
        {
            end++;
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

    private static bool MayBeDigit(byte b) => b is >= (byte)'0' and <= (byte)'9' or 0xD9 or 0xDB or 0xE0 or 0xE2;

    private static bool TryNumber(ReadOnlySpan<byte> line, ref int at, int maxDigits, out short value, out int digits)
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
            else if (at + 2 < line.Length && line[at] == 0xE0 && line[at + 1] == 0xA5 && line[at + 2] is >= 0xA6 and <= 0xAF)
            {
                // Devanagari digits, U+0966 to U+096F.
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
    private static int SkipSpaces(ReadOnlySpan<byte> line, ref int at)
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
    private static bool SkipInvisible(ReadOnlySpan<byte> line, ref int at)
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
