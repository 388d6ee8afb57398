namespace Holdfast.Conversations.Sqlite;

/// <summary>A column of a table.</summary>
/// <param name="Index">Which value of a row it is.</param>
/// <param name="IsRowId">True when the row's number is the value (<c>INTEGER PRIMARY KEY</c>).</param>
/// <param name="Default">The value of rows that were written before the column was added.</param>
internal readonly record struct SqliteColumn(int Index, bool IsRowId, SqliteValue Default);

/// <summary>The columns of a table, by name. Names do not tell capital letters apart.</summary>
internal sealed class SqliteColumns
{
    private readonly Dictionary<string, SqliteColumn> _columns = new(StringComparer.OrdinalIgnoreCase);
    private int _stored;

    /// <summary>True for a table whose rows lie in an index; those cannot be read as rows of a table.</summary>
    internal bool IsWithoutRowId { get; init; }

    /// <summary>Finds a column.</summary>
    internal bool TryFind(string name, out SqliteColumn column) => _columns.TryGetValue(name, out column);

    /// <summary>Adds the next column of the table.</summary>
    /// <param name="name">Its name without quotes.</param>
    /// <param name="isStored">False for a column that is calculated whenever it is read, and so in no row.</param>
    /// <param name="isRowId">True when the row's number is the value.</param>
    /// <param name="value">The default.</param>
    internal void Add(string name, bool isStored, bool isRowId, SqliteValue value)
    {
        if (!isStored)
            return;
        _columns.TryAdd(name, new SqliteColumn(_stored, isRowId, value));
        _stored++;
    }

    /// <summary>Makes a column the row's number, when a constraint of the whole table says so.</summary>
    internal void MakeRowId(string name)
    {
        if (_columns.TryGetValue(name, out var column))
            _columns[name] = column with { IsRowId = true };
    }
}
