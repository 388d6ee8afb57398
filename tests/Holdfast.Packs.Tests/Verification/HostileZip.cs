using System.Buffers.Binary;
using System.Text;

namespace Holdfast.Packs.Tests.Verification;

/// <summary>Writes ZIPs as an attacker would: each field can lie.</summary>
internal sealed class HostileZip
{
    private readonly MemoryStream _zip = new();
    private readonly MemoryStream _directory = new();
    private int _count;

    public HostileZip Add(
        string name, byte[]? content = null, string? localName = null, ushort flags = 0, ushort method = 0,
        uint mode = 0x81A4, byte[]? packed = null, uint? size = null, byte[]? extra = null, uint? offset = null)
    {
        content ??= [];
        packed ??= content;
        extra ??= [];
        var crc = ContentDigest.Of(content).Crc;
        var at = (uint)_zip.Position;
        var local = Encoding.Latin1.GetBytes(localName ?? name);
        var central = Encoding.Latin1.GetBytes(name);
        Write(_zip, 0x04034B50u, (ushort)20, flags, method, (ushort)0, (ushort)0x21, crc, (uint)packed.Length,
            size ?? (uint)content.Length, (ushort)local.Length, (ushort)extra.Length);
        _zip.Write(local);
        _zip.Write(extra);
        _zip.Write(packed);
        Write(_directory, 0x02014B50u, (ushort)(3 << 8 | 20), (ushort)20, flags, method, (ushort)0, (ushort)0x21, crc, (uint)packed.Length,
            size ?? (uint)content.Length, (ushort)central.Length, (ushort)extra.Length, (ushort)0, (ushort)0, (ushort)0, mode << 16,
            offset ?? at);
        _directory.Write(central);
        _directory.Write(extra);
        _count++;
        return this;
    }

    /// <summary>Puts bytes between two entries.</summary>
    public HostileZip AddRaw(byte[] bytes)
    {
        _zip.Write(bytes);
        return this;
    }

    public byte[] Finish(byte[]? behind = null, int? count = null)
    {
        var start = (uint)_zip.Position;
        _zip.Write(_directory.ToArray());
        Write(_zip, 0x06054B50u, (ushort)0, (ushort)0, (ushort)(count ?? _count), (ushort)(count ?? _count),
            (uint)_directory.Length, start, (ushort)0);
        _zip.Write(behind ?? []);
        return _zip.ToArray();
    }

    /// <summary>The files of a pack, to which a test adds its fault.</summary>
    public static HostileZip From(TestPack pack)
    {
        var zip = new HostileZip();
        foreach (var (path, bytes) in pack.Files)
            zip.Add($"{pack.Sealed.Id}/{path}", bytes);
        return zip;
    }

    private static void Write(Stream stream, params object[] fields)
    {
        Span<byte> buffer = stackalloc byte[4];
        foreach (var field in fields)
        {
            if (field is uint wide)
                BinaryPrimitives.WriteUInt32LittleEndian(buffer, wide);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(buffer, (ushort)field);
            stream.Write(buffer[..(field is uint ? 4 : 2)]);
        }
    }
}
