using System.Buffers.Binary;

namespace Holdfast.Pictures;

/// <summary>Width and height as the header of a PNG, JPEG or WebP says, read without any decoder.</summary>
internal static class PictureSize
{
    /// <summary>The size that the header claims; sizes over 2^31 are given as the largest number. Null when there is no header.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) => PictureFormats.Of(bytes) switch
    {
        PictureFormat.Png => OfPng(bytes),
        PictureFormat.Jpeg => OfJpeg(bytes),
        PictureFormat.WebP => OfWebP(bytes),
        _ => null,
    };

    private static (int, int)? OfPng(ReadOnlySpan<byte> png) =>
        png.Length >= 33 && png[12..16].SequenceEqual("IHDR"u8)
            ? (Clamp(BinaryPrimitives.ReadUInt32BigEndian(png[16..])), Clamp(BinaryPrimitives.ReadUInt32BigEndian(png[20..])))
            : null;

    // Segments of a marker and a length, up to the frame header (C0 to CF but for C4, C8 and CC).
    private static (int, int)? OfJpeg(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 <= jpeg.Length;)
        {
            if (jpeg[at] != 0xff)
            {
                return null;
            }

            var marker = jpeg[at + 1];
            if (marker is 0xff or 0x01 or (>= 0xd0 and <= 0xd7))
            {
                at += marker == 0xff ? 1 : 2;
                continue;
            }

            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
            }

            if (marker is 0xd9 or 0xda)
            {
                return null;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }

        return null;
    }

    private static (int, int)? OfWebP(ReadOnlySpan<byte> webP)
    {
        if (webP.Length < 30)
        {
            return null;
        }

        var kind = webP[12..16];
        var data = webP[20..];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return (1 + (data[4] | (data[5] << 8) | (data[6] << 16)), 1 + (data[7] | (data[8] << 8) | (data[9] << 16)));
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return (1 + (int)(bits & 0x3fff), 1 + (int)((bits >> 14) & 0x3fff));
        }

        return kind.SequenceEqual("VP8 "u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3fff)
            : null;
    }

    private static int Clamp(uint value) => (int)Math.Min(value, int.MaxValue);
}
