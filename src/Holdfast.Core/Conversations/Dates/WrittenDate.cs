namespace Holdfast.Conversations.Dates;

/// <summary>
/// Reads dates with a time of day as apps write them for people, in many languages: <c>Jun 10, 2024 6:28 am</c>,
/// <c>10 giugno 2024 alle ore 06:28</c>, <c>Friday, October 4, 2013 at 10:05pm PDT</c>, <c>2024年6月10日 下午6:28</c>. Words that it
/// does not know (days of the week, "at") are passed over, up to a few.
/// </summary>
internal static class WrittenDate
{
    private const int LongestText = 90;
    private const int MostUnknownWords = 7;

    /// <summary>The time that the text says, or null when it says none.</summary>
    /// <param name="text">The whole text; nothing but the date and time may stand in it.</param>
    /// <param name="order">The order of day and month where both are numbers, if known.</param>
    /// <param name="isAmbiguous">True when the order would be needed and is not known.</param>
    internal static MessageTime? Read(ReadOnlySpan<char> text, DateOrder order, out bool isAmbiguous)
    {
        isAmbiguous = false;
        if (text.Length is < 8 or > LongestText || DateToken.Split(text) is not { } tokens)
            return null;
        var clock = FindClock(tokens);
        if (clock < 0 || !TryReadClock(tokens, clock, out var time, out var afterClock))
            return null;
        var offset = FindZone(tokens, afterClock, out var zoneEnd);
        var date = ReadDate(tokens, clock, afterClock, zoneEnd, order, out isAmbiguous);
        if (date is not { } day)
            return null;
        var wall = day + time;
        if (offset is not { } minutes)
            return MessageTime.FromWall(wall);
        // The first and last hours that the calendar has leave no room for an offset.
        return wall.Year is > 1 and < 9999 ? MessageTime.FromInstant(new DateTimeOffset(wall, TimeSpan.FromMinutes(minutes))) : null;
    }

    private static int FindClock(List<DateToken> tokens)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].IsNumber && tokens[i].Digits <= 2 && (tokens[i + 1].Text == ":" || tokens[i + 1].Text is "h" or "時" or "시" or "点")
                && tokens[i + 2].IsNumber && tokens[i + 2].Digits == 2)
                return i;
        }

        // "6.28" is a time only behind a month in letters; otherwise it may be the day and month.
        var hasMonth = tokens.Exists(t => t.Month > 0);
        for (var i = tokens.Count - 3; hasMonth && i >= 0; i--)
        {
            if (tokens[i].IsNumber && tokens[i].Digits <= 2 && tokens[i + 1].Text == "." && tokens[i + 2] is { IsNumber: true, Digits: 2 })
                return i;
        }

        return -1;
    }

    private static bool TryReadClock(List<DateToken> tokens, int at, out TimeSpan time, out int after)
    {
        var (hour, minute, second) = (tokens[at].Value, tokens[at + 2].Value, 0);
        var separator = tokens[at + 1].Text;
        after = at + 3;
        if (after + 1 < tokens.Count && tokens[after].Text is var next && (next == separator || next is "分" or "분") && tokens[after + 1] is { IsNumber: true, Digits: 2 })
        {
            second = tokens[after + 1].Value;
            after += 2;
        }

        var isMorning = tokens.Exists(t => t.Half == HalfDay.Morning);
        var isAfternoon = tokens.Exists(t => t.Half == HalfDay.Afternoon);
        if (hour == 12 && isMorning)
            hour = 0;
        else if (hour < 12 && isAfternoon && !isMorning)
            hour += 12;
        time = default;
        // A phone writes 24:05 in some countries for the first hour of a day; nothing says which day, so it is not read.
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        time = new TimeSpan(hour, minute, second);
        return true;
    }

    /// <summary>The offset in minutes that stands behind the time; null when none does.</summary>
    private static int? FindZone(List<DateToken> tokens, int from, out int end)
    {
        end = from;
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Zone is not { } minutes)
                continue;
            end = i + 1;
            if (tokens[i].Text is not ("utc" or "gmt") || end + 1 >= tokens.Count || tokens[end].Text is not ("+" or "-" or "−") || !tokens[end + 1].IsNumber)
                return minutes;
            var number = tokens[end + 1];
            var sign = tokens[end].Text == "+" ? 1 : -1;
            end += 2;
            var offset = number.Digits > 2 ? number.Value / 100 * 60 + number.Value % 100 : number.Value * 60;
            if (end + 1 < tokens.Count && tokens[end].Text == ":" && tokens[end + 1].IsNumber)
            {
                offset += tokens[end + 1].Value;
                end += 2;
            }

            return offset <= 14 * 60 ? sign * offset : null;
        }

        return null;
    }

    private static DateTime? ReadDate(List<DateToken> tokens, int clock, int afterClock, int zoneEnd, DateOrder order, out bool isAmbiguous)
    {
        isAmbiguous = false;
        var month = 0;
        var unknown = 0;
        var numbers = new List<DateToken>();
        string? separator = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (i >= clock && i < afterClock || i >= afterClock && i < zoneEnd)
                continue;
            if (token.IsNumber)
                numbers.Add(token);
            else if (token.Month > 0 && month == 0)
                month = token.Month;
            else if (token.Text is "/" or "." or "-")
                separator ??= numbers.Count == 1 ? token.Text : null;
            else if (token.IsWord && token.Half == HalfDay.None)
                unknown++;
        }

        if (unknown > MostUnknownWords)
            return null;
        if (month > 0)
        {
            return numbers switch
            {
                [{ Digits: 4 } year, var day] => Build(year.Value, month, day.Value),
                [var day, { Digits: 4 } year] => Build(year.Value, month, day.Value),
                _ => null,
            };
        }

        return numbers switch
        {
            [{ Digits: 4 } year, var first, var second] => Build(year.Value, first.Value, second.Value),
            [var first, var second, { Digits: 4 } year] when separator == "." || first.Value > 12 || order == DateOrder.DayMonthYear
                || tokens.Exists(t => t.Text == "tháng") => Build(year.Value, second.Value, first.Value),
            [var first, var second, { Digits: 4 } year] when second.Value > 12 || order == DateOrder.MonthDayYear || first.Value == second.Value =>
                Build(year.Value, first.Value, second.Value),
            [_, _, { Digits: 4 }] => Ambiguous(out isAmbiguous),
            _ => null,
        };
    }

    private static DateTime? Ambiguous(out bool isAmbiguous)
    {
        isAmbiguous = true;
        return null;
    }

    private static DateTime? Build(int year, int month, int day) =>
        year is >= 1970 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;
}
