using System.Globalization;

namespace Holdfast.Conversations.Screenshots;

/// <summary>Gathers the parts of a printed date and time, word by word.</summary>
internal sealed class StampParts(DateOrder order)
{
    private readonly List<int> _numbers = [];
    private (int Hour, int Minute)? _clock;
    private bool? _afternoon;
    private int _month;
    private int? _year;
    private bool _dayName;
    private bool _relative;
    private bool _numeric;
    private DateOnly? _date;

    /// <summary>Takes the next word. False when it belongs to no date or time.</summary>
    internal bool Take(string word)
    {
        var folded = CalendarWords.Folded(word);
        return TakeClock(word) || TakeHalf(folded) || TakeNumericDate(word) || TakeNumber(folded) || TakeName(folded)
            || CalendarWords.IsBetween(folded);
    }

    /// <summary>What was gathered; null when it is no date and no time.</summary>
    internal PrintedStamp? Stamp(string text)
    {
        if (_numbers.Count > 1 || (_numbers.Count == 1 && _month == 0) || (_month > 0 && _numbers.Count == 0 && _year is null))
            return null;
        var date = _date;
        if (_month > 0 && _numbers.Count == 1 && _year is { } year && _numbers[0] <= DateTime.DaysInMonth(year, _month))
            date = new DateOnly(year, _month, _numbers[0]);
        var clock = Clock();
        var namesDay = _numeric || _month > 0 || _dayName || _relative;
        return clock is null && (!namesDay || (_afternoon is not null)) ? null : new PrintedStamp(text, clock, date, namesDay);
    }

    private TimeOnly? Clock()
    {
        if (_clock is not { } clock)
            return null;
        var hour = _afternoon switch
        {
            true when clock.Hour is >= 1 and < 12 => clock.Hour + 12,
            false when clock.Hour == 12 => 0,
            _ => clock.Hour,
        };
        return new TimeOnly(hour, clock.Minute);
    }

    private bool TakeClock(string word)
    {
        if (_clock is not null)
            return false;
        var text = Digits(word.Trim('.'));
        var half = text.Length;
        while (half > 0 && text[half - 1] is 'a' or 'p' or 'm' or 'A' or 'P' or 'M' or '.')
            half--;
        var mark = text.AsSpan(0, half).IndexOfAny(':', '.', 'h');
        if (mark is < 1 or > 2 || half - mark != 3 || !Number(text.AsSpan(0, mark), 23, out var hour) || !Number(text.AsSpan(mark + 1, 2), 59, out var minute))
            return false;
        if (half < text.Length && !TakeHalf(CalendarWords.Folded(text.AsSpan(half))))
            return false;
        _clock = (hour, minute);
        return true;
    }

    // The usual slips inside a clock: a small L or a stroke for 1, the letter O for 0.
    private static string Digits(string word) => !word.AsSpan().ContainsAny(':', '.') || !word.AsSpan().ContainsAnyInRange('0', '9') ? word
        : word.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1').Replace('|', '1');

    private bool TakeHalf(string folded)
    {
        // "p. m." comes as two words.
        if (folded == "m" && _afternoon is not null)
            return true;
        if (_afternoon is not null || folded is not ("am" or "pm" or "a" or "p" or "arn" or "prn"))
            return false;
        if (folded == "a" && _clock is null)
            return false;
        _afternoon = folded[0] == 'p';
        return true;
    }

    private bool TakeNumericDate(string word)
    {
        var parts = word.Trim('.').Split('/', '.', '-');
        if (_date is not null || _numeric || parts.Length is < 2 or > 3 || parts.Any(part => part.Length is 0 or > 4 || !Number(part, 9999, out _)))
            return false;
        var n = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        if (parts.Length == 2)
            return _numeric = n[0] is > 0 and <= 31 && n[1] is > 0 and <= 31 && (n[0] <= 12 || n[1] <= 12);
        if (parts[0].Length == 4)
            return _numeric = Date(n[0], n[1], n[2]);
        var year = parts[2].Length == 2 ? 2000 + n[2] : n[2];
        var dayFirst = Fits(year, n[1], n[0]) && order != DateOrder.MonthDayYear;
        var monthFirst = Fits(year, n[0], n[1]) && order != DateOrder.DayMonthYear;
        if (!dayFirst && !monthFirst)
            return false;

        // Both readings are possible and different: nobody knows which is meant.
        if (dayFirst != monthFirst || n[0] == n[1])
            Date(year, dayFirst ? n[1] : n[0], dayFirst ? n[0] : n[1]);
        return _numeric = true;
    }

    private bool Date(int year, int month, int day)
    {
        if (!Fits(year, month, day))
            return false;
        _date = new DateOnly(year, month, day);
        return true;
    }

    private static bool Fits(int year, int month, int day) =>
        year is > 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private bool TakeNumber(string folded)
    {
        var digits = folded.AsSpan().TrimEnd("stndrhºª°er");
        if (digits.Length == 0 || !Number(digits, 2099, out var number))
            return false;
        if (number >= 1990 && _year is null && digits.Length == folded.Length)
            _year = number;
        else if (number is >= 1 and <= 31)
            _numbers.Add(number);
        else
            return false;
        return true;
    }

    private bool TakeName(string folded)
    {
        var isDay = CalendarWords.IsDay(folded);
        if (CalendarWords.IsRelative(folded))
            return _relative = true;
        if (_month == 0 && CalendarWords.Month(folded) is var month and > 0 && !(isDay && _numbers.Count == 0))
            _month = month;
        else if (isDay && !CalendarWords.IsBetween(folded))
            _dayName = true;
        else
            return false;
        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
