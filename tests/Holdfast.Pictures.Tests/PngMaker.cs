using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Holdfast.Pictures.Tests;

/// <summary>Writes PNG files byte by byte, sound ones and lying ones.</summary>
internal sealed class PngMaker
{
    private readonly MemoryStream _file = new();

    internal PngMaker() => _file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);

    /// <summary>Colour types as in the PNG specification.</summary>
    internal const byte Grey = 0, Rgb = 2, RgbAlpha = 6;

    /// <summary>A whole picture whose rows are packed as they come, so that huge ones can be made.</summary>
    internal static byte[] Make(int width, int height, byte bits, byte colourType, IEnumerable<byte[]> rows) =>
        new PngMaker().Header(width, height, bits, colourType).Data(rows).Chunk("IEND", []).ToArray();

    /// <summary>A picture of one grey.</summary>
    internal static byte[] OneColour(int width, int height) =>
        Make(width, height, 8, Grey, Enumerable.Repeat(Enumerable.Repeat((byte)0x80, width).ToArray(), height));

    internal PngMaker Header(int width, int height, byte bits, byte colourType)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (bits, colourType);
        return Chunk("IHDR", header);
    }

    internal PngMaker Data(IEnumerable<byte[]> rows)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        }

        return Chunk("IDAT", packed.ToArray());
    }

    internal PngMaker Chunk(string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        _file.Write(chunk);
        return this;
    }

    internal byte[] ToArray() => _file.ToArray();

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
