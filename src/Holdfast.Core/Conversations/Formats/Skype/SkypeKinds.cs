namespace Holdfast.Conversations.Formats.Skype;

/// <summary>What Skype's types of message are.</summary>
internal static class SkypeKinds
{
    /// <summary>The kind that the type says; null when the content must tell.</summary>
    internal static MessageKind? Of(string? type) => type switch
    {
        "RichText" or "Text" or "RichText/Html" or "RichText/HTML" or "RichText/Link" or "Poll" => MessageKind.Text,
        "RichText/UriObject" or "RichText/Media_GenericFile" or "RichText/Media_Video" or "RichText/Media_AudioMsg" or "RichText/Media_Album"
            or "RichText/Media_FlikMsg" or "RichText/Media_CallRecording" => MessageKind.Media,
        "RichText/Media_Card" or "RichText/Location" or "RichText/ScheduledCallInvite" or "PopCard" or "InviteFreeRelationshipChanged/Shared" => MessageKind.Share,
        "RichText/Contacts" => MessageKind.ContactCard,
        "Event/Call" => MessageKind.Call,
        // Words of a private conversation exist only on the devices.
        "EndToEndEncryption/EncryptedText" => MessageKind.NotExported,
        null => null,
        _ when type.StartsWith("ThreadActivity/", StringComparison.Ordinal) || type.StartsWith("EndToEndEncryption/", StringComparison.Ordinal)
            || type.StartsWith("InviteFreeRelationshipChanged/", StringComparison.Ordinal) || type.StartsWith("Control/", StringComparison.Ordinal)
            || type == "Notice" => MessageKind.Notice,
        _ => null,
    };
}
