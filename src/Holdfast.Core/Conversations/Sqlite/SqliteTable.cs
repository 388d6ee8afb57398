namespace Holdfast.Conversations.Sqlite;

/// <summary>A table of a database.</summary>
internal sealed class SqliteTable(SqlitePages pages, SqlitePayloads payloads, SqliteColumns columns, uint root, ProblemLog problems)
{
    /// <summary>True when the table has such a column.</summary>
    internal bool Has(string column) => columns.TryFind(column, out _);

    /// <summary>The rows in the order of their numbers. Those that cannot be read are reported.</summary>
    internal IEnumerable<SqliteRow> Rows()
    {
        foreach (var cell in new SqliteTree(pages, problems).Cells(root))
        {
            if (Row(cell) is { } row)
            {
                if (row.IsDamaged)
                    Report(row.File, row.Place);
                yield return row;
            }
            else
            {
                Report(null, default);
            }
        }
    }

    /// <summary>Reads a row again.</summary>
    internal SqliteRow? Row(SqliteCell cell) =>
        payloads.Read(cell) is { } payload ? new SqliteRow(columns, cell, payload, pages.Header.Encoding) : null;

    // Problems name the database; a place in its log would point at other bytes there.
    private void Report(ExportFile? file, RecordPlace place) =>
        problems.Report(ProblemKind.Damaged, file == pages.File ? place : default);
}
