using System.Buffers.Binary;

namespace Holdfast.Pictures;

/// <summary>
/// Leaves in a PNG only what its pixels need. Text blocks in a PNG are packed: a thousand of them, eight kilobytes each,
/// would unpack to eight gigabytes before the first pixel is seen.
/// </summary>
internal static class PngChunks
{
    private const int SignatureBytes = 8;
    private const int FrameBytes = 12;

    /// <summary>The same picture without the blocks that no pixel depends on. A broken end is kept as it is.</summary>
    public static byte[] Essential(ReadOnlySpan<byte> png)
    {
        var kept = new byte[png.Length];
        png[..SignatureBytes].CopyTo(kept);
        var (at, length) = (SignatureBytes, SignatureBytes);
        while (png.Length - at >= FrameBytes)
        {
            var data = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            var whole = data <= png.Length - at - FrameBytes ? (int)data + FrameBytes : png.Length - at;
            if (IsEssential(png.Slice(at + 4, 4), data))
            {
                png.Slice(at, whole).CopyTo(kept.AsSpan(length));
                length += whole;
            }

            at += whole;
        }

        return kept[..length];
    }

    private static bool IsEssential(ReadOnlySpan<byte> type, uint bytes) =>
        type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8)
        || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8)
        || type.SequenceEqual("eXIf"u8)
        || (type.SequenceEqual("iCCP"u8) && bytes <= DecodingLimits.MaxPackedProfileBytes);
}
