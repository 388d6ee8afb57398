using System.Buffers.Binary;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Sqlite;

/// <summary>One row of a table (the record format of section 2.1).</summary>
internal sealed class SqliteRow
{
    private readonly SqliteColumns _columns;
    private readonly SqlitePayload _payload;
    private readonly TextForm _form;
    private readonly List<(long Type, int Start)> _values = [];

    internal SqliteRow(SqliteColumns columns, SqliteCell cell, SqlitePayload payload, TextForm form)
    {
        (_columns, Cell, _payload, _form) = (columns, cell, payload, form);
        IsDamaged = !payload.IsWhole | !Parse(payload.Bytes.Span);
    }

    /// <summary>Enough to read the row again.</summary>
    internal SqliteCell Cell { get; }

    /// <summary>The number of the row.</summary>
    internal long RowId => _payload.RowId;

    /// <summary>True when some values could not be read; they are null.</summary>
    internal bool IsDamaged { get; }

    /// <summary>The database, or its log when the newest version of the row stands there.</summary>
    internal ExportFile File => _payload.File;

    /// <summary>Where in that file the row lies, without what it has in overflow pages.</summary>
    internal RecordPlace Place => _payload.Place;

    /// <summary>The value of a column; null when the table has no such column.</summary>
    internal SqliteValue this[string column]
    {
        get
        {
            if (!_columns.TryFind(column, out var found))
                return default;
            if (found.IsRowId)
                return SqliteValue.Of(RowId);
            // A row that was written before a column was added is shorter, and the column has its default.
            return found.Index < _values.Count ? Read(_values[found.Index]) : IsDamaged ? default : found.Default;
        }
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "database row";

    private bool Parse(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (!SqliteVarint.TryRead(bytes, ref at, out var size) || size < at || size > bytes.Length)
            return false;
        long start = size;
        while (at < size)
        {
            // A hostile row could name millions of values; a table has at most 32,767 columns.
            if (!SqliteVarint.TryRead(bytes[..(int)size], ref at, out var type) || type < 0 || _values.Count >= short.MaxValue)
                return false;
            var length = Length(type);
            if (length > bytes.Length - start || type is 10 or 11)
                return false;
            _values.Add((type, (int)start));
            start += length;
        }

        return true;
    }

    private SqliteValue Read((long Type, int Start) value)
    {
        var bytes = _payload.Bytes.Slice(value.Start, (int)Length(value.Type));
        return value.Type switch
        {
            0 => default,
            7 => SqliteValue.Of(BinaryPrimitives.ReadDoubleBigEndian(bytes.Span)),
            8 => SqliteValue.Of(0),
            9 => SqliteValue.Of(1),
            <= 6 => SqliteValue.Of(Integer(bytes.Span)),
            _ when value.Type % 2 == 0 => SqliteValue.Blob(bytes),
            _ => SqliteValue.Text(bytes, _form),
        };
    }

    private static long Integer(ReadOnlySpan<byte> bytes)
    {
        long value = unchecked((sbyte)bytes[0]);
        foreach (var b in bytes[1..])
            value = value << 8 | b;
        return value;
    }

    private static long Length(long type) => type switch
    {
        <= 4 => type,
        5 => 6,
        6 or 7 => 8,
        <= 11 => 0,
        _ => (type - 12) / 2,
    };
}
