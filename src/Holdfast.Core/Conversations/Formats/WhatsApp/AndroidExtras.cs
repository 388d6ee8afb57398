using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>The tables beside <c>message</c> of an Android database, by the number of the message. Any of them may be missing.</summary>
internal sealed class AndroidExtras
{
    /// <summary>Paths or names of files.</summary>
    internal Dictionary<long, string> Media { get; } = [];

    /// <summary>Captions, in versions that keep them apart.</summary>
    internal Dictionary<long, string> Captions { get; } = [];

    /// <summary>What is repeated of the message that is answered, and its id.</summary>
    internal Dictionary<long, (string? Text, string? Id)> Quoted { get; } = [];

    /// <summary>Contact cards.</summary>
    internal Dictionary<long, List<string>> Cards { get; } = [];

    /// <summary>Places.</summary>
    internal Dictionary<long, string> Places { get; } = [];

    /// <summary>When a message was last edited, in milliseconds.</summary>
    internal Dictionary<long, long> Edits { get; } = [];

    /// <summary>Reactions, with the number of who reacted; null for the owner.</summary>
    internal Dictionary<long, List<(long? Actor, string Symbol)>> Reactions { get; } = [];

    /// <summary>Reads the tables.</summary>
    internal AndroidExtras(SqliteFile database)
    {
        Each(database, "message_media", (message, row) =>
        {
            if ((row["file_path"].GetText() ?? row["media_name"].GetText() ?? row["mime_type"].GetText()) is { Length: > 0 } path)
                Media.TryAdd(message, path);
            if (row["media_caption"].GetText() is { Length: > 0 } caption)
                Captions.TryAdd(message, caption);
        });
        Each(database, "message_quoted", (message, row) => Quoted.TryAdd(message, (row["text_data"].GetText(), row["key_id"].GetText())));
        Each(database, "message_vcard", (message, row) =>
        {
            if (row["vcard"].GetText() is { Length: > 0 } card)
                Add(Cards, message, card);
        });
        Each(database, "message_location", (message, row) => Places.TryAdd(message, Place(row)));
        Each(database, "message_edit_info", (message, row) => Edits.TryAdd(message, row["edited_timestamp"].Integer ?? 0));
        ReadReactions(database);
    }

    private static void Each(SqliteFile database, string table, Action<long, SqliteRow> take)
    {
        foreach (var row in database.Table(table)?.Rows() ?? [])
        {
            if (row["message_row_id"].Integer is { } message)
                take(message, row);
        }
    }

    private static void Add<T>(Dictionary<long, List<T>> lists, long message, T item)
    {
        if (!lists.TryGetValue(message, out var list))
            lists.Add(message, list = []);
        // A crafted file could put a million on one message.
        if (list.Count < 1_000)
            list.Add(item);
    }

    private static string Place(SqliteRow row)
    {
        string?[] parts = [row["place_name"].GetText(), row["place_address"].GetText(), $"{row["latitude"].GetText()}, {row["longitude"].GetText()}", row["url"].GetText()];
        return string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private void ReadReactions(SqliteFile database)
    {
        var symbols = new Dictionary<long, string>();
        foreach (var row in database.Table("message_add_on_reaction")?.Rows() ?? [])
        {
            if (row["message_add_on_row_id"].Integer is { } addOn && row["reaction"].GetText() is { Length: > 0 } symbol)
                symbols.TryAdd(addOn, symbol);
        }

        foreach (var row in database.Table("message_add_on")?.Rows() ?? [])
        {
            if (row["parent_message_row_id"].Integer is { } message && symbols.TryGetValue(row["_id"].Integer ?? row.RowId, out var symbol))
                Add(Reactions, message, (row["from_me"].IsSet ? null : row["sender_jid_row_id"].Integer ?? 0, symbol));
        }
    }
}
