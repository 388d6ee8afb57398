namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>The words for morning and afternoon in headers, in the languages of the phones that write them.</summary>
internal static class HalfDayMarks
{
    private static readonly (byte[] Mark, HalfDay Half)[] Others =
    [
        ("上午"u8.ToArray(), HalfDay.Morning), ("下午"u8.ToArray(), HalfDay.Afternoon),
        ("凌晨"u8.ToArray(), HalfDay.Morning), ("早上"u8.ToArray(), HalfDay.Morning),
        ("中午"u8.ToArray(), HalfDay.Afternoon), ("晚上"u8.ToArray(), HalfDay.Afternoon),
        ("오전"u8.ToArray(), HalfDay.Morning), ("오후"u8.ToArray(), HalfDay.Afternoon),
        ("午前"u8.ToArray(), HalfDay.Morning), ("午後"u8.ToArray(), HalfDay.Afternoon),
        ("ص"u8.ToArray(), HalfDay.Morning), ("م"u8.ToArray(), HalfDay.Afternoon),
        ("π.μ."u8.ToArray(), HalfDay.Morning), ("μ.μ."u8.ToArray(), HalfDay.Afternoon),
        ("ΠΜ"u8.ToArray(), HalfDay.Morning), ("ΜΜ"u8.ToArray(), HalfDay.Afternoon),
        ("ÖÖ"u8.ToArray(), HalfDay.Morning), ("ÖS"u8.ToArray(), HalfDay.Afternoon),
        ("SA"u8.ToArray(), HalfDay.Morning), ("CH"u8.ToArray(), HalfDay.Afternoon),
        ("पूर्वाह्न"u8.ToArray(), HalfDay.Morning), ("अपराह्न"u8.ToArray(), HalfDay.Afternoon),
        ("PTG"u8.ToArray(), HalfDay.Afternoon), ("PG"u8.ToArray(), HalfDay.Morning),
        ("du."u8.ToArray(), HalfDay.Afternoon), ("de."u8.ToArray(), HalfDay.Morning),
        ("fm"u8.ToArray(), HalfDay.Morning), ("em"u8.ToArray(), HalfDay.Afternoon),
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
