namespace Holdfast.Conversations.Formats.Discord;

/// <summary>What DiscordChatExporter's types of message are (its enum MessageKind; newer types are written as numbers).</summary>
internal static class DiscordKinds
{
    /// <summary>The kind that the type alone decides; Text for what people write, and for types that are not known.</summary>
    internal static MessageKind Of(string? type) => type switch
    {
        "Call" or "3" => MessageKind.Call,
        "RecipientAdd" or "RecipientRemove" or "ChannelNameChange" or "ChannelIconChange" or "ChannelPinnedMessage"
            or "GuildMemberJoin" or "ThreadCreated" => MessageKind.Notice,
        // 1 to 18 are the platform's own lines; 19 (reply), 20, 21 and 23 are written by somebody.
        "1" or "2" or "4" or "5" or "6" or "7" or "8" or "9" or "10" or "11" or "12" or "14" or "15" or "16" or "17" or "18" => MessageKind.Notice,
        _ => MessageKind.Text,
    };

    /// <summary>
    /// The same for exports that give the words alone: only the sentences of the exporter that hold no name, word for word.
    /// What could also be somebody's own sentence stays text.
    /// </summary>
    internal static MessageKind OfWords(string text) => text switch
    {
        "Pinned a message." or "Started a thread." or "Joined the server." or "Left the group." or "Changed the channel icon."
            or "Changed the channel name." or "Added a recipient." or "Removed a recipient." => MessageKind.Notice,
        _ when IsCall(text) => MessageKind.Call,
        _ => MessageKind.Text,
    };

    private static bool IsCall(string text)
    {
        const string Start = "Started a call that lasted ", End = " minutes.";
        return text.StartsWith(Start, StringComparison.Ordinal) && text.EndsWith(End, StringComparison.Ordinal)
            && text.Length > Start.Length + End.Length
            && !text.AsSpan(Start.Length, text.Length - Start.Length - End.Length).ContainsAnyExcept("0123456789.,-");
    }
}
