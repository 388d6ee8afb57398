namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>Turns Snapchat's names for kinds of records into ours.</summary>
internal static class SnapchatKind
{
    /// <summary>The kind of a record.</summary>
    /// <param name="type">What Snapchat calls it.</param>
    /// <param name="text">Its words; an empty text becomes null, a status its own name.</param>
    /// <param name="hasMedia">True when it names files.</param>
    internal static MessageKind Of(string? type, ref string? text, bool hasMedia)
    {
        text = string.IsNullOrEmpty(text) ? null : text;
        var name = type?.ToUpperInvariant() ?? "";
        if (name.StartsWith("STATUSERASED", StringComparison.Ordinal))
            return MessageKind.Deleted;
        if (name.StartsWith("STATUSCALL", StringComparison.Ordinal))
        {
            text ??= type;
            return MessageKind.Call;
        }

        if (name.StartsWith("STATUS", StringComparison.Ordinal))
        {
            // What happened is said by the name of the status alone.
            text ??= type;
            return MessageKind.Notice;
        }

        if (name.StartsWith("SHARE", StringComparison.Ordinal) || name is "LOCATION")
            return text is null && !hasMedia ? MessageKind.NotExported : MessageKind.Share;
        if (hasMedia || name is "MEDIA" or "IMAGE" or "PHOTO" or "VIDEO" or "STICKER" or "NOTE" or "AUDIO" or "SNAP")
            return MessageKind.Media;
        if (name.Contains("CALL", StringComparison.Ordinal))
            return MessageKind.Call;
        // Only what was saved has words in the download; null is no empty message.
        return text is null ? MessageKind.NotExported : MessageKind.Text;
    }

    /// <summary>What happened, as far as the name of a status is known; the name itself stays in the text.</summary>
    internal static MessageEvent EventOf(string? type) => type?.ToUpperInvariant() switch
    {
        "STATUSSAVETOCAMERAROLL" => MessageEvent.MediaSaved,
        "STATUSCONVERSATIONCAPTURESCREENSHOT" => MessageEvent.ScreenshotTaken,
        "STATUSCONVERSATIONCAPTURERECORD" => MessageEvent.ScreenRecorded,
        "STATUSPARTICIPANTADDED" => MessageEvent.MemberAdded,
        "STATUSPARTICIPANTREMOVED" => MessageEvent.MemberRemoved,
        "STATUSNAMECHANGED" => MessageEvent.ChatRenamed,
        "STATUSCALLMISSEDAUDIO" or "STATUSCALLMISSEDVIDEO" => MessageEvent.MissedCall,
        "STATUSCALLENDEDAUDIO" or "STATUSCALLENDEDVIDEO" => MessageEvent.CallEnded,
        _ => MessageEvent.None,
    };
}
