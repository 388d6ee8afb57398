namespace Holdfast.Conversations.Sqlite;

/// <summary>A page, and where it lies.</summary>
/// <param name="Number">Number from 1.</param>
/// <param name="Bytes">As many bytes as a page has; behind <paramref name="Available"/> they are missing in the file.</param>
/// <param name="Available">How many bytes the file holds of it.</param>
/// <param name="File">The database, or its log.</param>
/// <param name="Offset">First byte of the page in that file.</param>
internal sealed record SqlitePage(uint Number, byte[] Bytes, int Available, ExportFile File, long Offset)
{
    /// <summary>Where the b-tree part begins: the first page has the file's header before it.</summary>
    internal int Start => Number == 1 ? SqliteHeader.Size : 0;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "database page";
}

/// <summary>The pages of a database, those in its log before those in the file. A few are kept at hand.</summary>
internal sealed class SqlitePages(RandomBytes bytes, SqliteWal? log, SqliteHeader header) : IDisposable
{
    // Records are read again in the order of their times, which is nearly that of their pages.
    private const int MostKept = 64;

    private readonly Dictionary<uint, SqlitePage> _kept = [];
    private readonly Queue<uint> _order = [];

    /// <summary>The header of the database.</summary>
    internal SqliteHeader Header => header;

    /// <summary>How many pages there are.</summary>
    internal uint Count { get; } = (uint)Math.Min(
        uint.MaxValue - 1, Math.Max((bytes.Length + header.PageSize - 1) / header.PageSize, log?.Pages ?? 0));

    /// <summary>The database as a file.</summary>
    internal ExportFile File => bytes.File;

    /// <summary>True when the file says that it has more pages than are there.</summary>
    internal bool IsCutOff => (log is not { Pages: > 0 } && header.Pages > Count) || bytes.Length % header.PageSize != 0;

    /// <summary>The length of the database file.</summary>
    internal long Length => bytes.Length;

    /// <summary>A page, or null when there is none of that number.</summary>
    internal SqlitePage? Read(uint number)
    {
        if (number == 0 || number > Count)
            return null;
        if (_kept.TryGetValue(number, out var known))
            return known;
        var page = new byte[header.PageSize];
        long offset = 0;
        var isLogged = log is not null && log.TryFind(number, out offset);
        if (!isLogged)
            offset = (number - 1L) * header.PageSize;
        var available = isLogged ? log!.Read(offset, page) : bytes.Read(offset, page);
        if (available == 0)
            return null;
        var read = new SqlitePage(number, page, available, isLogged ? log!.File : bytes.File, offset);
        Keep(read);
        return read;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        bytes.Dispose();
        log?.Dispose();
    }

    private void Keep(SqlitePage page)
    {
        if (_order.Count == MostKept)
            _kept.Remove(_order.Dequeue());
        _kept.Add(page.Number, page);
        _order.Enqueue(page.Number);
    }
}
