using System.Text;

namespace Holdfast.Preservation;

/// <summary>Invented files that have the shape of pictures and show nothing.</summary>
internal static class Drawn
{
    public static readonly byte[] Jpeg = Filled([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0], 9_000, 7);

    public static readonly byte[] Png = Filled([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8], 3_000, 11);

    public static readonly byte[] Mp4 = Filled([0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp41"u8], 5_000, 13);

    public static readonly byte[] Heic = Filled([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8], 5_000, 17);

    public static readonly byte[] WebP = Filled([.. "RIFF"u8, 0, 16, 0, 0, .. "WEBPVP8 "u8], 2_000, 19);

    public static readonly byte[] Gif = Filled([.. "GIF89a"u8, 64, 0, 64, 0, 0xF0, 0, 0], 2_000, 23);

    public static readonly byte[] Bmp = Filled([.. "BM"u8, 0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 40, 0, 0, 0], 2_000, 29);

    public static readonly byte[] Pdf = Filled([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n1 0 obj\n"u8], 3_000, 31);

    public static readonly byte[] Zip = Filled([.. "PK"u8, 3, 4, 20, 0, 0, 0, 8, 0], 3_000, 37);

    public static readonly byte[] Ogg =
        Filled([.. "OggS"u8, 0, 2, .. new byte[8], 1, 0, 0, 0, .. new byte[8], 1, 19, .. "OpusHead"u8], 4_000, 41);

    public static byte[] Filled(byte[] start, int length, uint seed)
    {
        var bytes = new byte[length];
        start.CopyTo(bytes, 0);
        for (var i = start.Length; i < length; i++)
        {
            seed = unchecked(seed * 1664525 + 1013904223);
            bytes[i] = (byte)(seed >> 24);
        }

        return bytes;
    }

    public static string Wrapped(byte[] bytes, int width = 76, string lineEnd = "\r\n")
    {
        var all = Convert.ToBase64String(bytes);
        var text = new StringBuilder();
        for (var i = 0; i < all.Length; i += width)
            text.Append(all.AsSpan(i, Math.Min(width, all.Length - i))).Append(lineEnd);
        return text.ToString();
    }

    public static string QuotedPrintable(byte[] bytes)
    {
        var text = new StringBuilder();
        var column = 0;
        foreach (var b in bytes)
        {
            var unit = b is > 32 and < 127 and not (byte)'=' ? ((char)b).ToString() : $"={b:X2}";
            if (column + unit.Length > 75)
            {
                text.Append("=\r\n");
                column = 0;
            }

            text.Append(unit);
            column += unit.Length;
        }

        return text.ToString();
    }

    public static string Uuencoded(byte[] bytes, string name = "photo.jpg")
    {
        var text = new StringBuilder($"begin 644 {name}\n");
        for (var i = 0; i < bytes.Length; i += 45)
        {
            var line = bytes.AsSpan(i, Math.Min(45, bytes.Length - i));
            text.Append((char)(32 + line.Length));
            for (var j = 0; j < line.Length; j += 3)
            {
                var bits = line[j] << 16 | (j + 1 < line.Length ? line[j + 1] << 8 : 0) | (j + 2 < line.Length ? line[j + 2] : 0);
                for (var shift = 18; shift >= 0; shift -= 6)
                    text.Append((bits >> shift & 63) is 0 ? '`' : (char)(32 + (bits >> shift & 63)));
            }

            text.Append('\n');
        }

        return text.Append("`\nend\n").ToString();
    }
}
