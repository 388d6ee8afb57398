using System.Text;
using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>The words for morning and afternoon in headers, in the languages of the phones that write them.</summary>
internal static class HalfDayMarks
{
    // Headers are compared as bytes, so that no line becomes a string. The two words of Hungarian come with a full stop here and
    // mean other things in other texts.
    private static readonly (byte[] Mark, HalfDay Half)[] Others =
    [
        .. HalfDayWords.Anywhere
            .Concat(HalfDayWords.Words)
            .Concat(HalfDayWords.Words.Select(w => (w.Word.ToUpperInvariant(), w.Half)))
            .Concat(HalfDayWords.BehindTime)
            .Append(("du.", HalfDay.Afternoon)).Append(("de.", HalfDay.Morning))
            .Distinct().Select(w => (Encoding.UTF8.GetBytes(w.Item1), w.Item2)),
    ];

    /// <summary>Skips an am/pm word, if one stands at <paramref name="at"/>.</summary>
    public static HalfDay Skip(ReadOnlySpan<byte> line, ref int at, out bool isCapital)
    {
        isCapital = false;
        if (at >= line.Length || line[at] is (byte)']' or (byte)'-' or (byte)':' or (>= (byte)'0' and <= (byte)'9'))
        {
            return HalfDay.None;
        }

        if (TryLatin(line, ref at, out var half, out isCapital))
        {
            return half;
        }

        foreach (var (mark, value) in Others)
        {
            if (line[at..].StartsWith(mark))
            {
                at += mark.Length;
                return value;
            }
        }

        return HalfDay.None;
    }

    /// <summary>"am", "PM", "a.m.", "p. m.", with whatever space inside.</summary>
    private static bool TryLatin(ReadOnlySpan<byte> line, ref int at, out HalfDay half, out bool isCapital)
    {
        var first = line[at] | 0x20;
        half = first == 'a' ? HalfDay.Morning : HalfDay.Afternoon;
        isCapital = line[at] is (byte)'A' or (byte)'P';
        if (first is not ('a' or 'p'))
        {
            return false;
        }

        var end = at + 1;
        var dotted = end < line.Length && line[end] == '.';
        end += dotted ? 1 : 0;
        if (dotted)
        {
            while (end < line.Length && line[end] is (byte)' ' or 0xC2 or 0xA0 or 0xE2 or 0x80 or 0xAF)
            {
                end++;
            }
        }

        if (end >= line.Length || (line[end] | 0x20) != 'm')
        {
            return false;
        }

        end++;
        if (dotted && end < line.Length && line[end] == '.')
        {
            end++;
        }

        isCapital &= !dotted;
        at = end;
        return true;
    }
}
