namespace Holdfast.Conversations.Sqlite;

/// <summary>
/// A SQLite database, read by ourselves and never written: the engine's own library is native code, wants a path on a disk
/// and gives up on damaged files, while here each page that can be read still gives its rows
/// (sqlite.org/fileformat2.html). Pages are read as they are needed.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    // Real databases of phones have a few hundred; a hostile one could name a million.
    private const int MostTables = 10_000;

    private readonly SqlitePages _pages;
    private readonly SqlitePayloads _payloads;
    private readonly ProblemLog _problems;
    private readonly Dictionary<string, (uint Root, string Sql)> _tables = new(StringComparer.OrdinalIgnoreCase);

    private SqliteFile(SqlitePages pages, ReadingOptions options, ProblemLog problems)
    {
        (_pages, _problems) = (pages, problems);
        _payloads = new SqlitePayloads(pages, options);
        IsSchemaWhole = ReadSchema();
    }

    /// <summary>False when some tables may be missing from the list.</summary>
    internal bool IsSchemaWhole { get; }

    /// <summary>Opens a database. What is wrong with it is reported; null when nothing can be read at all.</summary>
    /// <param name="file">The database.</param>
    /// <param name="log">Its write-ahead log, if it came with one.</param>
    /// <param name="options">Limits.</param>
    /// <param name="problems">Receives problems.</param>
    internal static SqliteFile? Open(ExportFile file, ExportFile? log, ReadingOptions options, ProblemLog problems)
    {
        if (RandomBytes.Open(file, options, problems) is not { } bytes)
            return null;
        Span<byte> head = stackalloc byte[SqliteHeader.Size];
        if (!SqliteHeader.TryRead(head[..bytes.Read(0, head)], out var header))
        {
            bytes.Dispose();
            problems.Report(ProblemKind.Damaged, new RecordPlace(0, Math.Min(SqliteHeader.Size, bytes.Length), 0));
            return null;
        }

        var wal = log is null ? null : SqliteWal.Open(log, header.PageSize, options, problems);
        var pages = new SqlitePages(bytes, wal, header);
        if (pages.IsCutOff)
            problems.ReportOnce(ProblemKind.Truncated, new RecordPlace(pages.Length, 0, 0));
        return new SqliteFile(pages, options, problems);
    }

    /// <summary>
    /// Tells by its tables whether a database is of some kind. The first bytes mostly hold the list of tables; where they
    /// do not, the file is opened.
    /// </summary>
    internal static bool Recognises(ExportHead head, Func<SqliteFile, bool> isOfKind)
    {
        if (!SqliteHeader.IsDatabase(head.Bytes.Span))
            return false;
        // What is wrong with it is reported when it is read.
        var problems = new ProblemLog(new ConversationCollector(), head.File.Name);
        var options = new ReadingOptions();
        using (var start = Open(ExportFile.FromBytes(head.File.Name, head.Bytes.ToArray()), null, options, problems))
        {
            if (start is null || start.IsSchemaWhole || isOfKind(start))
                return start is not null && isOfKind(start);
        }

        using var whole = Open(head.File, null, options, problems);
        return whole is not null && isOfKind(whole);
    }

    /// <summary>True when there is a table of this name.</summary>
    internal bool Has(string table) => _tables.ContainsKey(table);

    /// <summary>
    /// A table, or null when there is none that can be read: one <c>WITHOUT ROWID</c> lies in an index, which is not read, and
    /// that is reported.
    /// </summary>
    internal SqliteTable? Table(string name)
    {
        if (!_tables.TryGetValue(name, out var table))
            return null;
        if (CreateTable.Read(table.Sql) is { IsWithoutRowId: false } columns)
            return new SqliteTable(_pages, _payloads, columns, table.Root, _problems);
        _problems.Report(ProblemKind.UnsupportedFormat);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _pages.Dispose();

    // The list of tables is a table itself, rooted in the first page (section 2.6).
    private bool ReadSchema()
    {
        var columns = new SqliteColumns();
        foreach (var name in new[] { "type", "name", "tbl_name", "rootpage", "sql" })
            columns.Add(name, isStored: true, isRowId: false, default);
        var tree = new SqliteTree(_pages, _problems);
        var isWhole = true;
        foreach (var cell in tree.Cells(1))
        {
            var row = _payloads.Read(cell) is { } payload ? new SqliteRow(columns, cell, payload, _pages.Header.Encoding) : null;
            isWhole &= row is { IsDamaged: false };
            if (row?["type"].GetText() == "table" && _tables.Count < MostTables && row["name"].GetText() is { } name && row["sql"].GetText() is { } sql
                && row["rootpage"].Integer is > 0 and <= uint.MaxValue and var root)
                _tables.TryAdd(name, ((uint)root, sql));
        }

        if (!isWhole)
            _problems.Report(ProblemKind.Damaged);
        return isWhole && tree.IsWhole;
    }
}
