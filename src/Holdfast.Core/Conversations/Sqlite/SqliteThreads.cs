namespace Holdfast.Conversations.Sqlite;

/// <summary>
/// Sorts rows by conversation and time. Tables hold those of all conversations mixed, so rows are looked at twice: first only
/// to note where each lies and when it was sent, then conversation by conversation. So the memory needed is a few bytes a
/// row, however long the texts.
/// </summary>
internal sealed class SqliteThreads<TKey>
    where TKey : notnull
{
    private readonly record struct Entry(SqliteTable Table, SqliteCell Cell, long Date);

    private readonly Dictionary<TKey, List<Entry>> _entries = [];
    private readonly List<TKey> _order = [];

    /// <summary>The keys in the order in which they came.</summary>
    internal IReadOnlyList<TKey> Keys => _order;

    /// <summary>Notes a row.</summary>
    /// <param name="key">The conversation it belongs to.</param>
    /// <param name="table">The table it is of.</param>
    /// <param name="row">The row.</param>
    /// <param name="date">When it was sent, in the units of the database; equal ones keep the order in which they came.</param>
    internal void Add(TKey key, SqliteTable table, SqliteRow row, long date)
    {
        if (!_entries.TryGetValue(key, out var entries))
        {
            _entries.Add(key, entries = []);
            _order.Add(key);
        }

        entries.Add(new Entry(table, row.Cell, date));
    }

    /// <summary>The rows of a conversation, read again, oldest first.</summary>
    internal IEnumerable<(SqliteTable Table, SqliteRow Row)> Rows(TKey key)
    {
        foreach (var entry in _entries[key].OrderBy(e => e.Date))
        {
            if (entry.Table.Row(entry.Cell) is { } row)
                yield return (entry.Table, row);
        }
    }
}
