using System.Buffers.Binary;
using System.Text;

namespace Holdfast.Packs;

/// <summary>
/// Compares the header in front of an entry with the directory. Programs differ in which of the two they believe, so a
/// difference means that two people could unpack two things from one file.
/// </summary>
internal static class ZipLocalHeader
{
    private const int Size = 30;
    private const uint DescriptorMark = 0x08074B50;

    /// <param name="zip">The archive.</param>
    /// <param name="entry">What the directory says; its data offset is set.</param>
    /// <param name="limit">Where the directory begins.</param>
    /// <param name="next">Where the next entry must begin.</param>
    public static bool Agrees(Stream zip, ZipEntry entry, long limit, out long next)
    {
        next = 0;
        if (limit - entry.HeaderOffset < Size)
            return false;
        Span<byte> r = stackalloc byte[Size];
        zip.Position = entry.HeaderOffset;
        zip.ReadExactly(r);
        int nameLength = U16(r, 26), extraLength = U16(r, 28);
        entry.DataOffset = entry.HeaderOffset + Size + nameLength + extraLength;
        if (U32(r, 0) != 0x04034B50 || U16(r, 6) != entry.Flags || U16(r, 8) != entry.Method
            || entry.DataOffset > limit || entry.Packed > limit - entry.DataOffset)
            return false;
        var rest = new byte[nameLength + extraLength];
        zip.ReadExactly(rest);
        long packed = U32(r, 18), size = U32(r, 22), noOffset = 0;
        var crc = U32(r, 14);
        if (Encoding.Latin1.GetString(rest, 0, nameLength) != entry.Name
            || !ZipExtra.TryRead(rest.AsSpan(nameLength), ref size, ref packed, ref noOffset))
            return false;
        next = entry.DataOffset + entry.Packed;
        // With a descriptor behind the data the header may leave its numbers at zero (APPNOTE 4.4.4, bit 3).
        if (!entry.HasDescriptor)
            return crc == entry.Crc && packed == entry.Packed && size == entry.Size;
        return (crc == 0 || crc == entry.Crc) && (packed == 0 || packed == entry.Packed) && (size == 0 || size == entry.Size)
            && TrySkipDescriptor(zip, entry, limit, ref next);
    }

    private static bool TrySkipDescriptor(Stream zip, ZipEntry entry, long limit, ref long next)
    {
        Span<byte> buffer = stackalloc byte[24];
        var r = buffer[..(int)Math.Min(buffer.Length, limit - next)];
        zip.Position = next;
        zip.ReadExactly(r);
        var mark = r.Length >= 4 && U32(r, 0) == DescriptorMark ? 4 : 0;
        if (r.Length >= mark + 12 && U32(r, mark) == entry.Crc && U32(r, mark + 4) == entry.Packed && U32(r, mark + 8) == entry.Size
            && !IsWide(r, mark, entry))
        {
            next += mark + 12;
            return true;
        }

        next += mark + 20;
        return IsWide(r, mark, entry);
    }

    private static bool IsWide(ReadOnlySpan<byte> r, int mark, ZipEntry entry) =>
        r.Length >= mark + 20 && U32(r, mark) == entry.Crc
        && BinaryPrimitives.ReadInt64LittleEndian(r[(mark + 4)..]) == entry.Packed
        && BinaryPrimitives.ReadInt64LittleEndian(r[(mark + 12)..]) == entry.Size;

    private static ushort U16(ReadOnlySpan<byte> r, int at) => BinaryPrimitives.ReadUInt16LittleEndian(r[at..]);
    private static uint U32(ReadOnlySpan<byte> r, int at) => BinaryPrimitives.ReadUInt32LittleEndian(r[at..]);
}
