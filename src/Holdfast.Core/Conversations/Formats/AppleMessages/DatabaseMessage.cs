using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>Turns a row of the table <c>message</c> into a message.</summary>
/// <param name="tables">Addresses, chats and attachments.</param>
/// <param name="reactions">The reactions that are left, by the id of their message.</param>
/// <param name="database">The database; rows may also come from its log.</param>
/// <param name="options">What the person said, and limits.</param>
/// <param name="problems">Receives problems.</param>
internal sealed class DatabaseMessage(
    MessageTables tables, Dictionary<string, List<Reaction>> reactions, ExportFile database, ReadingOptions options, ProblemLog problems)
{
    private const string LinkBalloon = "com.apple.messages.URLBalloonProvider";

    /// <summary>The name of the owner, whom the database only marks.</summary>
    internal string Owner { get; } = options.Me.Count > 0 ? options.Me[0] : "Me";

    /// <summary>Who wrote the row.</summary>
    internal string? Sender(SqliteRow row) => row["is_from_me"].IsSet ? Owner : tables.Handle(row["handle_id"].Integer);

    /// <summary>The reaction that the row is, if it is one.</summary>
    internal static bool TryReadTapback(SqliteRow row, out Tapback tapback) => Tapback.TryRead(
        row["associated_message_type"].Integer, row["associated_message_guid"].GetText(), row["associated_message_emoji"].GetText(), out tapback);

    /// <summary>The message. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(SqliteRow row)
    {
        var damaged = false;
        var isTapback = TryReadTapback(row, out var tapback);
        var history = EditHistory.Read(row["message_summary_info"].Bytes, ref damaged);
        var body = Body(row, history, ref damaged);
        var media = tables.Attachments(row.RowId);
        var kind = isTapback || row["item_type"].IsSet ? MessageKind.Notice : Kind(row, body, media, history);
        var text = isTapback ? (tapback.IsRemoval ? $"removed {tapback.Symbol}" : tapback.Symbol)
            : row["item_type"].IsSet ? AppleEvent.Describe(row, tables) ?? body
            : body ?? (kind == MessageKind.Share ? BalloonName(row) : null);
        var at = AppleTime.FromDatabase(row["date"].Integer);
        var place = row.File == database ? row.Place : default;
        if (damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (at.Knowledge == TimeKnowledge.None && !row.IsDamaged)
            problems.Report(ProblemKind.Damaged, place);
        if (kind == MessageKind.Text && text is null && !row.IsDamaged)
            problems.Report(ProblemKind.UnreadableBody, place);
        var id = row["guid"].GetText();
        return new Message
        {
            Id = id,
            At = at,
            From = Sender(row),
            FromId = row["is_from_me"].IsSet ? Account(row["account"].GetText()) : tables.Handle(row["handle_id"].Integer),
            Kind = kind,
            Text = TextLimit.Apply(text, options, problems, place),
            Subject = row["subject"].GetText() is { Length: > 0 } subject ? subject : null,
            Media = media,
            Reactions = id is not null && reactions.TryGetValue(id, out var found) ? found : [],
            EditedAt = AppleTime.FromDatabase(row["date_edited"].Integer) is { Knowledge: not TimeKnowledge.None } edited ? edited : history.EditedAt,
            Earlier = history.Earlier,
            ReplyTo = isTapback ? tapback.Target : row["thread_originator_guid"].GetText(),
            File = row.File,
            Place = row.Place,
        };
    }

    private static MessageKind Kind(SqliteRow row, string? body, IReadOnlyList<string> media, EditHistory history)
    {
        var isEmpty = body is null && media.Count == 0;
        // Only one part of several may have been taken back; the rest is still a message.
        if (row["date_retracted"].IsSet || history.HasUnsentPart && isEmpty)
            return MessageKind.Unsent;
        if (row["balloon_bundle_id"].GetText() is { Length: > 0 })
            return MessageKind.Share;
        if (media.Count > 0 || row["cache_has_attachments"].IsSet && isEmpty)
            return MessageKind.Media;
        // Spoken messages run out after two minutes unless they are kept.
        return isEmpty && (row["is_expirable"].IsSet || row["is_audio_message"].IsSet || row["was_detonated"].IsSet)
            ? MessageKind.Expired
            : MessageKind.Text;
    }

    /// <summary>
    /// The words: newer versions leave <c>text</c> empty and keep them in <c>attributedBody</c> only, and those of an edited message
    /// in its history.
    /// </summary>
    private static string? Body(SqliteRow row, EditHistory history, ref bool damaged)
    {
        var text = row["text"].GetText(ref damaged);
        if (string.IsNullOrEmpty(text))
            text = TypedStream.ReadText(row["attributedBody"].Bytes.Span, ref damaged);
        if (string.IsNullOrEmpty(text))
            text = history.Current;
        // U+FFFC stands where a picture is, U+FFFD where a program's balloon is.
        return text is null || text.AsSpan().Trim("\uFFFC\uFFFD \n").IsEmpty ? null : text;
    }

    /// <summary>What kind of balloon it is, when there are no words: the last part of the program's name.</summary>
    private static string? BalloonName(SqliteRow row) =>
        row["balloon_bundle_id"].GetText() is { } id && id != LinkBalloon ? id[(id.LastIndexOf(':') + 1)..] : null;

    // "E:" stands before a mail address, "P:" before a number.
    private static string? Account(string? account) =>
        account is { Length: > 2 } && account[1] == ':' ? account[2..] : string.IsNullOrEmpty(account) ? null : account;
}
