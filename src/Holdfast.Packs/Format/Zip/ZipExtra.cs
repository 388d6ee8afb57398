using System.Buffers.Binary;

namespace Holdfast.Packs;

/// <summary>The extra field of a ZIP header (APPNOTE 4.5).</summary>
internal static class ZipExtra
{
    // ZIP64, NTFS times, Unix times, Unix ids. Others are refused: 0x7075, say, gives an entry a second name.
    private const ushort Zip64 = 0x0001, NtfsTimes = 0x000A, UnixTimes = 0x5455, UnixIds = 0x7875;

    /// <summary>
    /// Reads the field and puts ZIP64 numbers in place of those that are all ones. False when it is broken, has a field twice
    /// or one that is not known.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> extra, ref long size, ref long packed, ref long offset)
    {
        var needsWide = size == uint.MaxValue || packed == uint.MaxValue || offset == uint.MaxValue;
        var seen = 0;
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            var bit = id switch { Zip64 => 1, NtfsTimes => 2, UnixTimes => 4, UnixIds => 8, _ => 0 };
            if (bit == 0 || (seen & bit) != 0 || extra.Length < 4 + length)
                return false;
            seen |= bit;
            if (id == Zip64 && !TryReadZip64(extra.Slice(4, length), ref size, ref packed, ref offset))
                return false;
            extra = extra[(4 + length)..];
        }

        return extra.IsEmpty && needsWide == ((seen & 1) != 0);
    }

    private static bool TryReadZip64(ReadOnlySpan<byte> field, ref long size, ref long packed, ref long offset) =>
        Take(ref field, ref size) && Take(ref field, ref packed) && Take(ref field, ref offset) && field.IsEmpty;

    private static bool Take(ref ReadOnlySpan<byte> field, ref long number)
    {
        if (number != uint.MaxValue)
            return true;
        if (field.Length < 8)
            return false;
        number = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return number >= 0;
    }
}
