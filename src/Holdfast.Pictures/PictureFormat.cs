using System.Text;

namespace Holdfast.Pictures;

/// <summary>The formats in which phones keep screenshots. Nothing else is ever handed to a decoder.</summary>
internal enum PictureFormat
{
    /// <summary>PNG: most phones.</summary>
    Png,

    /// <summary>JPEG: some phones, and whatever went through a messenger.</summary>
    Jpeg,

    /// <summary>WebP: some messengers and web pages.</summary>
    WebP,

    /// <summary>HEIC: photos of iPhones, seldom screenshots.</summary>
    Heic,

    /// <summary>AVIF: newer phones and web pages.</summary>
    Avif,
}

/// <summary>Tells picture formats by their first bytes. Names are never asked: anybody can give a file any name.</summary>
internal static class PictureFormats
{
    // The box "ftyp" names one main brand and a list of others; more than this many bytes of it is not looked at.
    public const int MostOfFileTypeBox = 256;

    /// <summary>The format, or null when the bytes begin like none of the five.</summary>
    public static PictureFormat? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]) ? PictureFormat.Png
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? PictureFormat.Jpeg
        : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? PictureFormat.WebP
        : bytes.Length >= 16 && bytes[4..8].SequenceEqual("ftyp"u8) ? OfBrands(bytes)
        : null;

    private static PictureFormat? OfBrands(ReadOnlySpan<byte> bytes)
    {
        var end = (int)Math.Min(Math.Min(bytes.Length, MostOfFileTypeBox), System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes));
        if (OfBrand(bytes[8..12]) is { } main)
        {
            return main;
        }

        // "mif1" says only that it is a picture of this family; the others say which.
        for (var at = 16; at + 4 <= end; at += 4)
        {
            if (OfBrand(bytes.Slice(at, 4)) is { } format)
            {
                return format;
            }
        }

        return null;
    }

    private static PictureFormat? OfBrand(ReadOnlySpan<byte> brand) => Encoding.Latin1.GetString(brand) switch
    {
        "avif" or "avis" => PictureFormat.Avif,
        "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" => PictureFormat.Heic,
        _ => null,
    };
}
