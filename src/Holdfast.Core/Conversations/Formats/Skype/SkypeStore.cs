using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.Skype;

/// <summary>Hands on the messages of one database, conversation by conversation.</summary>
internal sealed class SkypeStore(
    ExportFile file, SqliteFile database, SqliteTable messages, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private readonly SqliteThreads<long> _threads = new();
    private readonly Dictionary<long, (string? Id, string? Title)> _conversations = [];
    private readonly Dictionary<string, string> _ownNames = new(StringComparer.Ordinal);

    /// <summary>Reads everything.</summary>
    internal void Read()
    {
        foreach (var row in Rows("Accounts"))
        {
            if (row["skypename"].GetText() is { Length: > 0 } name)
                _ownNames.TryAdd(name, row["fullname"].GetText() is { Length: > 0 } full ? full : name);
        }

        foreach (var row in Rows("Conversations"))
            _conversations.TryAdd(row.RowId, (row["identity"].GetText(), row["displayname"].GetText() is { Length: > 0 } title ? title : null));
        foreach (var row in messages.Rows())
        {
            if (!(row.IsDamaged && row["timestamp"].Kind == SqliteKind.Null))
                _threads.Add(row["convo_id"].Integer ?? 0, messages, row, row["timestamp"].Integer ?? 0);
        }

        foreach (var key in _threads.Keys)
            Write(key);
        if (_threads.Keys.Count == 0)
            problems.ReportOnce(ProblemKind.NoMessages);
    }

    private void Write(long key)
    {
        var (id, title) = _conversations.GetValueOrDefault(key);
        // One file is one account; its owner is whoever that is.
        var owner = options.Me.Count > 0 ? options.Me[0] : _ownNames.Values.FirstOrDefault();
        sink.Begin(new ConversationHeader("skype-db") { Id = id, Title = title, Owner = owner });
        var names = new NamesSeen();
        foreach (var (_, row) in _threads.Rows(key))
        {
            var message = Message(row, owner);
            names.Add(message.From);
            sink.Add(message);
        }

        // The name of a group is nobody's.
        if (id is null || !id.StartsWith("19:", StringComparison.Ordinal) && !id.StartsWith('#'))
            names.Add(title);
        sink.End(new ConversationFooter { Participants = names.All, Owner = owner, OwnerConfidence = owner is null ? 0 : 1 });
    }

    private Message Message(SqliteRow row, string? owner)
    {
        var damaged = false;
        var place = row.File == file ? row.Place : default;
        var author = row["author"].GetText();
        var body = SkypeBody.Read(row["type"].Integer ?? 0, row["body_xml"].GetText(ref damaged), row["edited_timestamp"].IsSet);
        var at = Time(row["timestamp"].Integer);
        if (damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (at.Knowledge == TimeKnowledge.None && !row.IsDamaged)
            problems.Report(ProblemKind.Damaged, place);
        if (body is { Kind: MessageKind.Text, Text: null, Quoted: null } && !row.IsDamaged)
            problems.Report(ProblemKind.UnreadableBody, place);
        var isOwn = author is not null && _ownNames.ContainsKey(author);
        return new Message
        {
            Id = row["guid"].Kind == SqliteKind.Blob ? Convert.ToHexStringLower(row["guid"].Bytes.Span) : row["id"].GetText(),
            At = at,
            From = isOwn ? owner : row["from_dispname"].GetText() is { Length: > 0 } name ? name : author,
            FromId = author,
            Kind = body.Kind,
            Text = TextLimit.Apply(body.Text, options, problems, place),
            Quoted = TextLimit.Apply(body.Quoted, options, problems, place),
            Media = body.Media,
            EditedAt = Time(row["edited_timestamp"].Integer),
            File = row.File,
            Place = row.Place,
        };
    }

    private IEnumerable<SqliteRow> Rows(string table) => database.Table(table)?.Rows() ?? [];

    // Seconds since 1970
    private static MessageTime Time(long? value) =>
        value is > 0 and < 250_000_000_000 ? MessageTime.FromInstant(DateTimeOffset.FromUnixTimeSeconds(value.Value)) : MessageTime.None;
}
