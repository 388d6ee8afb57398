using System.Globalization;
using System.Runtime.CompilerServices;
namespace Holdfast.Conversations.Dates;

/// <summary>The numbers and telling words of a printed date and time, and which of the numbers are the time.</summary>
internal struct CultureStampParts
{
    private const int Most = 8;
    private Numbers _numbers;
    private int _count;
    private int _timeStart;

    /// <summary>How many numbers the time has: none, two or three.</summary>
    internal int TimeCount { get; private set; }

    /// <summary>The month that a word names, or 0.</summary>
    internal int Month { get; private set; }

    /// <summary>The half of the day that a word names.</summary>
    internal HalfDay Half { get; private set; }

    /// <summary>True for "AM" and "PM".</summary>
    internal bool HasCapitalHalfDay { get; private set; }

    /// <summary>True when a number below ten of the date has a zero before it.</summary>
    internal bool IsPadded { get; private set; }

    /// <summary>What stands after the first number of the date.</summary>
    internal char Separator { get; private set; }

    /// <summary>The offset from UTC, when the text says one.</summary>
    internal int? OffsetMinutes { get; private set; }

    /// <summary>Hour, minute and second as printed.</summary>
    internal readonly (int Hour, int Minute, int Second) Time =>
        (_numbers[_timeStart].Value, _numbers[_timeStart + 1].Value, TimeCount > 2 ? _numbers[_timeStart + 2].Value : 0);

    /// <summary>The numbers of the date, in printed order.</summary>
    internal readonly int[] DateNumbers
    {
        get
        {
            var result = new List<int>(4);
            for (var i = 0; i < _count; i++)
            {
                if (i < _timeStart || i >= _timeStart + TimeCount)
                    result.Add(_numbers[i].Value);
            }

            return [.. result];
        }
    }

    /// <summary>Takes the text apart; false when it holds too many numbers or none.</summary>
    internal bool TryRead(ReadOnlySpan<char> text)
    {
        Half = HalfDayWords.Find(text);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsDigit(text[i]))
            {
                if (_count == Most || !TakeNumber(text, ref i))
                    return false;
            }
            else if (IsLetter(text[i]))
            {
                TakeWord(text, ref i);
            }
            else
            {
                i++;
            }
        }

        FindTime();
        for (var i = 0; i < _count; i++)
        {
            var isDate = i < _timeStart || i >= _timeStart + TimeCount;
            IsPadded |= isDate && _numbers[i].IsPadded;
            if (isDate && Separator == '\0')
                Separator = _numbers[i].After;
        }

        return _count > 0;
    }

    private bool TakeNumber(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        var value = 0;
        for (; i < text.Length && char.IsDigit(text[i]); i++)
        {
            if (i - start == 4)
                return false;
            // Any script's digits have their value in Unicode.
            value = value * 10 + (int)CharUnicodeInfo.GetNumericValue(text[i]);
        }

        // The fraction of a second is no number of its own.
        if (start > 0 && text[start - 1] is '.' or ',' && _count >= 2 && _numbers[_count - 1].Before == ':' && _numbers[_count - 2].Before == ':')
            return true;
        _numbers[_count++] = new Number(value, start > 0 ? text[start - 1] : '\0', i < text.Length ? text[i] : '\0', i - start == 2 && value < 10);
        return true;
    }

    private void TakeWord(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        while (i < text.Length && IsLetter(text[i]))
            i++;
        var word = text[start..i];
        if (word is "UTC" or "GMT")
        {
            OffsetMinutes = TakeOffset(text, ref i);
            return;
        }

        // "a.m.", "p. m." with whatever space inside.
        if (word.Length == 1 && (word[0] | 0x20) is 'a' or 'p' && MarkEnd(text, i) is var end and > 0)
        {
            Half = (word[0] | 0x20) == 'a' ? HalfDay.Morning : HalfDay.Afternoon;
            i = end;
            return;
        }

        if (HalfDayWords.Of(word, _count > 0 && _numbers[_count - 1].Before == ':') is var half and not HalfDay.None && Half == HalfDay.None)
        {
            Half = half;
            HasCapitalHalfDay = word is "AM" or "PM";
        }
        else if (MonthNames.Of(word) is var month and > 0)
        {
            // The last one counts: abbreviated days of the week look like months ("mar., 12 jun").
            Month = month;
        }
    }

    private static int MarkEnd(ReadOnlySpan<char> text, int i)
    {
        var at = i;
        while (at < text.Length && (text[at] == '.' || char.IsWhiteSpace(text[at])))
            at++;
        return at > i && at < text.Length && (text[at] | 0x20) == 'm' && (at + 1 == text.Length || !IsLetter(text[at + 1])) ? at + 1 : 0;
    }

    private static int TakeOffset(ReadOnlySpan<char> text, ref int i)
    {
        if (i + 1 >= text.Length || text[i] is not ('+' or '-' or '\u2212') || !char.IsAsciiDigit(text[i + 1]))
            return 0;
        var sign = text[i] == '+' ? 1 : -1;
        int hours = 0, minutes = 0;
        for (i++; i < text.Length && char.IsAsciiDigit(text[i]); i++)
            hours = hours >= 10_000 ? hours : hours * 10 + (text[i] - '0');
        if (hours >= 100)
            (hours, minutes) = (hours / 100, hours % 100);
        if (i + 2 < text.Length && text[i] == ':' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
        {
            minutes = (text[i + 1] - '0') * 10 + (text[i + 2] - '0');
            i += 3;
        }

        return hours > 14 ? 0 : sign * Math.Min(840, hours * 60 + minutes);
    }

    private void FindTime()
    {
        for (var i = 0; i + 1 < _count; i++)
        {
            if (_numbers[i].After is ':' or '時' or '点' or '點' or '시' && (_numbers[i].After != ':' || _numbers[i + 1].Before == ':'))
            {
                _timeStart = i;
                var third = i + 2 < _count && (_numbers[i + 1].After is '分' or '분' || _numbers[i + 1].After == ':' && _numbers[i + 2].Before == ':');
                TimeCount = third ? 3 : 2;
                return;
            }
        }

        // "12.06.2024 klo 8.13": no colon anywhere, so the time is what is left after the date.
        var date = Month > 0 ? 2 : 3;
        if (_count - date is 2 or 3)
            (_timeStart, TimeCount) = (date, _count - date);
    }

    // Marks that build letters (Thai, Devanagari vowels) belong to the word.
    private static bool IsLetter(char c) =>
        char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private readonly record struct Number(int Value, char Before, char After, bool IsPadded);

    [InlineArray(Most)]
    private struct Numbers
    {
        private Number _first;
    }
}
