using System.Text;

namespace Holdfast.Core.Tests.Conversations.Formats.Outlook;

/// <summary>Writes small compound files ([MS-CFB], one sector of 512 or 4,096 bytes after the other) for tests.</summary>
internal sealed class CompoundFileWriter(int sectorShift = 9)
{
    private const uint End = 0xFFFFFFFE;
    private const uint None = 0xFFFFFFFF;
    private readonly List<(string Name, byte[]? Content, int Parent)> _entries = [("Root Entry", null, -1)];

    /// <summary>Adds a storage and gives its number; 0 is the root.</summary>
    internal int Storage(int parent, string name) => Add(name, null, parent);

    /// <summary>Adds a stream.</summary>
    internal void Stream(int parent, string name, byte[] content) => Add(name, content, parent);

    /// <summary>The file.</summary>
    internal byte[] ToArray()
    {
        var size = 1 << sectorShift;
        var sectors = new List<byte[]>();
        var fat = new List<uint>();
        var mini = new MemoryStream();
        var miniFat = new List<uint>();
        var starts = new uint[_entries.Count];
        for (var i = 0; i < _entries.Count; i++)
        {
            var content = _entries[i].Content;
            starts[i] = content is null or { Length: 0 } ? End : content.Length < 4096 ? AddMini(content) : AddChain(content);
        }

        starts[0] = mini.Length == 0 ? End : AddChain(mini.ToArray());
        var directory = AddChain(Directory(starts, (uint)mini.Length));
        var miniStart = miniFat.Count == 0 ? End : AddChain(Bytes(miniFat, size));
        // The table describes itself too; one sector of it is enough for these files.
        var fatSector = (uint)sectors.Count;
        fat.Add(0xFFFFFFFD);
        sectors.Add(Bytes(fat, size));
        Assert.Equal(size, sectors[^1].Length);
        using var file = new MemoryStream();
        file.Write(Header(fatSector, directory, miniStart));
        file.SetLength(size);
        file.Position = size;
        foreach (var sector in sectors)
            file.Write(sector);
        return file.ToArray();

        uint AddChain(byte[] content)
        {
            var start = (uint)sectors.Count;
            for (var at = 0; at < content.Length; at += size)
            {
                var sector = new byte[size];
                content.AsSpan(at, Math.Min(size, content.Length - at)).CopyTo(sector);
                sectors.Add(sector);
                fat.Add(at + size < content.Length ? (uint)sectors.Count : End);
            }

            return start;
        }

        uint AddMini(byte[] content)
        {
            var start = (uint)miniFat.Count;
            for (var at = 0; at < content.Length; at += 64)
            {
                mini.Write(content.AsSpan(at, Math.Min(64, content.Length - at)));
                mini.SetLength(mini.Position = (mini.Position + 63) / 64 * 64);
                miniFat.Add(at + 64 < content.Length ? (uint)miniFat.Count + 1 : End);
            }

            return start;
        }
    }

    private int Add(string name, byte[]? content, int parent)
    {
        _entries.Add((name, content, parent));
        return _entries.Count - 1;
    }

    // A chain of right siblings is a tree, if not a balanced one.
    private byte[] Directory(uint[] starts, uint miniLength)
    {
        using var held = new MemoryStream();
        using var writer = new BinaryWriter(held);
        for (var i = 0; i < _entries.Count; i++)
        {
            var (name, content, parent) = _entries[i];
            var wide = Encoding.Unicode.GetBytes(name);
            writer.Write(wide);
            writer.Write(new byte[64 - wide.Length]);
            writer.Write((ushort)(wide.Length + 2));
            writer.Write((byte)(i == 0 ? 5 : content is null ? 1 : 2));
            writer.Write((byte)1);
            writer.Write(None);
            writer.Write(Next(i + 1, parent));
            writer.Write(content is null ? Next(1, i) : None);
            writer.Write(new byte[36]);
            writer.Write(starts[i]);
            writer.Write(i == 0 ? miniLength : content?.LongLength ?? 0L);
        }

        return held.ToArray();

        uint Next(int from, int parent)
        {
            for (var i = from; i < _entries.Count; i++)
            {
                if (_entries[i].Parent == parent)
                    return (uint)i;
            }

            return None;
        }
    }

    private byte[] Header(uint fatSector, uint directory, uint miniStart)
    {
        using var held = new MemoryStream();
        using var writer = new BinaryWriter(held);
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        writer.Write(new byte[16]);
        writer.Write((ushort)62);
        writer.Write((ushort)(sectorShift == 12 ? 4 : 3));
        writer.Write((ushort)0xFFFE);
        writer.Write((ushort)sectorShift);
        writer.Write((ushort)6);
        writer.Write(new byte[10]);
        writer.Write(1u);
        writer.Write(directory);
        writer.Write(0u);
        writer.Write(4096u);
        writer.Write(miniStart);
        writer.Write(1u);
        writer.Write(End);
        writer.Write(0u);
        writer.Write(fatSector);
        for (var i = 1; i < 109; i++)
            writer.Write(None);
        return held.ToArray();
    }

    private static byte[] Bytes(List<uint> numbers, int size)
    {
        var bytes = new byte[(numbers.Count * 4 + size - 1) / size * size];
        bytes.AsSpan().Fill(0xFF);
        for (var i = 0; i < numbers.Count; i++)
            BitConverter.TryWriteBytes(bytes.AsSpan(4 * i), numbers[i]);
        return bytes;
    }
}
