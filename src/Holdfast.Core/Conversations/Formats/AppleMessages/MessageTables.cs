using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>A chat of the database.</summary>
/// <param name="Id">The number, address or group id that it has for Messages; two services with one person share it.</param>
/// <param name="Title">The name that somebody gave the group.</param>
/// <param name="Folder">Where Messages keeps it.</param>
internal sealed record AppleChat(string? Id, string? Title, ConversationFolder Folder)
{
    /// <summary>The addresses of its members, without the owner.</summary>
    internal List<string> Members { get; } = [];

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "chat";
}

/// <summary>The small tables around <c>message</c>: addresses, chats and attachments. Any of them may be missing.</summary>
internal sealed class MessageTables
{
    private readonly Dictionary<long, string> _handles = [];
    private readonly Dictionary<long, AppleChat> _chats = [];
    private readonly Dictionary<long, long> _chatOfMessage = [];
    private readonly Dictionary<long, List<string>> _attachments = [];
    private readonly HashSet<long> _deleted = [];

    /// <summary>Reads the tables.</summary>
    internal MessageTables(SqliteFile database)
    {
        foreach (var row in Rows(database, "handle"))
        {
            if (row["id"].GetText() is { Length: > 0 } id)
                _handles.TryAdd(row.RowId, id);
        }

        foreach (var row in Rows(database, "chat"))
            _chats.TryAdd(row.RowId, ReadChat(row));
        foreach (var row in Rows(database, "chat_handle_join"))
        {
            if (row["chat_id"].Integer is { } chat && _chats.TryGetValue(chat, out var known) && Handle(row["handle_id"].Integer) is { } member)
                known.Members.Add(member);
        }

        ReadJoin(database, "chat_message_join");
        // What the owner deleted waits here for thirty days (iOS 16 and later).
        foreach (var message in ReadJoin(database, "chat_recoverable_message_join"))
            _deleted.Add(message);
        ReadAttachments(database);
    }

    /// <summary>The address behind a number of the <c>handle</c> table.</summary>
    internal string? Handle(long? id) => id is { } number ? _handles.GetValueOrDefault(number) : null;

    /// <summary>The number of the chat that a message stands in, if the database says.</summary>
    internal long? ChatOf(long message) => _chatOfMessage.TryGetValue(message, out var chat) ? chat : null;

    /// <summary>A chat by its number, if the database describes it.</summary>
    internal AppleChat? Chat(long? id) => id is { } number ? _chats.GetValueOrDefault(number) : null;

    /// <summary>True when the owner deleted the message.</summary>
    internal bool IsDeleted(long message) => _deleted.Contains(message);

    /// <summary>The files that were sent with a message.</summary>
    internal IReadOnlyList<string> Attachments(long message) => _attachments.TryGetValue(message, out var names) ? names : [];

    private static IEnumerable<SqliteRow> Rows(SqliteFile database, string table) => database.Table(table)?.Rows() ?? [];

    private static AppleChat ReadChat(SqliteRow row)
    {
        var folder = row["is_filtered"].IsSet || row["is_blackholed"].IsSet ? ConversationFolder.Filtered
            : row["is_archived"].IsSet ? ConversationFolder.Archived
            : ConversationFolder.Inbox;
        var id = row["chat_identifier"].GetText() ?? row["guid"].GetText();
        return new AppleChat(id, row["display_name"].GetText() is { Length: > 0 } title ? title : null, folder);
    }

    private List<long> ReadJoin(SqliteFile database, string table)
    {
        var messages = new List<long>();
        foreach (var row in Rows(database, table))
        {
            if (row["message_id"].Integer is not { } message || row["chat_id"].Integer is not { } chat)
                continue;
            _chatOfMessage.TryAdd(message, chat);
            messages.Add(message);
        }

        return messages;
    }

    private void ReadAttachments(SqliteFile database)
    {
        var names = new Dictionary<long, string>();
        foreach (var row in Rows(database, "attachment"))
        {
            if ((row["filename"].GetText() ?? row["transfer_name"].GetText() ?? row["guid"].GetText()) is { Length: > 0 } name)
                names.TryAdd(row.RowId, name);
        }

        foreach (var row in Rows(database, "message_attachment_join"))
        {
            if (row["message_id"].Integer is not { } message || row["attachment_id"].Integer is not { } attachment)
                continue;
            if (!_attachments.TryGetValue(message, out var list))
                _attachments.Add(message, list = []);
            if (names.TryGetValue(attachment, out var name))
                list.Add(name);
        }
    }
}
