using System.Buffers.Binary;
using System.Text;

namespace Holdfast.Packs;

/// <summary>
/// Reads the directory of a ZIP and checks that the entries, the directory and the end record fill the file without a gap:
/// nothing can hide before, between or behind them, no two entries share bytes (overlap bombs), and no second directory is
/// possible. Nothing is unpacked here.
/// </summary>
internal sealed class ZipDirectory
{
    private const int EndSize = 22, End64Size = 56, LocatorSize = 20, CentralSize = 46, MaxComment = 0xFFFF;

    private readonly Stream _zip;
    private readonly PackReadingLimits _limits;
    private readonly List<PackObjection> _objections;

    private ZipDirectory(Stream zip, PackReadingLimits limits, List<PackObjection> objections) =>
        (_zip, _limits, _objections) = (zip, limits, objections);

    /// <summary>The entries in the order of the directory; empty after a fault that leaves nothing to go by.</summary>
    public static IReadOnlyList<ZipEntry> Read(Stream zip, PackReadingLimits limits, List<PackObjection> objections) =>
        new ZipDirectory(zip, limits, objections).Read();

    private List<ZipEntry> Read()
    {
        if (FindEnd() is not { } end)
            return [];
        if (end.Count > _limits.MaxEntries || end.Size > _limits.MaxListBytes)
            return Stop(PackFault.TooManyEntries);
        if (end.Start < 0 || end.Size < 0 || end.Start > end.Offset || end.Size != end.Offset - end.Start)
            return Stop(PackFault.ArchiveHasGaps);
        var directory = ReadBytes(end.Start, (int)end.Size);
        var entries = new List<ZipEntry>();
        var at = 0;
        while (at < directory.Length)
        {
            if (!TryReadCentral(directory, ref at, out var entry))
                return Stop(PackFault.ArchiveDamaged);
            entries.Add(entry);
        }

        if (entries.Count != end.Count)
            return Stop(PackFault.ArchiveDamaged);
        CheckLocals(entries, end.Start);
        return entries;
    }

    private List<ZipEntry> Stop(PackFault fault)
    {
        _objections.Add(new(fault));
        return [];
    }

    private readonly record struct EndRecord(long Offset, long Start, long Size, long Count);

    private EndRecord? FindEnd()
    {
        var tailLength = (int)Math.Min(_zip.Length, EndSize + MaxComment);
        var tail = ReadBytes(_zip.Length - tailLength, tailLength);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tailLength - at < EndSize)
        {
            _objections.Add(new(PackFault.ArchiveCutShort));
            return null;
        }

        // A comment, or bytes behind the end: the place where a second archive hides.
        if (tailLength - at != EndSize)
        {
            _objections.Add(new(PackFault.ArchiveHasGaps));
            return null;
        }

        var r = tail.AsSpan(at);
        var offset = _zip.Length - EndSize;
        if (U32(r, 4) != 0 || U16(r, 8) != U16(r, 10))
        {
            _objections.Add(new(PackFault.ArchiveDamaged));
            return null;
        }

        var plain = new EndRecord(offset, U32(r, 16), U32(r, 12), U16(r, 10));
        return plain is { Start: < uint.MaxValue, Size: < uint.MaxValue, Count: < ushort.MaxValue } ? plain : FindEnd64(offset);
    }

    private EndRecord? FindEnd64(long end)
    {
        var offset = end - LocatorSize - End64Size;
        if (offset >= 0)
        {
            var r = ReadBytes(offset, End64Size + LocatorSize).AsSpan();
            var l = r[End64Size..];
            if (U32(r, 0) == 0x06064B50 && U64(r, 4) == 44 && U64(r, 16) == 0 && U64(r, 24) == U64(r, 32)
                && U32(l, 0) == 0x07064B50 && U32(l, 4) == 0 && U64(l, 8) == offset && U32(l, 16) == 1)
                return new EndRecord(offset, U64(r, 48), U64(r, 40), U64(r, 32));
        }

        _objections.Add(new(PackFault.ArchiveDamaged));
        return null;
    }

    private static bool TryReadCentral(byte[] directory, ref int at, out ZipEntry entry)
    {
        entry = null!;
        var r = directory.AsSpan(at);
        if (r.Length < CentralSize || U32(r, 0) != 0x02014B50)
            return false;
        int name = U16(r, 28), extra = U16(r, 30), comment = U16(r, 32);
        if (r.Length < CentralSize + name + extra || comment != 0 || U16(r, 34) != 0)
            return false;
        at += CentralSize + name + extra;
        long packed = U32(r, 20), size = U32(r, 24), offset = U32(r, 42);
        if (!ZipExtra.TryRead(r.Slice(CentralSize + name, extra), ref size, ref packed, ref offset))
            return false;
        var isUnix = r[5] is 3 or 19;
        entry = new ZipEntry
        {
            Name = Encoding.Latin1.GetString(r.Slice(CentralSize, name)),
            Flags = U16(r, 8),
            Method = U16(r, 10),
            Crc = U32(r, 16),
            Packed = packed,
            Size = size,
            HeaderOffset = offset,
            Mode = isUnix ? U32(r, 38) >> 16 : 0,
        };
        return packed >= 0 && size >= 0 && offset >= 0;
    }

    private void CheckLocals(List<ZipEntry> entries, long directoryStart)
    {
        var next = 0L;
        foreach (var entry in entries.OrderBy(e => e.HeaderOffset))
        {
            if (entry.HeaderOffset != next)
            {
                _objections.Add(new(PackFault.ArchiveHasGaps));
                return;
            }

            if (!ZipLocalHeader.Agrees(_zip, entry, directoryStart, out next))
            {
                _objections.Add(new(PackFault.HeadersDisagree));
                return;
            }
        }

        if (next != directoryStart)
            _objections.Add(new(PackFault.ArchiveHasGaps));
    }

    private byte[] ReadBytes(long offset, int count)
    {
        var bytes = new byte[count];
        _zip.Position = offset;
        _zip.ReadExactly(bytes);
        return bytes;
    }

    private static ushort U16(ReadOnlySpan<byte> r, int at) => BinaryPrimitives.ReadUInt16LittleEndian(r[at..]);
    private static uint U32(ReadOnlySpan<byte> r, int at) => BinaryPrimitives.ReadUInt32LittleEndian(r[at..]);
    private static long U64(ReadOnlySpan<byte> r, int at) => BinaryPrimitives.ReadInt64LittleEndian(r[at..]);
}
