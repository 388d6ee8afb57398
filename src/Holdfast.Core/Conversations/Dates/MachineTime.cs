using System.Globalization;

namespace Holdfast.Conversations.Dates;

/// <summary>Times as servers write them into data downloads: year first, or counted from 1970.</summary>
internal static class MachineTime
{
    private const long FirstMillisecond = -62_135_596_800_000;
    private const long LastMillisecond = 253_402_300_799_999;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm",
        "yyyy/MM/dd HH:mm:ss",
    ];

    private static readonly string[] ZonedForms =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd HH:mm:ss zzz",
    ];

    /// <summary>
    /// Reads <c>2024-06-12 06:18:00 UTC</c>, <c>2024-06-12T06:18:00.123Z</c>, <c>2024-06-12T06:18:00+02:00</c> and the like.
    /// What has no zone is wall time, unless the platform is known to write UTC.
    /// </summary>
    /// <param name="text">The time; null gives none.</param>
    /// <param name="isUtc">True when the platform is known to write UTC without saying so.</param>
    internal static MessageTime Read(string? text, bool isUtc)
    {
        if (text is null || text.Length > 40)
            return MessageTime.None;
        var rest = text.AsSpan().Trim();
        foreach (var mark in (ReadOnlySpan<string>)["Z", "UTC", "GMT"])
        {
            if (rest.EndsWith(mark, StringComparison.Ordinal))
            {
                rest = rest[..^mark.Length].TrimEnd();
                isUtc = true;
            }
        }

        // All forms begin with the year.
        if (rest.Length == 0 || !char.IsAsciiDigit(rest[0]))
            return MessageTime.None;
        if (MachineStamp.TryRead(rest, out var stamp, out var offset))
        {
            return offset is not null ? MessageTime.FromInstant(new DateTimeOffset(stamp, offset.Value))
                : isUtc ? MessageTime.FromInstant(new DateTimeOffset(stamp, TimeSpan.Zero))
                : MessageTime.FromWall(stamp);
        }

        if (DateTime.TryParseExact(rest, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            return isUtc ? MessageTime.FromInstant(new DateTimeOffset(wall, TimeSpan.Zero)) : MessageTime.FromWall(wall);
        return DateTimeOffset.TryParseExact(rest, ZonedForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? MessageTime.FromInstant(instant)
            : MessageTime.None;
    }

    /// <summary>
    /// Reads a number of seconds, milliseconds or microseconds since 1970. The unit shows in the size of the number, which
    /// is surer than the name of a field: whatever lies between 1973 and 5000 is told apart.
    /// </summary>
    internal static MessageTime FromEpoch(long? number)
    {
        if (number is not > 0)
            return MessageTime.None;
        // As milliseconds, 1e11 is 1973; as seconds, it is the year 5138.
        var milliseconds = number < 100_000_000_000 ? number.Value * 1_000 : number < 100_000_000_000_000 ? number.Value : number.Value / 1_000;
        return milliseconds is < FirstMillisecond or > LastMillisecond
            ? MessageTime.None
            : MessageTime.FromInstant(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }
}
