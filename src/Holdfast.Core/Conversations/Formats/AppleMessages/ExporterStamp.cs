using System.Globalization;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// The times that imessage-exporter writes: <c>May 17, 2022  5:29:42 PM</c>, always in English, by the clock of the computer and
/// without its zone; and spans such as <c>1 hour, 49 seconds</c>.
/// </summary>
internal static class ExporterStamp
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// <summary>Reads a time at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The time.</param>
    /// <param name="rest">What follows it.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, out MessageTime at, out ReadOnlySpan<char> rest)
    {
        at = default;
        rest = text;
        var month = text.Length > 3 && char.IsAsciiLetterUpper(text[0]) ? Months.AsSpan().IndexOf(text[..3]) : -1;
        var left = text[Math.Min(3, text.Length)..];
        if (month < 0 || month % 3 != 0 || !Number(ref left, 2, out var day) || !Mark(ref left, ',') || !Number(ref left, 4, out var year)
            || !Number(ref left, 2, out var hour) || !Mark(ref left, ':') || !Number(ref left, 2, out var minute)
            || !Mark(ref left, ':') || !Number(ref left, 2, out var second))
            return false;
        left = left.TrimStart();
        var isAfternoon = left.StartsWith("PM");
        if (!isAfternoon && !left.StartsWith("AM") || hour is < 1 or > 12 || minute > 59 || second > 60 || year < 1
            || day < 1 || day > DateTime.DaysInMonth(year, month / 3 + 1))
            return false;
        rest = left[2..];
        if (!rest.IsEmpty && rest[0] != ' ')
            return false;
        var date = new DateTime(year, month / 3 + 1, day, hour % 12 + (isAfternoon ? 12 : 0), minute, Math.Min(second, 59), DateTimeKind.Unspecified);
        at = MessageTime.FromWall(date);
        return true;
    }

    /// <summary>
    /// A time after another, as <c>Edited 9 seconds later</c> says it; none when the words are others.
    /// </summary>
    internal static MessageTime Later(MessageTime before, ReadOnlySpan<char> words)
    {
        if (before.Knowledge != TimeKnowledge.WallClock || !TryReadEdit(words, out var span, out _))
            return MessageTime.None;
        return span < DateTime.MaxValue - before.Wall ? MessageTime.FromWall(before.Wall + span) : MessageTime.None;
    }

    /// <summary>Reads <c>Edited 9 seconds later</c>, with or without <c>: words</c> behind.</summary>
    internal static bool TryReadEdit(ReadOnlySpan<char> text, out TimeSpan span, out ReadOnlySpan<char> rest)
    {
        span = default;
        rest = text;
        if (!text.StartsWith("Edited "))
            return false;
        var end = text.IndexOf(" later");
        if (end < 7 || end > 80)
            return false;
        rest = text[(end + 6)..];
        foreach (var part in text[7..end].ToString().Split(", "))
        {
            var space = part.IndexOf(' ', StringComparison.Ordinal);
            if (space < 1 || !int.TryParse(part.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1_000_000)
                return false;
            var unit = part.AsSpan(space + 1).TrimEnd('s') switch
            {
                "second" => TimeSpan.FromSeconds(1),
                "minute" => TimeSpan.FromMinutes(1),
                "hour" => TimeSpan.FromHours(1),
                "day" => TimeSpan.FromDays(1),
                _ => TimeSpan.Zero,
            };
            if (unit == TimeSpan.Zero)
                return false;
            span += unit * count;
        }

        return true;
    }

    private static bool Number(ref ReadOnlySpan<char> text, int most, out int value)
    {
        text = text.TrimStart();
        var length = 0;
        while (length < text.Length && length < most && char.IsAsciiDigit(text[length]))
            length++;
        if (!int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out value))
            return false;
        text = text[length..];
        return true;
    }

    private static bool Mark(ref ReadOnlySpan<char> text, char mark)
    {
        if (text.IsEmpty || text[0] != mark)
            return false;
        text = text[1..];
        return true;
    }
}
