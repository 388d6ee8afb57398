namespace Holdfast.Conversations.Formats.Signal;

/// <summary>
/// The start of a record of signal-export: <c>[2024-06-12 08:13:00] Name: words</c>, before 2021
/// <c>[2019-05-29, 15:04] Name: words</c>. The program writes no other order and no other signs, which tells it from WhatsApp: that
/// one writes a comma and seconds.
/// </summary>
/// <param name="At">The clock of the computer that exported.</param>
/// <param name="HasSeconds">True for the newer form.</param>
/// <param name="NameStart">Index of the sender.</param>
/// <param name="NameEnd">Index after it.</param>
internal readonly record struct SignalHead(MessageTime At, bool HasSeconds, int NameStart, int NameEnd)
{
    /// <summary>The sender.</summary>
    internal string Name(string line) => line[NameStart..NameEnd];

    /// <summary>What follows the colon and its space.</summary>
    internal ReadOnlySpan<char> Rest(string line) =>
        NameEnd + 1 >= line.Length ? [] : line.AsSpan(line[NameEnd + 1] == ' ' ? NameEnd + 2 : NameEnd + 1);

    /// <summary>Reads the start of a line.</summary>
    internal static bool TryParse(ReadOnlySpan<char> line, out SignalHead head)
    {
        head = default;
        var close = line.Length > 20 && line[0] == '[' ? line[..Math.Min(line.Length, 22)].IndexOf(']') : -1;
        if (close < 0)
            return false;
        // Twenty signs with seconds and a space; eighteen with a comma and without.
        var stamp = line[1..close];
        var hasSeconds = stamp.Length == 19;
        if (!hasSeconds && (stamp.Length != 17 || stamp[10] != ','))
            return false;
        var time = hasSeconds ? stamp[11..] : stamp[12..];
        if (stamp[4] != '-' || stamp[7] != '-' || stamp[hasSeconds ? 10 : 11] != ' ' || time[2] != ':' || hasSeconds && time[5] != ':')
            return false;
        if (!TryNumber(stamp[..4], out var year) || !TryNumber(stamp[5..7], out var month) || !TryNumber(stamp[8..10], out var day)
            || !TryNumber(time[..2], out var hour) || !TryNumber(time[3..5], out var minute))
            return false;
        var second = 0;
        if (hasSeconds && !TryNumber(time[6..], out second))
            return false;
        if (year is < 1970 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        if (line.Length < close + 4 || line[close + 1] != ' ')
            return false;
        // A name may hold a colon, but no one can tell; the first one with a space behind ends it.
        var rest = line[(close + 2)..];
        var colon = rest.IndexOf(": ");
        if (colon < 0 && rest[^1] == ':')
            colon = rest.Length - 1;
        if (colon is <= 0 or > 200)
            return false;
        head = new SignalHead(
            MessageTime.FromWall(new DateTime(year, month, day, hour, minute, second)), hasSeconds, close + 2, close + 2 + colon);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = value * 10 + (c - '0');
        }

        return true;
    }
}
