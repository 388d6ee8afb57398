namespace Holdfast.Conversations.Dates;

/// <summary>
/// Reads the form that nearly all servers write, <c>2024-06-12T06:18:00.123+02:00</c>, in a few steps: a download has
/// hundreds of thousands of them, and trying form after form takes longer than all the rest of reading.
/// </summary>
internal static class MachineStamp
{
    private const int WithSeconds = 19;
    private const int OffsetLength = 6;
    private const int MostDigits = 7;

    /// <summary>
    /// True for a time in exactly this form; the day and the time may be parted by a space, and fraction and offset may be
    /// left out. Anything else, and times at the ends of the calendar, is left to those who know more forms.
    /// </summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out DateTime wall, out TimeSpan? offset)
    {
        (wall, offset) = (default, null);
        if (text.Length < WithSeconds || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ') || text[13] != ':' || text[16] != ':')
            return false;
        int year = Two(text, 0) * 100 + Two(text, 2), month = Two(text, 5), day = Two(text, 8);
        int hour = Two(text, 11), minute = Two(text, 14), second = Two(text, 17);
        if (year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        var rest = text[WithSeconds..];
        if (!TryFraction(ref rest, out var ticks) || rest.Length > 0 && !TryOffset(rest, out offset))
            return false;
        wall = new DateTime(year, month, day, hour, minute, second).AddTicks(ticks);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.Length == 0 || rest[0] != '.')
            return true;
        var digits = 0;
        for (rest = rest[1..]; rest.Length > 0 && char.IsAsciiDigit(rest[0]); rest = rest[1..], digits++)
        {
            if (digits == MostDigits)
                return false;
            ticks = ticks * 10 + (rest[0] - '0');
        }

        for (var i = digits; i < MostDigits; i++)
            ticks *= 10;
        return digits > 0;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out TimeSpan? offset)
    {
        offset = null;
        if (rest.Length != OffsetLength || rest[0] is not ('+' or '-') || rest[3] != ':')
            return false;
        int hours = Two(rest, 1), minutes = Two(rest, 4);
        if (hours is < 0 or > 13 || minutes is < 0 or > 59)
            return false;
        offset = TimeSpan.FromMinutes((rest[0] == '-' ? -1 : 1) * (hours * 60 + minutes));
        return true;
    }

    /// <summary>Two digits; far below zero when they are none.</summary>
    private static int Two(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? (text[at] - '0') * 10 + (text[at + 1] - '0') : -10_000;
}
