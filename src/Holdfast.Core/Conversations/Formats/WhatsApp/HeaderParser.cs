using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.WhatsApp;

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
        while (HeaderBytes.SkipInvisible(line, ref at))
        {
        }

        fields.IsMarked = at > 0 && line.StartsWith(LeftToRightMark);
        var bracketed = at < line.Length && line[at] == '[';
        at += bracketed ? 1 : 0;
        if (at >= line.Length || !HeaderBytes.MayBeDigit(line[at]))
        {
            return false;
        }

        if (!TryDateAndTime(line, ref at, ref fields.Date, out var date, out var time, out var isTimeFirst)
            || !TryEnd(line, ref at, bracketed, out var end))
        {
            return false;
        }

        fields.Shape = new HeaderShape(
            bracketed, date.Separator, date.IsYearFirst, date.IsYearFirst || date.HasLongYear, date.HasComma, time.HasSeconds, time.HalfDay, end, isTimeFirst);
        fields.BodyStart = at;
        return true;
    }

    private ref struct DatePart
    {
        public byte Separator;
        public bool IsYearFirst;
        public bool HasLongYear;
        public bool HasComma;
    }

    private ref struct TimePart
    {
        public bool HasSeconds;
        public HalfDay HalfDay;
    }

    private static bool TryDateAndTime(
        ReadOnlySpan<byte> line, ref int at, ref NumericDate fields, out DatePart date, out TimePart time, out bool isTimeFirst)
    {
        var start = at;
        isTimeFirst = false;
        time = default;
        if (TryDate(line, ref at, ref fields, out date))
        {
            date.HasComma = TrySkipComma(line, ref at);
            return HeaderBytes.SkipSpaces(line, ref at) > 0 && TryTimeOfDay(line, ref at, ref fields, out time);
        }

        // "14:05, 12/06/2024", as in Vietnamese: the time comes first.
        at = start;
        isTimeFirst = true;
        if (!TryTimeOfDay(line, ref at, ref fields, out time))
        {
            return false;
        }

        var hasComma = TrySkipComma(line, ref at);
        if (HeaderBytes.SkipSpaces(line, ref at) == 0 || !TryDate(line, ref at, ref fields, out date))
        {
            return false;
        }

        date.HasComma = hasComma;
        return true;
    }

    private static bool TryDate(ReadOnlySpan<byte> line, ref int at, ref NumericDate fields, out DatePart date)
    {
        date = default;
        if (!HeaderBytes.TryNumber(line, ref at, 4, out var first, out var firstDigits) || !TryDateSeparator(line, ref at, 0, out date.Separator)
            || !HeaderBytes.TryNumber(line, ref at, 2, out var second, out var secondDigits)
            || !TryDateSeparator(line, ref at, date.Separator, out _)
            || !HeaderBytes.TryNumber(line, ref at, 4, out var third, out var thirdDigits))
        {
            return false;
        }

        date.IsYearFirst = firstDigits == 4;
        date.HasLongYear = thirdDigits == 4;
        if (firstDigits == 3 || thirdDigits == 3 || (date.IsYearFirst ? thirdDigits > 2 : thirdDigits == 1))
        {
            return false;
        }

        // "13. 6. 2018. 21:25:15": a full stop may follow the year as it follows day and month.
        if (date.Separator == '.' && at < line.Length && line[at] == '.')
        {
            at++;
        }

        HeaderBytes.SkipYearWord(line, ref at);
        (fields.First, fields.Second, fields.Third) = (first, second, third);
        (fields.Separator, fields.IsYearFirst) = ((char)date.Separator, date.IsYearFirst);
        fields.IsPadded = (firstDigits == 2 && first < 10) || (secondDigits == 2 && second < 10);
        return true;
    }

    private static bool TryTimeOfDay(ReadOnlySpan<byte> line, ref int at, ref NumericDate fields, out TimePart time)
    {
        time = default;
        var halfDay = HalfDayMarks.Skip(line, ref at, out _);
        if (halfDay == HalfDay.None)
        {
            HeaderBytes.SkipTimeWord(line, ref at);
        }
        else
        {
            HeaderBytes.SkipSpaces(line, ref at);
        }

        if (!TryTime(line, ref at, out var hour, out var minute, out var second, out time.HasSeconds))
        {
            return false;
        }

        if (halfDay == HalfDay.None)
        {
            var beforeSpaces = at;
            HeaderBytes.SkipSpaces(line, ref at);
            halfDay = HalfDayMarks.Skip(line, ref at, out fields.HasCapitalHalfDay);
            at = halfDay == HalfDay.None && !HeaderBytes.SkipHourWord(line, ref at) ? beforeSpaces : at;
        }

        if (!TryClock(ref hour, halfDay) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time.HalfDay = halfDay;
        (fields.Hour, fields.Minute, fields.Seconds) = ((byte)hour, (byte)minute, (byte)second);
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
            HeaderBytes.SkipSpaces(line, ref at);
            return true;
        }

        if (at < line.Length && line[at] == ':')
        {
            end = HeaderEnd.Colon;
            at++;
            return HeaderBytes.SkipSpaces(line, ref at) > 0;
        }

        if (HeaderBytes.SkipSpaces(line, ref at) == 0)
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

        return HeaderBytes.SkipSpaces(line, ref at) > 0;
    }

    private static bool TryTime(
        ReadOnlySpan<byte> line, ref int at, out short hour, out short minute, out short second, out bool hasSeconds)
    {
        (minute, second, hasSeconds) = (0, 0, false);
        if (!HeaderBytes.TryNumber(line, ref at, 2, out hour, out _) || at >= line.Length)
        {
            return false;
        }

        if (line[at] is not ((byte)':' or (byte)'.'))
        {
            return TryHourLetter(line, ref at) && HeaderBytes.TryNumber(line, ref at, 2, out minute, out var minuteDigits) && minuteDigits == 2;
        }

        var separator = line[at++];
        if (!HeaderBytes.TryNumber(line, ref at, 2, out minute, out var digits) || digits != 2)
        {
            return false;
        }

        if (at + 1 < line.Length && line[at] == separator && HeaderBytes.MayBeDigit(line[at + 1]))
        {
            at++;
            hasSeconds = HeaderBytes.TryNumber(line, ref at, 2, out second, out digits) && digits == 2;
            return hasSeconds;
        }

        return true;
    }

    private static bool TryDateSeparator(ReadOnlySpan<byte> line, ref int at, byte expected, out byte separator)
    {
        HeaderBytes.SkipInvisible(line, ref at);
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

        HeaderBytes.SkipInvisible(line, ref at);
        return true;
    }

    private static bool TrySkipComma(ReadOnlySpan<byte> line, ref int at)
    {
        HeaderBytes.SkipInvisible(line, ref at);
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

    /// <summary>The "h" of "14 h 05" and "14h05", as in French.</summary>
    private static bool TryHourLetter(ReadOnlySpan<byte> line, ref int at)
    {
        HeaderBytes.SkipSpaces(line, ref at);
        if (at >= line.Length || line[at] != 'h')
        {
            return false;
        }

        at++;
        HeaderBytes.SkipSpaces(line, ref at);
        return true;
    }
}
