using System.Buffers.Binary;

namespace Holdfast.Conversations.Sqlite;

/// <summary>The bytes of one row: those in its page, and those in the overflow pages behind (section 1.5).</summary>
/// <param name="RowId">The number of the row.</param>
/// <param name="Bytes">The record.</param>
/// <param name="IsWhole">False when some of it could not be found.</param>
/// <param name="File">The database, or its log.</param>
/// <param name="Place">The part that lies in the row's own page.</param>
internal sealed record SqlitePayload(long RowId, ReadOnlyMemory<byte> Bytes, bool IsWhole, ExportFile File, RecordPlace Place)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "database row";
}

/// <summary>Puts the bytes of rows together.</summary>
internal sealed class SqlitePayloads(SqlitePages pages, ReadingOptions options)
{
    // An overflow page belongs to one row. In a crafted file a million rows could share one long chain, and reading it for
    // each of them would take for ever, so the first row that comes to a page keeps it.
    private readonly Dictionary<uint, SqliteCell> _owners = [];

    /// <summary>The bytes of a row, or null when there is no such cell.</summary>
    internal SqlitePayload? Read(SqliteCell cell)
    {
        if (pages.Read(cell.Page) is not { } page)
            return null;
        var usable = Math.Min(pages.Header.Usable, page.Available);
        var pointer = page.Start + 8 + 2 * cell.Index;
        if (pointer + 2 > usable)
            return null;
        int start = BinaryPrimitives.ReadUInt16BigEndian(page.Bytes.AsSpan(pointer)), at = start;
        var bytes = page.Bytes.AsSpan(0, usable);
        if (start < page.Start + 8 || !SqliteVarint.TryRead(bytes, ref at, out var length) || !SqliteVarint.TryRead(bytes, ref at, out var rowId)
            || length < 0)
            return null;
        var local = LocalLength(length, pages.Header.Usable);
        if (at + local > usable)
            return Result(page.Bytes.AsMemory(at, usable - at), false, usable);
        if (local == length)
            return Result(page.Bytes.AsMemory(at, local), true, at + local);
        var end = Math.Min(usable, at + local + 4);
        var isWhole = end - at - local == 4;
        var whole = isWhole
            ? Follow(cell, bytes.Slice(at, local), BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + local)..]), length, out isWhole)
            : page.Bytes.AsMemory(at, local);
        return Result(whole, isWhole, end);

        SqlitePayload Result(ReadOnlyMemory<byte> payload, bool isWhole, int to) =>
            new(rowId, payload, isWhole, page.File, new RecordPlace(page.Offset + start, to - start, 0));
    }

    /// <summary>How many bytes of a payload stay in the page of the table's leaf.</summary>
    private static int LocalLength(long length, int usable)
    {
        if (length <= usable - 35)
            return (int)length;
        var least = (usable - 12) * 32 / 255 - 23;
        var most = least + (length - least) % (usable - 4);
        return (int)(most <= usable - 35 ? most : least);
    }

    private ReadOnlyMemory<byte> Follow(SqliteCell cell, ReadOnlySpan<byte> local, uint next, long length, out bool isWhole)
    {
        var limit = Math.Min(length, options.MaxStructuredFileBytes);
        using var gathered = new MemoryStream();
        gathered.Write(local);
        var entered = new HashSet<uint>();
        while (gathered.Length < limit && entered.Add(next) && pages.Read(next) is { } page && IsOwn(cell, next))
        {
            var room = Math.Min(pages.Header.Usable, page.Available) - 4;
            if (room <= 0)
                break;
            gathered.Write(page.Bytes.AsSpan(4, (int)Math.Min(room, limit - gathered.Length)));
            next = BinaryPrimitives.ReadUInt32BigEndian(page.Bytes);
        }

        isWhole = gathered.Length == length;
        return gathered.GetBuffer().AsMemory(0, (int)gathered.Length);
    }

    private bool IsOwn(SqliteCell cell, uint page) => _owners.TryAdd(page, cell) || _owners[page] == cell;
}
