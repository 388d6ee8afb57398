using System.Buffers.Binary;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Archives;

/// <summary>One header block of a tar archive (POSIX.1-2017, pax, "ustar Interchange Format", and GNU tar's older habits).</summary>
internal readonly record struct TarHeader
{
    /// <summary>Bytes of a header, and the unit to which the bytes of a file are filled up.</summary>
    internal const int Size = 512;

    private TarHeader(string name, long length, char kind) => (Name, Length, Kind) = (name, length, kind);

    /// <summary>The name of the entry, as far as it fits into the header.</summary>
    internal string Name { get; }

    /// <summary>Bytes of content.</summary>
    internal long Length { get; }

    /// <summary>The type flag.</summary>
    internal char Kind { get; }

    /// <summary>True for a plain file.</summary>
    internal bool IsFile => Kind is '0' or '\0' or '7';

    /// <summary>True when a tar archive begins with these bytes.</summary>
    internal static bool Begins(ReadOnlySpan<byte> head) =>
        head.Length >= Size && TryRead(head[..Size], out var header) && header.Name.Length > 0
        // Before ustar there was no mark, but the checksum is proof enough beside a name that can be one.
        && (head[257..].StartsWith("ustar"u8) || EntryPath.IsSafe(header.Name) && header.IsFile);

    /// <summary>Reads a block; false when it is no header.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> block, out TarHeader header)
    {
        header = default;
        if (Number(block.Slice(148, 8)) is not { } sum || sum != Sum(block) || Number(block.Slice(124, 12)) is not { } length)
            return false;
        var name = Text(block[..100]);
        if (block[257..].StartsWith("ustar\0"u8) && Text(block.Slice(345, 155)) is { Length: > 0 } prefix)
            name = $"{prefix}/{name}";
        header = new TarHeader(name, length, (char)block[156]);
        return true;
    }

    /// <summary>Text up to the first NUL.</summary>
    internal static string Text(ReadOnlySpan<byte> field)
    {
        var damaged = false;
        var end = field.IndexOf((byte)0);
        return TextDecoding.Decode(end < 0 ? field : field[..end], TextForm.Utf8, ref damaged);
    }

    /// <summary>The value of a key in a pax header (<c>LENGTH KEY=VALUE\n</c>, again and again), or null.</summary>
    internal static string? PaxValue(ReadOnlySpan<byte> records, ReadOnlySpan<byte> key)
    {
        string? value = null;
        while (!records.IsEmpty)
        {
            var space = records.IndexOf((byte)' ');
            if (space <= 0 || !System.Buffers.Text.Utf8Parser.TryParse(records[..space], out int length, out var used) || used != space
                || length <= space || length > records.Length)
                break;
            var record = records[(space + 1)..length].TrimEnd((byte)'\n');
            if (record.StartsWith(key) && record.Length > key.Length && record[key.Length] == '=')
                value = Text(record[(key.Length + 1)..]);
            records = records[length..];
        }

        return value;
    }

    // The checksum is counted with its own field as spaces.
    private static long Sum(ReadOnlySpan<byte> block)
    {
        long sum = 8 * ' ';
        for (var i = 0; i < Size; i++)
            sum += i is >= 148 and < 156 ? 0 : block[i];
        return sum;
    }

    // Octal digits; GNU tar writes what does not fit as a big-endian number with the highest bit set.
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if (field[0] == 0x80)
            return BinaryPrimitives.ReadInt64BigEndian(field[^8..]) is var wide and >= 0 ? wide : null;
        long value = 0;
        var digits = field.Trim(" \0"u8);
        foreach (var b in digits)
        {
            if (b is < (byte)'0' or > (byte)'7')
                return null;
            value = value * 8 + (b - '0');
        }

        return digits.IsEmpty ? null : value;
    }
}
