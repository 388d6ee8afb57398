using System.Buffers.Binary;

namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>Unpacks the RTF of a message ([MS-OXRTFCP]: LZ77 over a ring of 4,096 bytes that begins filled).</summary>
internal static class CompressedRtf
{
    private const uint Compressed = 0x75465A4C;
    private const uint Uncompressed = 0x414C454D;
    private const int Header = 16;

    /// <summary>Most bytes that are unpacked; a reference of two bytes gives at most seventeen.</summary>
    private const int MostBytes = 64 << 20;

    private static ReadOnlySpan<byte> Start =>
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"u8;

    /// <summary>The RTF, as far as it can be unpacked; null when the bytes are something else.</summary>
    internal static byte[]? Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header)
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) switch
        {
            Uncompressed => bytes[Header..].ToArray(),
            Compressed => Unpack(bytes[Header..], (int)Math.Min(size, MostBytes)),
            _ => null,
        };
    }

    private static byte[] Unpack(ReadOnlySpan<byte> packed, int size)
    {
        var ring = new byte[4096];
        Start.CopyTo(ring);
        var write = Start.Length;
        using var result = new MemoryStream();
        var at = 0;
        while (at < packed.Length && result.Length < size)
        {
            var control = packed[at++];
            for (var bit = 0; bit < 8 && at < packed.Length && result.Length < size; bit++)
            {
                if ((control >> bit & 1) == 0)
                {
                    Put(packed[at++]);
                    continue;
                }

                if (at + 2 > packed.Length)
                    return result.ToArray();
                var reference = packed[at] << 8 | packed[at + 1];
                at += 2;
                var offset = reference >> 4;
                // A reference to where the next byte goes is the end.
                if (offset == write)
                    return result.ToArray();
                for (var i = 0; i < (reference & 15) + 2; i++)
                    Put(ring[(offset + i) & 4095]);
            }
        }

        return result.ToArray();

        void Put(byte b)
        {
            ring[write] = b;
            write = (write + 1) & 4095;
            result.WriteByte(b);
        }
    }
}
