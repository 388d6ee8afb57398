namespace Holdfast.Conversations.Dates;

/// <summary>Times as Apple's programs store them: counted from 2001-01-01 UTC.</summary>
internal static class AppleTime
{
    private static readonly DateTimeOffset Epoch = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A number of the database: nanoseconds since macOS 10.13 and iOS 11, seconds before; 0 stands for none. Whole seconds
    /// are kept: the rest is the phone's own order of things, and no program shows it.
    /// </summary>
    internal static MessageTime FromDatabase(long? value)
    {
        if (value is null or 0)
            return MessageTime.None;
        // 10^11 seconds would be the year 5169, and 10^11 nanoseconds less than two minutes of 2001.
        var seconds = value is > 100_000_000_000 or < -100_000_000_000 ? value.Value / 1_000_000_000 : value.Value;
        return FromSeconds(seconds);
    }

    /// <summary>A number of seconds, as property lists have it.</summary>
    internal static MessageTime FromSeconds(double? seconds) =>
        // From the year 1 to the year 9999
        seconds is > -60_000_000_000 and < 250_000_000_000 ? MessageTime.FromInstant(Epoch.AddSeconds(Math.Floor(seconds.Value))) : MessageTime.None;
}
