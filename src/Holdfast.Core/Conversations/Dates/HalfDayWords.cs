using Holdfast.Conversations.Formats.WhatsApp;

namespace Holdfast.Conversations.Dates;

/// <summary>Finds the words for before and after noon in a printed time, wherever they stand in it.</summary>
internal static class HalfDayWords
{
    private static readonly (string Word, HalfDay Half)[] Anywhere =
    [
        ("上午", HalfDay.Morning), ("下午", HalfDay.Afternoon), ("午前", HalfDay.Morning), ("午後", HalfDay.Afternoon),
        ("오전", HalfDay.Morning), ("오후", HalfDay.Afternoon), ("凌晨", HalfDay.Morning), ("早上", HalfDay.Morning),
        ("清晨", HalfDay.Morning), ("中午", HalfDay.Afternoon), ("晚上", HalfDay.Afternoon), ("傍晚", HalfDay.Afternoon),
        ("पूर्वाह्न", HalfDay.Morning), ("अपराह्न", HalfDay.Afternoon), ("ก่อนเที่ยง", HalfDay.Morning), ("หลังเที่ยง", HalfDay.Afternoon),
        ("π.μ.", HalfDay.Morning), ("μ.μ.", HalfDay.Afternoon),
    ];

    private static readonly (string Word, HalfDay Half)[] Words =
    [
        ("am", HalfDay.Morning), ("pm", HalfDay.Afternoon), ("ص", HalfDay.Morning), ("م", HalfDay.Afternoon),
        ("πμ", HalfDay.Morning), ("μμ", HalfDay.Afternoon), ("öö", HalfDay.Morning), ("ös", HalfDay.Afternoon),
    ];

    // Words that mean other things in other languages ("Sa" is a day in German, "du" an article in French).
    private static readonly (string Word, HalfDay Half)[] WordsAfterTime =
    [
        ("SA", HalfDay.Morning), ("CH", HalfDay.Afternoon), ("fm", HalfDay.Morning), ("em", HalfDay.Afternoon),
        ("PTG", HalfDay.Afternoon), ("PG", HalfDay.Morning),
    ];

    /// <summary>The half that a scripted mark names, anywhere in the text.</summary>
    internal static HalfDay Find(ReadOnlySpan<char> text)
    {
        foreach (var (word, half) in Anywhere)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return half;
        }

        return HalfDay.None;
    }

    /// <summary>The half that a word of letters names ("am", "PM").</summary>
    /// <param name="word">The word.</param>
    /// <param name="isAfterTime">True when it stands behind the digits of a time.</param>
    internal static HalfDay Of(ReadOnlySpan<char> word, bool isAfterTime)
    {
        foreach (var (known, half) in Words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return half;
        }

        foreach (var (known, half) in WordsAfterTime)
        {
            if (isAfterTime && word.Equals(known, StringComparison.Ordinal))
                return half;
        }

        return HalfDay.None;
    }
}
