using System.Buffers.Binary;
using System.Numerics;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Sqlite;

/// <summary>The first 100 bytes of a database (sqlite.org/fileformat2.html, section 1.3), as far as reading needs them.</summary>
/// <param name="PageSize">Bytes of a page, 512 to 65,536.</param>
/// <param name="Usable">Bytes of a page without those that extensions keep for themselves at its end.</param>
/// <param name="Encoding">The encoding of all text in the file.</param>
/// <param name="Pages">How many pages the file says that it has; 0 when it does not say.</param>
internal readonly record struct SqliteHeader(int PageSize, int Usable, TextForm Encoding, uint Pages)
{
    /// <summary>Length of the header; the first page begins behind it.</summary>
    internal const int Size = 100;

    /// <summary>True when the bytes begin like a database.</summary>
    internal static bool IsDatabase(ReadOnlySpan<byte> head) => head.StartsWith("SQLite format 3\0"u8);

    /// <summary>Reads the header; false when it cannot be one.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> head, out SqliteHeader header)
    {
        header = default;
        if (head.Length < Size || !IsDatabase(head))
            return false;
        var size = PageSizeOf(BinaryPrimitives.ReadUInt16BigEndian(head[16..]));
        // "Usable size is not allowed to be less than 480" (section 1.3.4); the formula for cells relies on it.
        var usable = size - head[20];
        if (size == 0 || usable < 480)
            return false;
        var encoding = BinaryPrimitives.ReadUInt32BigEndian(head[56..]) switch
        {
            2 => TextForm.Utf16LittleEndian,
            3 => TextForm.Utf16BigEndian,
            _ => TextForm.Utf8,
        };
        // The count is to be trusted only when this change counter equals the one that it was written with.
        var counts = head.Slice(24, 4).SequenceEqual(head.Slice(92, 4));
        header = new SqliteHeader(size, usable, encoding, counts ? BinaryPrimitives.ReadUInt32BigEndian(head[28..]) : 0);
        return true;
    }

    /// <summary>The page size that a stored number stands for; 0 when it stands for none.</summary>
    internal static int PageSizeOf(uint stored) =>
        stored is 1 or 65_536 ? 65_536 : stored is >= 512 and <= 32_768 && BitOperations.IsPow2(stored) ? (int)stored : 0;
}
