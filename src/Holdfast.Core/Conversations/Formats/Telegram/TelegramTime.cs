using System.Globalization;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>
/// Times of a Telegram export: <c>…_unixtime</c> is a point in time, the plain field is the wall clock of the computer
/// that made the export.
/// </summary>
internal static class TelegramTime
{
    private static readonly string[] WallForms = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] ZonedForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The point in time if there is one, else the wall time, else none.</summary>
    internal static MessageTime Read(JsonValue unixTime, JsonValue local)
    {
        if (unixTime.GetInt64() is { } seconds and >= -62_135_596_800 and <= 253_402_300_799)
            return MessageTime.FromInstant(DateTimeOffset.FromUnixTimeSeconds(seconds));
        var ignored = false;
        if (local.GetString(ref ignored) is not { } text)
            return MessageTime.None;
        if (DateTime.TryParseExact(text, WallForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            return MessageTime.FromWall(wall);
        return DateTimeOffset.TryParseExact(
            text, ZonedForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? MessageTime.FromInstant(instant)
            : MessageTime.None;
    }
}
