using System.Globalization;
using System.Text;

namespace Holdfast.Conversations.Dates;

/// <summary>A number, a word in small letters, or a mark of a written date.</summary>
internal readonly struct DateToken
{
    private const int Most = 40;

    private DateToken(string text, int value, int digits)
    {
        (Text, Value, Digits) = (text, value, digits);
        IsWord = digits == 0 && char.IsLetter(text[0]);
        if (!IsWord)
            return;
        (Month, Half, Zone) = (MonthNames.Listed(text), HalfDayWords.InWrittenDate(text), ZoneOf(text));
    }

    /// <summary>The word or mark; empty for a number.</summary>
    internal string Text { get; }

    /// <summary>The value of a number.</summary>
    internal int Value { get; }

    /// <summary>How many digits a number has; 0 when it is none.</summary>
    internal int Digits { get; }

    internal bool IsNumber => Digits > 0;

    internal bool IsWord { get; }

    /// <summary>The month that the word names, or 0.</summary>
    internal int Month { get; }

    /// <summary>The half of the day that the word names.</summary>
    internal HalfDay Half { get; }

    /// <summary>The offset in minutes of a zone that the word names, or null.</summary>
    internal int? Zone { get; }

    /// <summary>The parts of a text; null when there are too many for a date.</summary>
    internal static List<DateToken>? Split(ReadOnlySpan<char> text)
    {
        var tokens = new List<DateToken>();
        for (var i = 0; i < text.Length && tokens.Count <= Most;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200E' or '\u200F' or ',' or '،' or '、')
                i++;
            else if (CharUnicodeInfo.GetDecimalDigitValue(c) >= 0)
                tokens.Add(Number(text, ref i));
            else if (char.IsLetter(c))
                tokens.Add(Word(text, ref i));
            else
                tokens.Add(new DateToken(text[i++].ToString(), 0, 0));
        }

        if (tokens.Count > Most)
            return null;
        JoinHalfDays(tokens);
        return tokens;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "date token";

    private static DateToken Number(ReadOnlySpan<char> text, ref int i)
    {
        int value = 0, digits = 0;
        for (; i < text.Length && CharUnicodeInfo.GetDecimalDigitValue(text[i]) is var digit and >= 0; i++, digits++)
            value = Math.Min(1_000_000, value * 10 + digit);
        return new DateToken("", value, digits);
    }

    private static DateToken Word(ReadOnlySpan<char> text, ref int i)
    {
        // The characters for year, month, day, hour and minute stand by themselves.
        if (IsUnit(text[i]))
            return new DateToken(text[i++].ToString(), 0, 0);
        var word = new StringBuilder();
        while (i < text.Length && !IsUnit(text[i]) && (char.IsLetter(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            word.Append(char.ToLowerInvariant(text[i++]));
        return new DateToken(word.ToString(), 0, 0);
    }

    private static bool IsUnit(char c) => c is '年' or '月' or '日' or '時' or '点' or '分' or '秒' or '년' or '월' or '일' or '시' or '분' or '초';

    /// <summary>Joins "a. m." and "π.μ." to one word.</summary>
    private static void JoinHalfDays(List<DateToken> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text is not ("a" or "p" or "π" or "μ"))
                continue;
            var second = tokens[i + 1].Text == "." && i + 2 < tokens.Count ? i + 2 : i + 1;
            var joined = tokens[i].Text + tokens[second].Text;
            if (joined is not ("am" or "pm" or "πμ" or "μμ"))
                continue;
            tokens.RemoveRange(i + 1, second - i);
            tokens[i] = new DateToken(joined, 0, 0);
        }
    }

    // The zones that a US account shows by letters; the others are written as an offset.
    private static int? ZoneOf(string word) => word switch
    {
        "utc" or "gmt" => 0,
        "pst" => -8 * 60,
        "pdt" or "mst" => -7 * 60,
        "mdt" or "cst" => -6 * 60,
        "cdt" or "est" => -5 * 60,
        "edt" => -4 * 60,
        _ => null,
    };
}
