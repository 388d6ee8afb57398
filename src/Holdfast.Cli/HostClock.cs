using System.Globalization;

namespace Holdfast.Cli;

/// <summary>
/// The clock of the device; or, for packs that must come out the same twice, the time that SOURCE_DATE_EPOCH gives
/// (seconds since 1970, reproducible-builds.org).
/// </summary>
internal static class HostClock
{
    public static TimeProvider Get() =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= 253402300799
            ? new Fixed(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : TimeProvider.System;

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
