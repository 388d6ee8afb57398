using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>What happened in a group, in a few plain words: the database keeps numbers.</summary>
internal static class AppleEvent
{
    /// <summary>The event of a row whose <c>item_type</c> is not 0; null when its kind is not known.</summary>
    internal static string? Describe(SqliteRow row, MessageTables tables)
    {
        var other = tables.Handle(row["other_handle"].Integer);
        return (row["item_type"].Integer, row["group_action_type"].Integer ?? 0) switch
        {
            (1, 0) when row["other_handle"].Integer == row["handle_id"].Integer && other is not null => "changed their number",
            (1, 0) => With("added", other),
            (1, 1) => With("removed", other),
            (2, _) => With("named the conversation", row["group_title"].GetText()),
            (3, 0) => "left the conversation",
            (3, 1) => "changed the group photo",
            (3, 2) => "removed the group photo",
            (3, 4) => "changed the background",
            (3, 6) => "removed the background",
            (4, _) => row["share_status"].IsSet ? "stopped sharing location" : "started sharing location",
            (5, _) => "kept an audio message",
            (6, _) => "SharePlay",
            _ => null,
        };
    }

    private static string With(string what, string? whom) => string.IsNullOrEmpty(whom) ? what : $"{what} {whom}";
}
