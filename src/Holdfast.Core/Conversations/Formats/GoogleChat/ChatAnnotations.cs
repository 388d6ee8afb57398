using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.GoogleChat;

/// <summary>What hangs on a message beside its text: links, files in Drive, videos, meetings and calls.</summary>
internal static class ChatAnnotations
{
    private static ReadOnlySpan<byte> Address => "private_do_not_access_or_else_safe_url_wrapped_value"u8;

    /// <summary>The line that an annotation adds where the text does not have it already; null when it adds nothing.</summary>
    /// <param name="annotation">One entry of <c>annotations</c>.</param>
    /// <param name="text">The text of the message.</param>
    /// <param name="kind">What the annotation makes of a message that has no text.</param>
    /// <param name="damaged">Set to true when a text is not valid.</param>
    internal static string? Line(JsonValue annotation, string? text, ref MessageKind kind, ref bool damaged)
    {
        var members = annotation.Members;
        while (members.MoveNext())
        {
            var value = members.Value;
            if (value.Kind != JsonKind.Object)
                continue;
            var (line, means) = Read(members.Name, value, ref damaged);
            if (means is { } found && kind == MessageKind.Text)
                kind = found;
            if (line is not null && text?.Contains(line, StringComparison.Ordinal) != true)
                return line;
        }

        return null;
    }

    private static (string? Line, MessageKind? Kind) Read(ReadOnlySpan<byte> name, JsonValue value, ref bool damaged)
    {
        if (name.SequenceEqual("url_metadata"u8))
            return (Url(value["url"u8], ref damaged) ?? value["title"u8].GetString(ref damaged), MessageKind.Share);
        if (name.SequenceEqual("drive_metadata"u8))
            return (Named(value["title"u8], ref damaged) ?? value["id"u8].GetString(ref damaged), MessageKind.Share);
        if (name.SequenceEqual("youtube_metadata"u8))
            return (value["id"u8].GetString(ref damaged), MessageKind.Share);
        if (name.SequenceEqual("video_call_metadata"u8))
        {
            var space = value["meeting_space"u8];
            return (Url(space["meeting_url"u8], ref damaged) ?? space["meeting_code"u8].GetString(ref damaged), MessageKind.Share);
        }

        if (value["call_data"u8] is { Kind: JsonKind.Object } call)
            return (Words(call["call_status"u8], ref damaged) ?? "call", MessageKind.Call);
        if (name.SequenceEqual("membership_changed"u8))
            return (Words(value["type"u8], ref damaged), MessageKind.Notice);
        return (null, null);
    }

    // "CALL_MISSED"
    private static string? Words(JsonValue constant, ref bool damaged) => Named(constant, ref damaged)?.Replace('_', ' ').ToLowerInvariant();

    // Addresses stand in a field with a warning for a name, in older files as they are.
    private static string? Url(JsonValue value, ref bool damaged) =>
        Named(value.Kind == JsonKind.Object ? value[Address] : value, ref damaged);

    private static string? Named(JsonValue value, ref bool damaged) => value.GetString(ref damaged) is { Length: > 0 } text ? text : null;
}
