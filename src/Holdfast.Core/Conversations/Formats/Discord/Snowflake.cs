using System.Globalization;
using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>
/// Discord's ids hold the instant at which they were made: milliseconds since 2015-01-01 UTC above the lowest 22 bits
/// (discord.com/developers/docs/reference, "Snowflakes").
/// </summary>
internal static class Snowflake
{
    private const long Epoch = 1_420_070_400_000;

    /// <summary>The instant in an id; none for what is too small to be one.</summary>
    internal static MessageTime TimeOf(string? id) =>
        id is { Length: >= 15 and <= 19 } && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? MachineTime.FromEpoch((value >> 22) + Epoch)
            : MessageTime.None;

    /// <summary>True for what can be the id of a channel or message.</summary>
    internal static bool Is(ReadOnlySpan<char> id) => id.Length is >= 15 and <= 20 && !id.ContainsAnyExceptInRange('0', '9');
}
