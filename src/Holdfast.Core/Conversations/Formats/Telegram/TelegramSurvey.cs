using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>What stands around the messages of a chat.</summary>
internal sealed class TelegramFacts
{
    /// <summary>Its name; in a personal chat that of the other person.</summary>
    internal string? Name { get; private set; }

    /// <summary>The kind of chat, such as <c>personal_chat</c>.</summary>
    internal string? Type { get; private set; }

    /// <summary>Its number; in a personal chat that of the other person.</summary>
    internal string? Id { get; private set; }

    /// <summary>The name of the person whose export it is, when the chat shows it.</summary>
    internal string? Owner { get; set; }

    /// <summary>Takes the member where the walk is; false when it is none of these, and nothing was taken.</summary>
    internal bool Take(JsonStream json)
    {
        var ignored = false;
        if (json.IsNamed("name"u8))
            Name = json.Take().GetString(ref ignored);
        else if (json.IsNamed("type"u8))
            Type = json.Take().GetString(ref ignored);
        else if (json.IsNamed("id"u8))
            Id = json.Take().GetScalar(ref ignored);
        else
            return false;
        return true;
    }
}

/// <summary>
/// A first walk through a file, which ends as soon as it is known whose export it is: the sender with the account's number;
/// in a personal chat, the sender who is not the other person; among saved messages, the sender whose number is the chat's.
/// </summary>
internal sealed class TelegramSurvey
{
    // A hostile file can hold millions of empty chats.
    private const int MostChats = 100_000;
    private readonly List<TelegramFacts> _chats = [];
    private readonly TelegramFacts _single = new();
    private string? _account;

    private TelegramSurvey()
    {
    }

    /// <summary>The name of the account, when the file shows it.</summary>
    internal string? Owner { get; private set; }

    /// <summary>What is known of the chat at a place in the lists, or of the only one (-1).</summary>
    internal TelegramFacts? Chat(int index) => index < 0 ? _single : index < _chats.Count ? _chats[index] : null;

    /// <summary>Walks through a file.</summary>
    internal static TelegramSurvey Of(JsonStream json)
    {
        var survey = new TelegramSurvey();
        if (json.Kind == JsonKind.Object && json.Enter())
            survey.WalkRoot(json);
        return survey;
    }

    private void WalkRoot(JsonStream json)
    {
        var ignored = false;
        while (Owner is null && json.NextMember())
        {
            if (json.IsNamed("personal_information"u8))
                _account = json.Take()["user_id"u8].GetScalar(ref ignored);
            else if (json.IsNamed("chats"u8) || json.IsNamed("left_chats"u8))
                WalkFolder(json);
            else if (json.IsNamed("messages"u8))
                WalkMessages(json, _single);
            else if (!_single.Take(json))
                json.Skip();
            // Behind the messages there is nothing but a name that stands elsewhere in all files seen.
            if (_single.Owner is not null && (_single.Name is not null || _single.Type == "saved_messages"))
                return;
        }
    }

    private void WalkFolder(JsonStream json)
    {
        if (json.Kind != JsonKind.Object || !json.Enter())
        {
            json.Skip();
            return;
        }

        while (json.NextMember())
        {
            if (json.IsNamed("list"u8) && json.Kind == JsonKind.Array && json.Enter())
                WalkList(json);
            else
                json.Skip();
            if (Owner is not null)
                return;
        }

        if (json.IsBroken)
            json.SkipOut(JsonKind.Object);
    }

    private void WalkList(JsonStream json)
    {
        while (json.NextItem())
        {
            if (json.Kind != JsonKind.Object || !json.Enter())
            {
                json.Skip();
                continue;
            }

            var chat = new TelegramFacts();
            if (_chats.Count < MostChats)
                _chats.Add(chat);
            while (json.NextMember())
            {
                if (json.IsNamed("messages"u8))
                    WalkMessages(json, chat);
                else if (!chat.Take(json))
                    json.Skip();
                if (Owner is not null)
                    return;
            }

            if (json.IsBroken)
                json.SkipOut(JsonKind.Object);
        }
    }

    private void WalkMessages(JsonStream json, TelegramFacts chat)
    {
        var canTell = _account is not null || chat.Id is not null && chat.Type is "personal_chat" or "saved_messages";
        if (!canTell || json.Kind != JsonKind.Array || !json.Enter())
        {
            json.Skip();
            return;
        }

        while (json.NextItem())
        {
            if (OwnerIn(json.Take(), chat) is not { } name)
                continue;
            chat.Owner = name;
            if (_account is not null)
                Owner = name;
            else
                json.SkipOut(JsonKind.Array);
            return;
        }
    }

    private string? OwnerIn(JsonValue message, TelegramFacts chat)
    {
        var ignored = false;
        string? from = null, fromId = null;
        var members = message.Members;
        while ((from is null || fromId is null) && members.MoveNext())
        {
            if (members.IsNamed("from"u8) || members.IsNamed("actor"u8))
                from = members.Value.GetString(ref ignored);
            else if (members.IsNamed("from_id"u8) || members.IsNamed("actor_id"u8))
                fromId = Number(members.Value.GetScalar(ref ignored));
        }

        if (string.IsNullOrEmpty(from) || fromId is null)
            return null;
        var isOwner = _account is not null ? fromId == _account
            : (fromId == chat.Id) == (chat.Type == "saved_messages") && (from != chat.Name || chat.Type == "saved_messages");
        return isOwner ? from : null;
    }

    private static string? Number(string? id) => id is not null && id.StartsWith("user", StringComparison.Ordinal) ? id[4..] : id;
}
