namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>The numbers that WhatsApp on Android gives to kinds of messages.</summary>
internal static class AndroidKind
{
    /// <summary>The kind of a message. A number that is not known is told by what the message holds.</summary>
    /// <param name="type">The column <c>message_type</c>.</param>
    /// <param name="text">Its words, if any.</param>
    /// <param name="hasFile">True when a file belongs to it.</param>
    internal static MessageKind Of(long type, string? text, bool hasFile) => type switch
    {
        // 0 words; 1 picture, 2 sound, 3 video, 9 document, 13 GIF, 20 sticker
        0 => hasFile ? MessageKind.Media : MessageKind.Text,
        1 or 2 or 3 or 9 or 13 or 20 => MessageKind.Media,
        4 or 14 => MessageKind.ContactCard,
        5 or 16 => MessageKind.Share,
        7 or 11 => MessageKind.Notice,
        8 or 10 or 90 => MessageKind.Call,
        15 or 64 => MessageKind.Deleted,
        // What may be seen once: picture, video, sound. The file is gone once it was seen.
        42 or 43 or 82 => hasFile ? MessageKind.Media : MessageKind.Expired,
        _ => hasFile ? MessageKind.Media : text is null ? MessageKind.Notice : MessageKind.Text,
    };
}
