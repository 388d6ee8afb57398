using System.Buffers.Binary;
using System.Text;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// A property list in Apple's binary form ("bplist00"): objects that name each other by number, a table of where each lies,
/// and 32 bytes at the end that describe the table (CFBinaryPList.c). Objects are read only when they are asked for, so a
/// list that holds itself does no harm.
/// </summary>
internal sealed class BinaryPlist
{
    private const int TrailerSize = 32;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _offsetSize;
    private readonly int _referenceSize;
    private readonly int _objects;
    private readonly int _table;

    private BinaryPlist(ReadOnlyMemory<byte> bytes, int offsetSize, int referenceSize, int objects, int table) =>
        (_bytes, _offsetSize, _referenceSize, _objects, _table) = (bytes, offsetSize, referenceSize, objects, table);

    /// <summary>The outermost value; one that holds nothing when the bytes are no property list.</summary>
    internal static PlistValue Read(ReadOnlyMemory<byte> bytes)
    {
        var all = bytes.Span;
        if (all.Length < 8 + TrailerSize || !all.StartsWith("bplist00"u8))
            return default;
        var trailer = all[^TrailerSize..];
        var (offsetSize, referenceSize) = ((int)trailer[6], (int)trailer[7]);
        var (objects, top, table) = (Number(trailer.Slice(8, 8)), Number(trailer.Slice(16, 8)), Number(trailer.Slice(24, 8)));
        var end = all.Length - TrailerSize;
        if (offsetSize is < 1 or > 8 || referenceSize is < 1 or > 8 || table < 8 || table > end || objects < 1 || objects > (end - table) / offsetSize)
            return default;
        return new BinaryPlist(bytes[..end], offsetSize, referenceSize, (int)objects, (int)table).Object(top);
    }

    /// <summary>The object of a number; one that holds nothing when there is none.</summary>
    internal PlistValue Object(long number)
    {
        if (number < 0 || number >= _objects)
            return default;
        var offset = Number(_bytes.Span.Slice(_table + (int)number * _offsetSize, _offsetSize));
        if (offset < 8 || offset >= _table)
            return default;
        var bytes = _bytes[(int)offset.._table];
        var mark = bytes.Span[0];
        long length = mark & 0x0F;
        var body = bytes[1..];
        // 15 says that the length follows as a number of its own.
        if (length == 15 && mark >> 4 is 0x4 or 0x5 or 0x6 or 0xA or 0xC or 0xD)
        {
            if (body.IsEmpty || body.Span[0] >> 4 != 1 || body.Length < 1 + (1 << (body.Span[0] & 0x0F)) || (body.Span[0] & 0x0F) > 3)
                return default;
            var size = 1 << (body.Span[0] & 0x0F);
            length = Number(body.Span.Slice(1, size));
            body = body[(1 + size)..];
        }

        return new PlistValue(this, mark >> 4, length, body);
    }

    /// <summary>The object that the reference at a place in a list names.</summary>
    internal PlistValue Referred(ReadOnlyMemory<byte> references, long index)
    {
        var at = index * _referenceSize;
        return at >= 0 && at + _referenceSize <= references.Length ? Object(Number(references.Span.Slice((int)at, _referenceSize))) : default;
    }

    /// <summary>How many references fit into the bytes.</summary>
    internal long Room(ReadOnlyMemory<byte> references) => references.Length / _referenceSize;

    /// <summary>A whole number of up to eight bytes, high byte first; negative when it is too large.</summary>
    internal static long Number(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (var b in bytes)
            value = value << 8 | b;
        return unchecked((long)value);
    }
}

/// <summary>A value of a <see cref="BinaryPlist"/>.</summary>
internal readonly struct PlistValue(BinaryPlist list, int kind, long length, ReadOnlyMemory<byte> body)
{
    // In a crafted list a million names could all refer to one long text; what Messages writes has a dozen short ones.
    private const int MostItems = 1_000;
    private const int LongestKey = 100;

    /// <summary>Bytes; empty when it is something else.</summary>
    internal ReadOnlyMemory<byte> Data => kind == 4 && length >= 0 && length <= body.Length ? body[..(int)length] : default;

    /// <summary>Text; null when it is something else.</summary>
    internal string? Text => kind switch
    {
        5 when length >= 0 && length <= body.Length => Encoding.Latin1.GetString(body.Span[..(int)length]),
        6 when length >= 0 && length <= body.Length / 2 => Encoding.BigEndianUnicode.GetString(body.Span[..(int)(2 * length)]),
        _ => null,
    };

    /// <summary>A number or a time in seconds; null when it is something else.</summary>
    internal double? Real => (kind, length) switch
    {
        (1, >= 0 and <= 3) when body.Length >= 1 << (int)length => BinaryPlist.Number(body.Span[..(1 << (int)length)]),
        (2, 2) when body.Length >= 4 => BinaryPrimitives.ReadSingleBigEndian(body.Span),
        (2 or 3, 3) when body.Length >= 8 => BinaryPrimitives.ReadDoubleBigEndian(body.Span),
        _ => null,
    };

    /// <summary>How many values a list or dictionary has, up to a thousand.</summary>
    internal int Count => kind is 0xA or 0xD && length >= 0 ? (int)Math.Min(Math.Min(length, MostItems), list.Room(body) / (kind == 0xD ? 2 : 1)) : 0;

    private long Length => length;

    /// <summary>The value at a place in a list or dictionary; one that holds nothing when there is none.</summary>
    internal PlistValue this[int index] => index < Count ? list.Referred(body, kind == 0xD ? length + index : index) : default;

    /// <summary>The name of the value at a place in a dictionary.</summary>
    internal string? Key(int index) =>
        kind == 0xD && index < Count && list.Referred(body, index) is { Length: <= LongestKey } key ? key.Text : null;

    /// <summary>The value of a name in a dictionary.</summary>
    internal PlistValue this[string key]
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (Key(i) == key)
                    return this[i];
            }

            return default;
        }
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "property list value";
}
