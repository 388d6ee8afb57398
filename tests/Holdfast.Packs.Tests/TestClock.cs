namespace Holdfast.Packs.Tests;

/// <summary>A clock that goes on by one second each time it is read, so that tests see the order of things.</summary>
internal sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _next = start;

    public static DateTimeOffset Start { get; } = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        var now = _next;
        _next += TimeSpan.FromSeconds(1);
        return now;
    }
}
