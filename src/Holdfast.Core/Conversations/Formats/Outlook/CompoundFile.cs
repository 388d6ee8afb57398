using System.Buffers.Binary;
using System.Text;

namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>
/// Reads a compound file ([MS-CFB]: sectors chained by a table, a directory, small streams within a stream). Chains that
/// run in circles or out of the file end there and count as damage; how much is read in all is bounded, since crafted
/// entries could all claim the whole file.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastRegularSector = 0xFFFFFFFA;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint NoEntry = 0xFFFFFFFF;
    private const int EntrySize = 128;
    private const int MiniSectorShift = 6;

    // A mail has some dozens; each one takes memory.
    private const int MostEntries = 200_000;

    private readonly byte[] _bytes;
    private readonly int _shift;
    private readonly int _sectors;
    private readonly long _smallBelow;
    private readonly uint[] _fat;
    private readonly uint[] _miniFat;
    private readonly List<(CompoundEntry Entry, uint Left, uint Right, uint Child)> _directory = [];
    private byte[]? _miniStream;
    private long _left;

    private CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        _shift = Word(30) == 12 ? 12 : 9;
        _sectors = (int)Math.Max(0, ((long)bytes.Length - 1 >> _shift));
        _left = 4L * bytes.Length + (1 << 20);
        _smallBelow = Number(56) is var cutoff and > 0 and <= 1 << 20 ? cutoff : 4096;
        _fat = ReadFat();
        _miniFat = Numbers(ReadChain(Number(60), long.MaxValue));
        ReadDirectory();
    }

    /// <summary>The outermost storage.</summary>
    internal CompoundEntry Root { get; private set; } = new("", true, EndOfChain, 0);

    /// <summary>True when chains were broken so far.</summary>
    internal bool IsDamaged { get; private set; }

    /// <summary>True when the bytes begin like a compound file.</summary>
    internal static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Reads the directory; null when the bytes are no compound file.</summary>
    internal static CompoundFile? Read(byte[] bytes) => Begins(bytes) && bytes.Length > 512 ? new CompoundFile(bytes) : null;

    /// <summary>The bytes of a stream, as far as they are there.</summary>
    internal byte[] Content(CompoundEntry entry)
    {
        if (entry.Size <= 0 || entry.IsStorage)
            return [];
        var bytes = entry.Size < _smallBelow ? ReadMini(entry.FirstSector, entry.Size) : ReadChain(entry.FirstSector, entry.Size);
        IsDamaged |= bytes.Length < entry.Size;
        return bytes;
    }

    private uint[] ReadFat()
    {
        var fat = new List<uint>();
        for (var i = 0; i < 109; i++)
            Add(Number(76 + 4 * i));
        var next = Number(68);
        var perSector = (1 << _shift) / 4;
        for (var i = 0; i < _sectors && Sector(next) is { IsEmpty: false } sector; i++)
        {
            for (var j = 0; j < perSector - 1 && 4 * j + 4 <= sector.Length; j++)
                Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[(4 * j)..]));
            next = sector.Length == 1 << _shift ? BinaryPrimitives.ReadUInt32LittleEndian(sector[^4..]) : EndOfChain;
        }

        return [.. fat];

        void Add(uint number)
        {
            if (number >= LastRegularSector || fat.Count > _sectors)
                return;
            var sector = Sector(number);
            IsDamaged |= sector.Length < 1 << _shift;
            // What is missing of the table is the end of every chain that leads there.
            for (var i = 0; i < 1 << _shift; i += 4)
                fat.Add(i + 4 <= sector.Length ? BinaryPrimitives.ReadUInt32LittleEndian(sector[i..]) : EndOfChain);
        }
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        if (number >= LastRegularSector)
            return default;
        var start = (number + 1L) << _shift;
        return start >= _bytes.Length ? default : _bytes.AsSpan((int)start, (int)Math.Min(1 << _shift, _bytes.Length - start));
    }

    private byte[] ReadChain(uint first, long most)
    {
        using var held = new MemoryStream();
        var next = first;
        for (var i = 0; next < LastRegularSector && held.Length < most; i++)
        {
            var sector = Sector(next);
            _left -= sector.Length;
            if (sector.IsEmpty || i > _sectors || _left < 0)
            {
                IsDamaged = true;
                break;
            }

            held.Write(sector[..(int)Math.Min(sector.Length, most - held.Length)]);
            next = next < _fat.Length ? _fat[next] : EndOfChain;
        }

        return held.ToArray();
    }

    private byte[] ReadMini(uint first, long size)
    {
        _miniStream ??= ReadChain(Root.FirstSector, Root.Size);
        using var held = new MemoryStream();
        var next = first;
        while (next < LastRegularSector && held.Length < size)
        {
            var start = (long)next << MiniSectorShift;
            if (start >= _miniStream.Length || (_left -= 1 << MiniSectorShift) < 0)
                break;
            var length = Math.Min(Math.Min(1 << MiniSectorShift, _miniStream.Length - start), size - held.Length);
            held.Write(_miniStream.AsSpan((int)start, (int)length));
            next = next < _miniFat.Length ? _miniFat[next] : EndOfChain;
        }

        return held.ToArray();
    }

    private void ReadDirectory()
    {
        var bytes = ReadChain(Number(48), long.MaxValue);
        for (var at = 0; at + EntrySize <= bytes.Length && _directory.Count < MostEntries; at += EntrySize)
        {
            var entry = bytes.AsSpan(at, EntrySize);
            var name = Encoding.Unicode.GetString(entry[..(Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]), (ushort)2, (ushort)64) / 2 * 2 - 2)]);
            var size = BinaryPrimitives.ReadInt64LittleEndian(entry[120..]);
            // The upper half is not set by all writers of the older version.
            size = _shift == 9 ? size & uint.MaxValue : Math.Max(0, size);
            _directory.Add((
                new CompoundEntry(name, entry[66] is 1 or 5, BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), size),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]),
                entry[66] is 1 or 5 ? BinaryPrimitives.ReadUInt32LittleEndian(entry[76..]) : NoEntry));
        }

        IsDamaged |= bytes.Length / EntrySize > MostEntries;
        if (_directory.Count == 0)
        {
            IsDamaged = true;
            return;
        }

        Root = _directory[0].Entry;
        Link();
    }

    // The entries of a storage form a tree of siblings. Each entry can be in one place only, which ends every circle.
    private void Link()
    {
        var seen = new bool[_directory.Count];
        seen[0] = true;
        var open = new Stack<(CompoundEntry Parent, uint Index)>();
        open.Push((Root, _directory[0].Child));
        while (open.TryPop(out var next))
        {
            if (next.Index == NoEntry)
                continue;
            if (next.Index >= seen.Length || seen[next.Index])
            {
                IsDamaged = true;
                continue;
            }

            seen[next.Index] = true;
            var (entry, left, right, child) = _directory[(int)next.Index];
            next.Parent.Children.TryAdd(entry.Name, entry);
            open.Push((next.Parent, left));
            open.Push((next.Parent, right));
            open.Push((entry, child));
        }
    }

    private static uint[] Numbers(byte[] bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * i));
        return numbers;
    }

    private ushort Word(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));
}
