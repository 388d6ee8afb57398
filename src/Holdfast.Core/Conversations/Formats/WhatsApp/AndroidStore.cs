using System.Globalization;
using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>The database of WhatsApp on Android, in its form since 2022: <c>message</c>, <c>chat</c>, <c>jid</c> and tables beside them.</summary>
internal sealed class AndroidStore : WhatsAppStore
{
    private readonly SqliteFile _database;
    private readonly AndroidExtras _extras;
    private readonly Dictionary<long, string> _ids = [];
    private readonly Dictionary<long, StoredChat> _chats = [];
    private readonly Dictionary<long, long> _chatOfId = [];
    private readonly SqliteTable? _calls;

    internal AndroidStore(ExportFile file, SqliteFile database, ReadingOptions options, IConversationSink sink, ProblemLog problems)
        : base(file, options, sink, problems)
    {
        _database = database;
        _extras = new AndroidExtras(database);
        _calls = database.Table("call_log");
        foreach (var row in database.Table("jid")?.Rows() ?? [])
        {
            if (row["raw_string"].GetText() is { } id)
                _ids.TryAdd(row.RowId, id);
        }

        foreach (var row in database.Table("chat")?.Rows() ?? [])
        {
            var id = row["jid_row_id"].Integer ?? 0;
            var folder = row["archived"].IsSet ? ConversationFolder.Archived : ConversationFolder.Inbox;
            _chats.TryAdd(row.RowId, new StoredChat(_ids.GetValueOrDefault(id), row["subject"].GetText() is { Length: > 0 } title ? title : null, folder));
            _chatOfId.TryAdd(id, row.RowId);
        }
    }

    /// <summary>True for such a database.</summary>
    internal static bool IsOne(SqliteFile database) =>
        database.Has("message") && database.Table("message") is { } table && table.Has("chat_row_id") && table.Has("key_id") && table.Has("from_me");

    /// <inheritdoc/>
    protected override void Survey()
    {
        if (_database.Table("message") is { } messages)
        {
            foreach (var row in messages.Rows())
            {
                // Status -1 marks the one row that is there in every database and is no message.
                if (row["status"].Integer != -1 && !(row.IsDamaged && row["timestamp"].Kind == SqliteKind.Null))
                    Threads.Add(row["chat_row_id"].Integer ?? 0, messages, row, row["timestamp"].Integer ?? 0);
            }
        }

        // Newer versions write a message for each call too, and say which.
        var linked = (_database.Table("message_call_log")?.Rows() ?? []).Select(r => r["call_log_row_id"].Integer ?? 0).ToHashSet();
        foreach (var row in _calls?.Rows() ?? [])
        {
            if (!linked.Contains(row.RowId) && _chatOfId.TryGetValue(row["jid_row_id"].Integer ?? 0, out var chat))
                Threads.Add(chat, _calls!, row, row["timestamp"].Integer ?? 0);
        }
    }

    /// <inheritdoc/>
    protected override StoredChat Chat(long number) => _chats.GetValueOrDefault(number) ?? new StoredChat(null, null, ConversationFolder.Inbox);

    /// <inheritdoc/>
    protected override StoredMessage Read(SqliteTable table, SqliteRow row, StoredChat chat) =>
        table == _calls ? Call(row, chat) : Message(row, chat);

    private StoredMessage Call(SqliteRow row, StoredChat chat)
    {
        var kind = row["video_call"].IsSet ? "video call" : "voice call";
        var length = row["duration"].Integer is > 0 and var seconds ? string.Create(CultureInfo.InvariantCulture, $", {seconds} s") : ", not answered";
        var isOwn = row["from_me"].IsSet;
        return new StoredMessage
        {
            Id = row["call_id"].GetText(),
            At = Time(row["timestamp"].Integer),
            From = isOwn ? Owner : NameOf(chat.Id),
            FromId = isOwn ? null : chat.Id,
            Kind = MessageKind.Call,
            Text = kind + length,
        };
    }

    private StoredMessage Message(SqliteRow row, StoredChat chat)
    {
        var damaged = false;
        var number = row["_id"].Integer ?? row.RowId;
        var text = row["text_data"].GetText(ref damaged);
        text = string.IsNullOrEmpty(text) ? _extras.Captions.GetValueOrDefault(number) : text;
        IReadOnlyList<string> media = _extras.Media.TryGetValue(number, out var path) ? [path] : [];
        var kind = AndroidKind.Of(row["message_type"].Integer ?? 0, text, media.Count > 0);
        text = kind switch
        {
            MessageKind.ContactCard when _extras.Cards.TryGetValue(number, out var cards) => string.Join('\n', cards),
            MessageKind.Share when _extras.Places.TryGetValue(number, out var place) => text is null ? place : $"{place}\n{text}",
            _ => text,
        };
        var sender = row["from_me"].IsSet || kind == MessageKind.Notice ? null : Sender(row, chat);
        var quoted = _extras.Quoted.GetValueOrDefault(number);
        return new StoredMessage
        {
            Id = row["key_id"].GetText(),
            At = Time(row["timestamp"].Integer),
            From = kind == MessageKind.Notice ? null : row["from_me"].IsSet ? Owner : NameOf(sender),
            FromId = sender,
            Kind = kind,
            Event = kind == MessageKind.Call && text is null ? MessageEvent.MissedCall : MessageEvent.None,
            Text = text,
            Media = media,
            Reactions = _extras.Reactions.TryGetValue(number, out var reactions)
                ? [.. reactions.Select(r => new Reaction(r.Actor is { } actor ? NameOf(_ids.GetValueOrDefault(actor)) : Owner, r.Symbol))]
                : [],
            EditedAt = Time(_extras.Edits.GetValueOrDefault(number)),
            Quoted = quoted.Text,
            ReplyTo = quoted.Id,
            IsDamaged = damaged,
        };
    }

    private string? Sender(SqliteRow row, StoredChat chat) =>
        row["sender_jid_row_id"].Integer is > 0 and var id && _ids.TryGetValue(id, out var sender) ? sender : chat.IsGroup ? null : chat.Id;

    // Milliseconds since 1970
    private static MessageTime Time(long? value) =>
        value is > 0 and < 250_000_000_000_000 ? MessageTime.FromInstant(DateTimeOffset.FromUnixTimeMilliseconds(value.Value)) : MessageTime.None;
}
