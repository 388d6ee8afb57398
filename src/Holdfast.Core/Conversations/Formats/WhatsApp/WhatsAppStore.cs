using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>A chat of the database.</summary>
/// <param name="Id">WhatsApp's id: a number or a group, with the server behind it.</param>
/// <param name="Title">The name of the group, or of the other person as the phone knew it.</param>
/// <param name="Folder">Where the owner keeps it.</param>
internal sealed record StoredChat(string? Id, string? Title, ConversationFolder Folder)
{
    /// <summary>True for a group.</summary>
    internal bool IsGroup => Id?.EndsWith("@g.us", StringComparison.Ordinal) == true;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "chat";
}

/// <summary>What both kinds of databases have in common: messages of all chats in one table, to be handed on chat by chat.</summary>
internal abstract class WhatsAppStore(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    /// <summary>The name of the owner, whom the database only marks.</summary>
    protected string Owner { get; } = options.Me.Count > 0 ? options.Me[0] : "Me";

    /// <summary>The rows by the number of their chat.</summary>
    protected SqliteThreads<long> Threads { get; } = new();

    /// <summary>Reads everything.</summary>
    internal void Read()
    {
        Survey();
        foreach (var key in Threads.Keys)
            Write(key);
        if (Threads.Keys.Count == 0)
            problems.ReportOnce(ProblemKind.NoMessages);
    }

    /// <summary>Notes all rows.</summary>
    protected abstract void Survey();

    /// <summary>What is known of a chat.</summary>
    protected abstract StoredChat Chat(long number);

    /// <summary>The message that a row is.</summary>
    protected abstract StoredMessage Read(SqliteTable table, SqliteRow row, StoredChat chat);

    /// <summary>A number as people write it, out of an id of WhatsApp; the id itself when it is another kind.</summary>
    protected static string? NameOf(string? id)
    {
        if (string.IsNullOrEmpty(id))
            return null;
        var end = id.AsSpan().IndexOfAny('@', '.', ':');
        var number = end > 0 ? id[..end] : id;
        return id.EndsWith("@s.whatsapp.net", StringComparison.Ordinal) && number.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? "+" + number : id;
    }

    private void Write(long key)
    {
        var chat = Chat(key);
        sink.Begin(new ConversationHeader("whatsapp-db") { Id = chat.Id, Title = chat.Title, Folder = chat.Folder, Owner = Owner });
        var names = new NamesSeen();
        foreach (var (table, row) in Threads.Rows(key))
        {
            var stored = Read(table, row, chat);
            names.Add(stored.From);
            sink.Add(ToMessage(stored, row));
        }

        if (!chat.IsGroup)
            names.Add(chat.Title ?? NameOf(chat.Id));
        sink.End(new ConversationFooter { Participants = names.All, Owner = Owner, OwnerConfidence = 1 });
    }

    private Message ToMessage(StoredMessage stored, SqliteRow row)
    {
        // Problems name the database; a place in its log would point at other bytes there.
        var place = row.File == file ? row.Place : default;
        if (stored.IsDamaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (stored.At.Knowledge == TimeKnowledge.None && !row.IsDamaged)
            problems.Report(ProblemKind.Damaged, place);
        if (stored.Kind == MessageKind.Text && stored.Text is null && !row.IsDamaged)
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            Id = stored.Id,
            At = stored.At,
            From = stored.From,
            FromId = stored.FromId,
            Kind = stored.Kind,
            Event = stored.Event,
            Text = TextLimit.Apply(stored.Text, options, problems, place),
            Media = stored.Media,
            Reactions = stored.Reactions,
            EditedAt = stored.EditedAt,
            Quoted = TextLimit.Apply(stored.Quoted, options, problems, place),
            ReplyTo = stored.ReplyTo,
            File = row.File,
            Place = row.Place,
        };
    }
}
