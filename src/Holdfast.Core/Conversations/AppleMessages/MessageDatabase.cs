using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.AppleMessages;

/// <summary>
/// Hands on the messages of one database, chat by chat. The rows of all chats lie mixed, so they are looked at twice: first
/// only to note where each lies and when it was sent, then chat by chat in the order of time. So the memory needed is a few
/// bytes a message, however long the texts.
/// </summary>
internal sealed class MessageDatabase(
    ExportFile file, SqliteFile database, SqliteTable messages, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private readonly record struct Entry(SqliteCell Cell, long Date);

    private sealed class Thread(AppleChat? chat, bool isDeleted)
    {
        internal AppleChat? Chat => chat;

        internal bool IsDeleted => isDeleted;

        internal List<Entry> Entries { get; } = [];

        internal NamesSeen Others { get; } = new();
    }

    private readonly MessageTables _tables = new(database);
    private readonly Dictionary<string, List<Reaction>> _reactions = new(StringComparer.Ordinal);

    /// <summary>Reads everything.</summary>
    internal void Read()
    {
        var reader = new DatabaseMessage(_tables, _reactions, file, options, problems);
        var threads = Survey(reader);
        foreach (var thread in threads)
            Write(thread, reader);
        if (threads.Count == 0)
            problems.Report(ProblemKind.NoMessages);
    }

    private List<Thread> Survey(DatabaseMessage reader)
    {
        var (order, byKey) = (new List<Thread>(), new Dictionary<(string, bool), Thread>());
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
            var key = (chat?.Id ?? (number is { } n ? $"chat {n}" : $"handle {handle}"), _tables.IsDeleted(row.RowId));
            if (!byKey.TryGetValue(key, out var thread))
            {
                byKey.Add(key, thread = new Thread(chat, key.Item2));
                order.Add(thread);
            }

            thread.Others.Add(handle);
            thread.Entries.Add(new Entry(row.Cell, row["date"].Integer ?? 0));
        }

        return order;
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

    private void Write(Thread thread, DatabaseMessage reader)
    {
        var single = thread.Others.All.Count == 1 ? thread.Others.All[0] : null;
        sink.Begin(new ConversationHeader("imessage-db")
        {
            Id = thread.Chat?.Id ?? single,
            Title = thread.Chat?.Title,
            Folder = thread.IsDeleted ? ConversationFolder.Deleted : thread.Chat?.Folder ?? ConversationFolder.Inbox,
            Owner = reader.Owner,
        });
        var names = new NamesSeen();
        foreach (var entry in thread.Entries.OrderBy(e => e.Date))
        {
            if (messages.Row(entry.Cell) is not { } row)
                continue;
            var message = reader.Read(row);
            names.Add(message.From);
            sink.Add(message);
        }

        foreach (var member in thread.Chat?.Members ?? [])
            names.Add(member);
        sink.End(new ConversationFooter { Participants = names.All, Owner = reader.Owner, OwnerConfidence = 1 });
    }
}
