using System.Buffers.Binary;
using System.Text;

namespace Holdfast.Core.Tests.Conversations.Sqlite;

/// <summary>
/// Writes small databases as sqlite.org/fileformat2.html describes them, so that tests need no engine and can break what
/// they like. Two levels of pages are enough for tests.
/// </summary>
internal sealed class SqliteBuilder(int pageSize = 1024, Encoding? encoding = null, int reserved = 0)
{
    private readonly Encoding _encoding = encoding ?? Encoding.UTF8;
    private readonly List<byte[]> _pages = [new byte[pageSize]];
    private readonly List<(long, object?[])> _schema = [];

    private int Usable => pageSize - reserved;

    /// <summary>Adds a table; rows are numbered from 1, or bring their number as a tuple.</summary>
    internal SqliteBuilder Table(string sql, params object?[][] rows) =>
        Numbered(sql, [.. rows.Select((row, i) => (i + 1L, row))]);

    /// <summary>Adds a table whose rows have the given numbers, in rising order.</summary>
    internal SqliteBuilder Numbered(string sql, params (long RowId, object?[] Values)[] rows)
    {
        var root = Allocate();
        WriteTree(root, rows);
        var name = sql.Split(' ', '(')[2].Trim('"');
        _schema.Add((_schema.Count + 1, ["table", name, name, root, sql]));
        return this;
    }

    /// <summary>Adds an entry of the list of tables whose pages do not exist.</summary>
    internal SqliteBuilder Entry(string name, long root, string sql)
    {
        _schema.Add((_schema.Count + 1, ["table", name, name, root, sql]));
        return this;
    }

    /// <summary>The finished file.</summary>
    internal byte[] Build()
    {
        Array.Clear(_pages[0]);
        WriteTree(1, [.. _schema]);
        var head = _pages[0].AsSpan();
        "SQLite format 3\0"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt16BigEndian(head[16..], (ushort)(pageSize == 65_536 ? 1 : pageSize));
        (head[18], head[19], head[20], head[21], head[22], head[23]) = (1, 1, (byte)reserved, 64, 32, 32);
        BinaryPrimitives.WriteUInt32BigEndian(head[24..], 7);
        BinaryPrimitives.WriteUInt32BigEndian(head[28..], (uint)_pages.Count);
        BinaryPrimitives.WriteUInt32BigEndian(head[44..], 4);
        BinaryPrimitives.WriteUInt32BigEndian(head[56..], _encoding is UnicodeEncoding ? _encoding.GetBytes("a")[0] == 0 ? 3u : 2u : 1u);
        BinaryPrimitives.WriteUInt32BigEndian(head[92..], 7);
        return [.. _pages.SelectMany(page => page)];
    }

    /// <summary>A write-ahead log with these pages, the last of each group being a commit.</summary>
    internal static byte[] Log(int pageSize, bool bigEndian, params (uint Page, uint Commit, byte[] Bytes)[] frames)
    {
        var header = new byte[32];
        BinaryPrimitives.WriteUInt32BigEndian(header, bigEndian ? 0x377F0683u : 0x377F0682u);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), 3_007_000);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), (uint)pageSize);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), 0xCAFE);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(20), 0xF00D);
        uint first = 0, second = 0;
        Sum(header.AsSpan(0, 24));
        Store(header.AsSpan(24));
        var log = new List<byte>(header);
        foreach (var (page, commit, bytes) in frames)
        {
            var frame = new byte[24];
            BinaryPrimitives.WriteUInt32BigEndian(frame, page);
            BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), commit);
            header.AsSpan(16, 8).CopyTo(frame.AsSpan(8));
            Sum(frame.AsSpan(0, 8));
            Sum(bytes);
            Store(frame.AsSpan(16));
            log.AddRange(frame);
            log.AddRange(bytes);
        }

        return [.. log];

        void Sum(ReadOnlySpan<byte> bytes)
        {
            for (var i = 0; i < bytes.Length; i += 8)
            {
                first = unchecked(first + Word(bytes[i..]) + second);
                second = unchecked(second + Word(bytes[(i + 4)..]) + first);
            }
        }

        uint Word(ReadOnlySpan<byte> at) => bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);

        void Store(Span<byte> at)
        {
            BinaryPrimitives.WriteUInt32BigEndian(at, first);
            BinaryPrimitives.WriteUInt32BigEndian(at[4..], second);
        }
    }

    private int Allocate()
    {
        _pages.Add(new byte[pageSize]);
        return _pages.Count;
    }

    private void WriteTree(int root, (long RowId, object?[] Values)[] rows)
    {
        var cells = rows.Select(row => (row.RowId, Bytes: Cell(row.RowId, row.Values))).ToList();
        var start = root == 1 ? 100 : 0;
        if (cells.Sum(c => c.Bytes.Length + 2) + 8 <= Usable - start)
        {
            WritePage(root, 0x0D, cells.Select(c => c.Bytes), 0);
            return;
        }

        var children = new List<(int Page, long Last)>();
        for (var i = 0; i < cells.Count;)
        {
            var room = Usable - 8;
            var from = i;
            while (i < cells.Count && cells[i].Bytes.Length + 2 <= room)
                room -= cells[i++].Bytes.Length + 2;
            var page = Allocate();
            WritePage(page, 0x0D, cells[from..i].Select(c => c.Bytes), 0);
            children.Add((page, cells[i - 1].RowId));
        }

        WritePage(root, 0x05, children.SkipLast(1).Select(c => (byte[])[.. Number((uint)c.Page), .. Varint(c.Last)]), (uint)children[^1].Page);
    }

    private void WritePage(int number, byte type, IEnumerable<byte[]> cells, uint right)
    {
        var page = _pages[number - 1];
        var start = number == 1 ? 100 : 0;
        var (end, pointer, count) = (Usable, start + (type == 0x0D ? 8 : 12), 0);
        page[start] = type;
        foreach (var cell in cells)
        {
            end -= cell.Length;
            cell.CopyTo(page.AsSpan(end));
            BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(pointer), (ushort)end);
            (pointer, count) = (pointer + 2, count + 1);
            Assert.True(pointer <= end, "too much for two levels of pages");
        }

        BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(start + 3), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(start + 5), (ushort)end);
        if (type == 0x05)
            BinaryPrimitives.WriteUInt32BigEndian(page.AsSpan(start + 8), right);
    }

    private byte[] Cell(long rowId, object?[] values)
    {
        var record = Record(values);
        var local = record.Length;
        if (local > Usable - 35)
        {
            var least = (Usable - 12) * 32 / 255 - 23;
            local = least + (record.Length - least) % (Usable - 4);
            local = local <= Usable - 35 ? local : least;
        }

        byte[] head = [.. Varint(record.Length), .. Varint(rowId), .. record[..local]];
        return local == record.Length ? head : [.. head, .. Number(Overflow(record[local..]))];
    }

    private uint Overflow(byte[] rest)
    {
        var number = Allocate();
        var taken = Math.Min(rest.Length, Usable - 4);
        rest.AsSpan(0, taken).CopyTo(_pages[number - 1].AsSpan(4));
        if (taken < rest.Length)
            BinaryPrimitives.WriteUInt32BigEndian(_pages[number - 1], Overflow(rest[taken..]));
        return (uint)number;
    }

    private byte[] Record(object?[] values)
    {
        var (types, body) = (new List<byte>(), new List<byte>());
        foreach (var value in values)
        {
            var (type, bytes) = Value(value);
            types.AddRange(Varint(type));
            body.AddRange(bytes);
        }

        var size = types.Count + 1;
        return [.. Varint(size > 127 ? size + 1 : size), .. types, .. body];
    }

    private (long Type, byte[] Bytes) Value(object? value)
    {
        switch (value)
        {
            case null:
                return (0, []);
            case 0 or 0L:
                return (8, []);
            case 1 or 1L:
                return (9, []);
            case int or long:
                var number = new byte[8];
                var whole = Convert.ToInt64(value, null);
                BinaryPrimitives.WriteInt64BigEndian(number, whole);
                var (type, size) = whole switch
                {
                    >= sbyte.MinValue and <= sbyte.MaxValue => (1, 1),
                    >= short.MinValue and <= short.MaxValue => (2, 2),
                    >= -(1 << 23) and < 1 << 23 => (3, 3),
                    >= int.MinValue and <= int.MaxValue => (4, 4),
                    >= -(1L << 47) and < 1L << 47 => (5, 6),
                    _ => (6, 8),
                };
                return (type, number[(8 - size)..]);
            case double real:
                var bits = new byte[8];
                BinaryPrimitives.WriteDoubleBigEndian(bits, real);
                return (7, bits);
            case byte[] blob:
                return (12 + 2L * blob.Length, blob);
            default:
                var text = _encoding.GetBytes((string)value);
                return (13 + 2L * text.Length, text);
        }
    }

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Varint(long value)
    {
        var bits = unchecked((ulong)value);
        if (bits >> 56 != 0)
        {
            var nine = new byte[9];
            nine[8] = unchecked((byte)bits);
            bits >>= 8;
            for (var i = 7; i >= 0; i--, bits >>= 7)
                nine[i] = (byte)(bits & 0x7F | 0x80);
            return nine;
        }

        var bytes = new List<byte> { (byte)(bits & 0x7F) };
        while ((bits >>= 7) != 0)
            bytes.Insert(0, (byte)(bits & 0x7F | 0x80));
        return [.. bytes];
    }
}
