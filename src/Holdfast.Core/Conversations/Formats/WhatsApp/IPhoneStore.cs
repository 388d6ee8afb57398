using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>The database of WhatsApp on the iPhone: <c>ZWAMESSAGE</c>, <c>ZWACHATSESSION</c> and tables beside them, as Core Data names them.</summary>
internal sealed class IPhoneStore : WhatsAppStore
{
    private readonly SqliteFile _database;
    private readonly Dictionary<long, StoredChat> _chats = [];
    private readonly Dictionary<long, (string? Id, string? Name)> _members = [];
    private readonly Dictionary<long, (string? Path, string? Title, string? Card, string? Place)> _media = [];
    private readonly Dictionary<string, string> _pushNames = new(StringComparer.Ordinal);

    internal IPhoneStore(ExportFile file, SqliteFile database, ReadingOptions options, IConversationSink sink, ProblemLog problems)
        : base(file, options, sink, problems)
    {
        _database = database;
        foreach (var row in Rows("ZWACHATSESSION"))
        {
            var folder = row["ZREMOVED"].IsSet ? ConversationFolder.Deleted : row["ZARCHIVED"].IsSet ? ConversationFolder.Archived : ConversationFolder.Inbox;
            _chats.TryAdd(row.RowId, new StoredChat(row["ZCONTACTJID"].GetText(), Full(row["ZPARTNERNAME"]), folder));
        }

        foreach (var row in Rows("ZWAPROFILEPUSHNAME"))
        {
            if (row["ZJID"].GetText() is { } id && Full(row["ZPUSHNAME"]) is { } name)
                _pushNames.TryAdd(id, name);
        }

        foreach (var row in Rows("ZWAGROUPMEMBER"))
            _members.TryAdd(row.RowId, (row["ZMEMBERJID"].GetText(), Full(row["ZCONTACTNAME"]) ?? Full(row["ZFIRSTNAME"])));
        foreach (var row in Rows("ZWAMEDIAITEM"))
            _media.TryAdd(row.RowId, (Full(row["ZMEDIALOCALPATH"]), Full(row["ZTITLE"]), Full(row["ZVCARDSTRING"]), Place(row)));
    }

    /// <summary>True for such a database.</summary>
    internal static bool IsOne(SqliteFile database) => database.Has("ZWAMESSAGE") && database.Has("ZWACHATSESSION");

    /// <inheritdoc/>
    protected override void Survey()
    {
        if (_database.Table("ZWAMESSAGE") is not { } messages)
            return;
        foreach (var row in messages.Rows())
        {
            if (!(row.IsDamaged && row["ZMESSAGEDATE"].Kind == SqliteKind.Null))
                Threads.Add(row["ZCHATSESSION"].Integer ?? 0, messages, row, row["ZMESSAGEDATE"].Integer ?? 0);
        }
    }

    /// <inheritdoc/>
    protected override StoredChat Chat(long number) => _chats.GetValueOrDefault(number) ?? new StoredChat(null, null, ConversationFolder.Inbox);

    /// <inheritdoc/>
    protected override StoredMessage Read(SqliteTable table, SqliteRow row, StoredChat chat)
    {
        var damaged = false;
        var text = row["ZTEXT"].GetText(ref damaged) is { Length: > 0 } words ? words : null;
        var media = row["ZMEDIAITEM"].Integer is { } number ? _media.GetValueOrDefault(number) : default;
        var kind = Kind(row["ZMESSAGETYPE"].Integer ?? 0, row["ZGROUPEVENTTYPE"].Integer ?? 0, text, media.Path);
        var isOwn = row["ZISFROMME"].IsSet;
        var (id, name) = isOwn || kind == MessageKind.Notice ? default : Sender(row, chat);
        return new StoredMessage
        {
            Id = row["ZSTANZAID"].GetText(),
            At = AppleTime.FromDatabase(row["ZMESSAGEDATE"].Integer),
            From = kind == MessageKind.Notice ? null : isOwn ? Owner : name ?? NameOf(id),
            FromId = id,
            Kind = kind,
            Event = kind == MessageKind.Call && row["ZGROUPEVENTTYPE"].Integer is (1 or 4 or 22) ? MessageEvent.MissedCall : MessageEvent.None,
            Text = kind switch
            {
                MessageKind.ContactCard => media.Card ?? text,
                MessageKind.Share => text ?? media.Place ?? media.Title,
                MessageKind.Media => text ?? media.Title,
                _ => text,
            },
            Media = media.Path is { } path && kind == MessageKind.Media ? [path] : [],
            IsDamaged = damaged,
        };
    }

    private static MessageKind Kind(long type, long happened, string? text, string? path) => type switch
    {
        // 0 words; 1 picture, 2 video, 3 sound, 8 document, 11 GIF, 15 sticker
        0 => path is null ? MessageKind.Text : MessageKind.Media,
        1 or 2 or 3 or 8 or 11 or 15 => MessageKind.Media,
        4 => MessageKind.ContactCard,
        5 or 7 => MessageKind.Share,
        // 1, 4 and 22 are missed calls, 40 and 41 calls of a group; the others tell of keys and settings.
        10 => happened is 1 or 4 or 22 or 40 or 41 ? MessageKind.Call : MessageKind.Notice,
        6 => MessageKind.Notice,
        14 => MessageKind.Deleted,
        // What may be seen once; the file is gone once it was seen.
        38 or 39 or 53 => path is null ? MessageKind.Expired : MessageKind.Media,
        59 => MessageKind.Call,
        _ => path is not null ? MessageKind.Media : text is null ? MessageKind.Notice : MessageKind.Text,
    };

    private (string? Id, string? Name) Sender(SqliteRow row, StoredChat chat)
    {
        if (!chat.IsGroup)
            return (row["ZFROMJID"].GetText() ?? chat.Id, chat.Title);
        var member = row["ZGROUPMEMBER"].Integer is { } number ? _members.GetValueOrDefault(number) : default;
        return member.Id is null ? default : (member.Id, member.Name ?? _pushNames.GetValueOrDefault(member.Id));
    }

    private static string? Place(SqliteRow row) =>
        row["ZLATITUDE"].GetText() is { } latitude && row["ZLONGITUDE"].GetText() is { } longitude && row["ZLATITUDE"].Kind != SqliteKind.Null && latitude != "0"
            ? $"{latitude}, {longitude}"
            : null;

    private static string? Full(SqliteValue value) => value.GetText() is { Length: > 0 } text ? text : null;

    private IEnumerable<SqliteRow> Rows(string table) => _database.Table(table)?.Rows() ?? [];
}
