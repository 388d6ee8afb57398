using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>Hands on the messages of one database, chat by chat.</summary>
internal sealed class MessageDatabase(
    ExportFile file, SqliteFile database, SqliteTable messages, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private readonly record struct Key(string Chat, bool IsDeleted);

    private readonly MessageTables _tables = new(database);
    private readonly Dictionary<string, List<Reaction>> _reactions = new(StringComparer.Ordinal);
    private readonly SqliteThreads<Key> _threads = new();
    private readonly Dictionary<Key, AppleChat?> _chats = [];
    private readonly Dictionary<Key, NamesSeen> _others = [];

    /// <summary>Reads everything.</summary>
    internal void Read()
    {
        var reader = new DatabaseMessage(_tables, _reactions, file, options, problems);
        Survey(reader);
        foreach (var key in _threads.Keys)
            Write(key, reader);
        if (_threads.Keys.Count == 0)
            problems.Report(ProblemKind.NoMessages);
    }

    private void Survey(DatabaseMessage reader)
    {
        foreach (var row in messages.Rows())
        {
            // Of a row that broke before its first facts nothing is left but the problem, which is reported already.
            if (row.IsDamaged && row["guid"].Kind == SqliteKind.Null && row["date"].Kind == SqliteKind.Null)
                continue;
            if (DatabaseMessage.TryReadTapback(row, out var tapback))
                Take(tapback, reader.Sender(row));
            var number = _tables.ChatOf(row.RowId);
            var chat = _tables.Chat(number);
            var handle = _tables.Handle(row["handle_id"].Integer);
            var key = new Key(chat?.Id ?? (number is { } n ? $"chat {n}" : $"handle {handle}"), _tables.IsDeleted(row.RowId));
            if (_chats.TryAdd(key, chat))
                _others.Add(key, new NamesSeen());
            _others[key].Add(handle);
            _threads.Add(key, messages, row, row["date"].Integer ?? 0);
        }
    }

    private void Take(Tapback tapback, string? actor)
    {
        if (tapback.Target is not { } target)
            return;
        if (!_reactions.TryGetValue(target, out var list))
            _reactions.Add(target, list = []);
        var reaction = new Reaction(actor, tapback.Symbol);
        if (tapback.IsRemoval)
            list.Remove(reaction);
        // A crafted file could put a million on one message, and take others back a million times.
        else if (list.Count < 1_000)
            list.Add(reaction);
    }

    private void Write(Key key, DatabaseMessage reader)
    {
        var chat = _chats[key];
        var others = _others[key].All;
        sink.Begin(new ConversationHeader("imessage-db")
        {
            Id = chat?.Id ?? (others.Count == 1 ? others[0] : null),
            Title = chat?.Title,
            Folder = key.IsDeleted ? ConversationFolder.Deleted : chat?.Folder ?? ConversationFolder.Inbox,
            Owner = reader.Owner,
        });
        var names = new NamesSeen();
        foreach (var (_, row) in _threads.Rows(key))
        {
            var message = reader.Read(row);
            names.Add(message.From);
            sink.Add(message);
        }

        foreach (var member in chat?.Members ?? [])
            names.Add(member);
        sink.End(new ConversationFooter { Participants = names.All, Owner = reader.Owner, OwnerConfidence = 1 });
    }
}
