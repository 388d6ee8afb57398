namespace Holdfast.Findings.Identifiers;

/// <summary>Tells dates, times and amounts of money from other numbers by their shape.</summary>
internal static class NumberShapes
{
    private static readonly CueWords Money = new(
        "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pounds", "btc", "eth", "usdt", "naira", "k", "kg", "km", "mb", "gb", "%");

    /// <summary>True when the numbers at this place are a date or an amount.</summary>
    public static bool IsDateOrAmount(string text, int start, int end)
    {
        var groups = DigitGroup.In(text[start..end]);
        var marks = Marks(text.AsSpan(start, end - start));
        if (IsDate(groups, marks) || IsThousands(groups, marks))
            return true;
        if (start > 0 && text[start - 1] is '$' or '\u20AC' or '\u00A3' or ',' or '.' or ':')
            return text[start - 1] != ':' || (start > 1 && char.IsDigit(text[start - 2]));
        var next = end < text.Length ? text[end] : ' ';
        var isFraction = next == ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]);
        if (isFraction || next is '$' or '\u20AC' or '\u00A3' or '%' or ':')
            return true;
        var after = text.After(end, 10).TrimStart(' ');
        return Money.TryMatch(after, 0, out _, out _);
    }

    private static bool IsDate(List<DigitGroup> groups, string marks)
    {
        if (groups.Count < 3 || marks.Length < 2 || marks[0] != marks[1] || marks[0] is not ('-' or '/' or '.' or ' '))
            return false;
        var (a, b, c) = (groups[0].Length, groups[1].Length, groups[2].Length);
        var isDayFirst = a <= 2 && b <= 2 && c is 2 or 4;
        var isYearFirst = a == 4 && b <= 2 && c <= 2;

        // "07 70 09 00 12" is a number: with more pairs after it, it is no date.
        return isYearFirst || (isDayFirst && (groups.Count == 3 || c == 4 || marks[2] == ' ' && marks[0] != ' '));
    }

    private static bool IsThousands(List<DigitGroup> groups, string marks) =>
        groups.Count > 2 && groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3) && marks.All(m => m is '.' or ' ') && marks[0] == '.';

    // The first mark between any two groups.
    private static string Marks(ReadOnlySpan<char> text)
    {
        var marks = new System.Text.StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i - 1]))
                marks.Append(text[i]);
        }

        return marks.ToString();
    }
}
