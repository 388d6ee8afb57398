using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Telegram;

/// <summary>One chat of a Telegram export.</summary>
internal readonly struct TelegramChat
{
    private TelegramChat(JsonValue value, string? name, string? type, string? id, JsonValue messages, int? cutAt, int? brokenAt) =>
        (Value, Name, Type, Id, Messages, CutAt, BrokenAt) = (value, name, type, id, messages, cutAt, brokenAt);

    /// <summary>The whole chat.</summary>
    internal JsonValue Value { get; }

    /// <summary>Its name; in a personal chat that of the other person.</summary>
    internal string? Name { get; }

    /// <summary>The kind of chat, such as <c>personal_chat</c>.</summary>
    internal string? Type { get; }

    /// <summary>Its number; in a personal chat that of the other person.</summary>
    internal string? Id { get; }

    /// <summary>The list of messages.</summary>
    internal JsonValue Messages { get; }

    /// <summary>Where the file ends within this chat, if it does.</summary>
    internal int? CutAt { get; }

    /// <summary>Where the chat stops making sense, if it does.</summary>
    internal int? BrokenAt { get; }

    /// <summary>Reads what stands around the messages.</summary>
    internal static TelegramChat Read(JsonValue value)
    {
        var ignored = false;
        string? name = null, type = null, id = null;
        JsonValue messages = default;
        var members = value.Members;
        while (members.MoveNext())
        {
            if (members.IsNamed("name"u8))
                name = members.Value.GetString(ref ignored);
            else if (members.IsNamed("type"u8))
                type = members.Value.GetString(ref ignored);
            else if (members.IsNamed("id"u8))
                id = members.Value.GetScalar(ref ignored);
            else if (members.IsNamed("messages"u8))
                messages = members.Value;
        }

        var atEnd = members.Position >= value.End;
        return new TelegramChat(
            value, name, type, id, messages, members.IsBroken && atEnd ? members.Position : null, members.IsBroken && !atEnd ? members.Position : null);
    }

    /// <summary>
    /// The name of the person whose export it is: the sender with the account's number; in a personal chat, the sender
    /// who is not the other person; among saved messages, the sender whose number is the chat's.
    /// </summary>
    /// <param name="account">The number from <c>personal_information</c>, if the file has it.</param>
    internal string? FindOwner(string? account)
    {
        if (account is null && (Id is null || Type is not ("personal_chat" or "saved_messages")))
            return null;
        var ignored = false;
        var items = Messages.Items;
        while (items.MoveNext())
        {
            string? from = null, fromId = null;
            var members = items.Value.Members;
            while (members.MoveNext())
            {
                if (members.IsNamed("from"u8) || members.IsNamed("actor"u8))
                    from = members.Value.GetString(ref ignored);
                else if (members.IsNamed("from_id"u8) || members.IsNamed("actor_id"u8))
                    fromId = Number(members.Value.GetScalar(ref ignored));
            }

            if (string.IsNullOrEmpty(from) || fromId is null)
                continue;
            var isOwner = account is not null ? fromId == account : (fromId == Id) == (Type == "saved_messages") && (from != Name || Type == "saved_messages");
            if (isOwner)
                return from;
        }

        return null;
    }

    private static string? Number(string? id) => id is not null && id.StartsWith("user", StringComparison.Ordinal) ? id[4..] : id;
}
