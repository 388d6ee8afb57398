using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.Line;

/// <summary>
/// The time with which a record of a LINE history begins, and what follows it. Some files count hours from 1 to 24, so that
/// <c>24:53</c> is the first hour of the day it stands under; some go on counting past midnight.
/// </summary>
/// <param name="Hour">0 to 29, as it stands there; 24 and more only where no half of the day is named.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="IsTabbed">True when a TAB follows the time, false for a space.</param>
/// <param name="RestStart">Index of the first sign after it.</param>
internal readonly record struct LineHead(int Hour, int Minute, bool IsTabbed, int RestStart)
{
    /// <summary>Reads <c>08:13</c>, <c>8:13AM</c>, <c>8:13 pm</c>, <c>午後8:13</c>, <c>오전 8:13</c> and the TAB or space behind.</summary>
    internal static bool TryParse(ReadOnlySpan<char> line, out LineHead head)
    {
        head = default;
        var i = 0;
        while (i < line.Length && i < 16 && !char.IsAsciiDigit(line[i]) && line[i] != '\t')
            i++;
        var half = HalfDay.None;
        if (i > 0 && (half = HalfOf(line[..i].Trim())) == HalfDay.None)
            return false;
        if (!TryNumber(line, ref i, 1, out var hour) || i >= line.Length || line[i++] != ':' || !TryNumber(line, ref i, 2, out var minute))
            return false;
        var end = i;
        if (half == HalfDay.None)
            half = HalfBehind(line, ref end);
        if (end >= line.Length || line[end] is not ('\t' or ' ') || minute > 59 || hour > 29)
            return false;
        hour = half == HalfDay.Afternoon && hour < 12 ? hour + 12
            : half == HalfDay.Morning && hour == 12 ? 0
            : hour;
        head = new LineHead(hour, minute, line[end] == '\t', end + 1);
        return true;
    }

    private static HalfDay HalfBehind(ReadOnlySpan<char> line, ref int end)
    {
        var start = end < line.Length && line[end] == ' ' ? end + 1 : end;
        var stop = start;
        while (stop < line.Length && stop - start < 8 && (char.IsLetter(line[stop]) || line[stop] == '.'))
            stop++;
        var half = stop > start ? HalfOf(line[start..stop]) : HalfDay.None;
        end = half == HalfDay.None ? end : stop;
        return half;
    }

    private static HalfDay HalfOf(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 8)
            return HalfDay.None;
        if (word is "a.m." or "A.M.")
            return HalfDay.Morning;
        return word is "p.m." or "P.M." ? HalfDay.Afternoon
            : HalfDayWords.Find(word) is var found and not HalfDay.None ? found
            : HalfDayWords.Of(word, isAfterTime: false);
    }

    private static bool TryNumber(ReadOnlySpan<char> line, ref int i, int least, out int value)
    {
        var start = i;
        value = 0;
        for (; i < line.Length && i - start < 2 && char.IsAsciiDigit(line[i]); i++)
            value = value * 10 + (line[i] - '0');
        return i - start >= least;
    }
}
