using System.Buffers.Binary;

namespace Holdfast.Preservation;

/// <summary>
/// Tells the form of a file from its first bytes. The name plays no part: a picture that was renamed to <c>.txt</c> is
/// still a picture. Where two readings are possible (a polyglot), the one that can show something wins.
/// Sources: WHATWG MIME Sniffing Standard section 6, ISO/IEC 14496-12 section 4.3 (brands), and each format's own
/// specification.
/// </summary>
public static partial class MediaSniffer
{
    /// <summary>How many bytes from the start are enough.</summary>
    public const int HeadSize = 8 * 1024;

    /// <summary>
    /// The form of the bytes. Text is told by the absence of anything else, so <paramref name="head"/> should be the whole
    /// file or its first <see cref="HeadSize"/> bytes.
    /// </summary>
    public static MediaType Sniff(ReadOnlySpan<byte> head) =>
        BySignature(head) is { } known ? known
        : LooksLikeText(head) ? Text(head)
        : MediaType.Unknown;

    /// <summary>The form by signature alone; null when no signature fits. Works from about 20 bytes on.</summary>
    internal static MediaType? BySignature(ReadOnlySpan<byte> b) =>
        Picture(b) ?? Iso(b) ?? Riff(b) ?? Video(b) ?? Document(b) ?? Archive(b) ?? Sound(b);

    private static MediaType? Picture(ReadOnlySpan<byte> b) => b switch
    {
        [0xFF, 0xD8, 0xFF, ..] => new(MediaKind.Picture, "image/jpeg", ".jpg"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new(MediaKind.Picture, "image/png", ".png"),
        [0x8A, (byte)'M', (byte)'N', (byte)'G', ..] or [0x8B, (byte)'J', (byte)'N', (byte)'G', ..] =>
            new(MediaKind.Picture, "image/x-mng", ".mng"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] =>
            new(MediaKind.Picture, "image/gif", ".gif"),
        [(byte)'I', (byte)'I', (byte)'*' or (byte)'+', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*' or (byte)'+', ..] or
            [(byte)'I', (byte)'I', (byte)'R' or (byte)'U', ..] when b.Length > 8 && !LooksLikeText(b) =>
            new(MediaKind.Picture, "image/tiff", ".tif"),
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', 0, 1 or 2, ..] =>
            new(MediaKind.Picture, "image/vnd.adobe.photoshop", ".psd"),
        [0xFF, 0x0A, ..] when !IsUtf16(b) => new(MediaKind.Picture, "image/jxl", ".jxl"),
        [0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..] => new(MediaKind.Picture, "image/jxl", ".jxl"),
        [0, 0, 0, 0x0C, (byte)'j', (byte)'P', ..] or [0xFF, 0x4F, 0xFF, 0x51, ..] =>
            new(MediaKind.Picture, "image/jp2", ".jp2"),
        [0, 0, 1 or 2, 0, > 0, 0, _, _, _, 0, ..] => new(MediaKind.Picture, "image/x-icon", ".ico"),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, _, _, 0, 0, ..] => new(MediaKind.Picture, "image/bmp", ".bmp"),
        [(byte)'P', >= (byte)'1' and <= (byte)'7', (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..]
            when StartsLikePortableMap(b) => new(MediaKind.Picture, "image/x-portable-anymap", ".pnm"),
        [(byte)'q', (byte)'o', (byte)'i', (byte)'f', 0, ..] => new(MediaKind.Picture, "image/qoi", ".qoi"),
        [0x76, 0x2F, 0x31, 0x01, ..] => new(MediaKind.Picture, "image/x-exr", ".exr"),
        [0xD7, 0xCD, 0xC6, 0x9A, ..] or [0x01, 0, 0, 0, _, _, 0, 0, ..] => new(MediaKind.Picture, "image/wmf", ".wmf"),
        [(byte)'A', (byte)'T', (byte)'&', (byte)'T', (byte)'F', (byte)'O', (byte)'R', (byte)'M', ..] =>
            new(MediaKind.Picture, "image/vnd.djvu", ".djvu"),
        _ when b.StartsWith("gimp xcf"u8) => new(MediaKind.Picture, "image/x-xcf", ".xcf"),
        _ when b.StartsWith("/* XPM */"u8) => new(MediaKind.Picture, "image/x-xpixmap", ".xpm"),
        _ when b.StartsWith("%!PS"u8) => new(MediaKind.Picture, "application/postscript", ".ps"),
        _ when b.StartsWith("FUJIFILM"u8) => new(MediaKind.Picture, "image/x-raw", ".raf"),
        _ => null,
    };

    // ISO base media (ISO/IEC 14496-12): four bytes of size, then "ftyp" and a brand. Old QuickTime files begin with
    // another box. Only the brands of pure sound files count as sound; everything else may hold a picture track.
    private static MediaType? Iso(ReadOnlySpan<byte> b)
    {
        if (b.Length < 12)
            return null;
        var box = b[4..8];
        if (box.SequenceEqual("ftyp"u8))
        {
            var brand = b[8..12];
            if (brand.SequenceEqual("M4A "u8) || brand.SequenceEqual("M4B "u8) || brand.SequenceEqual("F4A "u8))
                return new(MediaKind.Sound, "audio/mp4", ".m4a");
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
                return new(MediaKind.Picture, "image/avif", ".avif");
            if (brand[..2].SequenceEqual("he"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8))
                return new(MediaKind.Picture, "image/heic", ".heic");
            if (brand[..3].SequenceEqual("crx"u8))
                return new(MediaKind.Picture, "image/x-raw", ".cr3");
            if (brand[..3].SequenceEqual("3gp"u8) || brand[..3].SequenceEqual("3g2"u8))
                return new(MediaKind.Video, "video/3gpp", ".3gp");
            if (brand.SequenceEqual("qt  "u8))
                return new(MediaKind.Video, "video/quicktime", ".mov");
            return new(MediaKind.Video, "video/mp4", ".mp4");
        }

        var old = box.SequenceEqual("moov"u8) || box.SequenceEqual("mdat"u8) || box.SequenceEqual("wide"u8) ||
            box.SequenceEqual("pnot"u8) || box.SequenceEqual("skip"u8) || box.SequenceEqual("free"u8) || box.SequenceEqual("styp"u8);
        return old && BinaryPrimitives.ReadUInt32BigEndian(b) < 0x2000_0000 && !LooksLikeText(b)
            ? new(MediaKind.Video, "video/quicktime", ".mov")
            : null;
    }

    private static MediaType? Riff(ReadOnlySpan<byte> b)
    {
        if (b.Length < 12 || !(b.StartsWith("RIFF"u8) || b.StartsWith("RIFX"u8) || b.StartsWith("RF64"u8)))
            return null;
        var form = b[8..12];
        return form.SequenceEqual("WAVE"u8) ? new(MediaKind.Sound, "audio/wav", ".wav")
            : form.SequenceEqual("WEBP"u8) ? new(MediaKind.Picture, "image/webp", ".webp")
            : form.SequenceEqual("AVI "u8) ? new(MediaKind.Video, "video/x-msvideo", ".avi")
            : LooksLikeText(b) ? null
            : new MediaType(MediaKind.Unknown, "application/octet-stream", ".bin");
    }

    private static MediaType? Video(ReadOnlySpan<byte> b) => b switch
    {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => new(MediaKind.Video, "video/x-matroska", ".mkv"),
        [(byte)'F', (byte)'L', (byte)'V', 1, ..] => new(MediaKind.Video, "video/x-flv", ".flv"),
        [0, 0, 1, 0xBA or 0xB3 or 0xB0 or 0xB5, ..] => new(MediaKind.Video, "video/mpeg", ".mpg"),
        [0, 0, 0, 1, 0x67 or 0x27 or 0x40 or 0x42 or 0x09, ..] => new(MediaKind.Video, "video/h264", ".h264"),
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => new(MediaKind.Video, "video/x-ms-asf", ".wmv"),
        [(byte)'.', (byte)'R', (byte)'M', (byte)'F', ..] => new(MediaKind.Video, "application/vnd.rn-realmedia", ".rm"),
        [(byte)'D', (byte)'K', (byte)'I', (byte)'F', 0, 0, ..] => new(MediaKind.Video, "video/x-ivf", ".ivf"),
        [(byte)'C' or (byte)'F' or (byte)'Z', (byte)'W', (byte)'S', < 0x40, ..] when !LooksLikeText(b) =>
            new(MediaKind.Video, "application/x-shockwave-flash", ".swf"),
        [0x47, ..] when b.Length > 376 && b[188] == 0x47 && b[376] == 0x47 => new(MediaKind.Video, "video/mp2t", ".ts"),

        // Ogg carries video too: anything in the first page that is not a known sound codec counts as video.
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] when !IsOggSound(b) => new(MediaKind.Video, "video/ogg", ".ogv"),
        _ => null,
    };

    private static MediaType? Document(ReadOnlySpan<byte> b) => b switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => new(MediaKind.Document, "application/x-ole-storage", ".ole"),
        _ when b[..Math.Min(b.Length, 1024)].IndexOf("%PDF-"u8) is var at and >= 0 && (at == 0 || !LooksLikeText(b)) =>
            new(MediaKind.Document, "application/pdf", ".pdf"),
        _ when b.StartsWith("{\\rtf"u8) => new(MediaKind.Document, "application/rtf", ".rtf"),
        _ when b.StartsWith("SQLite format 3\0"u8) => new(MediaKind.Document, "application/vnd.sqlite3", ".db"),
        _ when b.StartsWith("bplist"u8) => new(MediaKind.Document, "application/x-bplist", ".plist"),
        _ => null,
    };

    private static MediaType? Archive(ReadOnlySpan<byte> b) => b switch
    {
        [(byte)'P', (byte)'K', 3 or 5 or 7, 4 or 6 or 8, ..] => new(MediaKind.Archive, "application/zip", ".zip"),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => new(MediaKind.Archive, "application/x-7z-compressed", ".7z"),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, ..] => new(MediaKind.Archive, "application/vnd.rar", ".rar"),
        [0x1F, 0x8B, ..] => new(MediaKind.Archive, "application/gzip", ".gz"),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', (byte)'1', ..] =>
            new(MediaKind.Archive, "application/x-bzip2", ".bz2"),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => new(MediaKind.Archive, "application/x-xz", ".xz"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => new(MediaKind.Archive, "application/zstd", ".zst"),
        _ when b.Length >= 262 && b[257..262].SequenceEqual("ustar"u8) => new(MediaKind.Archive, "application/x-tar", ".tar"),
        _ => null,
    };

    private static MediaType? Sound(ReadOnlySpan<byte> b) => b switch
    {
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => new(MediaKind.Sound, "audio/ogg", ".ogg"),
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', 0 or 0x80, ..] => new(MediaKind.Sound, "audio/flac", ".flac"),
        [(byte)'c', (byte)'a', (byte)'f', (byte)'f', 0, 1, ..] => new(MediaKind.Sound, "audio/x-caf", ".caf"),
        [(byte)'I', (byte)'D', (byte)'3', < 0x10, < 0xFF, ..] => new(MediaKind.Sound, "audio/mpeg", ".mp3"),
        _ when b.StartsWith("#!AMR"u8) => new(MediaKind.Sound, "audio/amr", ".amr"),
        _ when b.StartsWith("FORM"u8) && b.Length >= 12 && b[8..12].StartsWith("AIF"u8) => new(MediaKind.Sound, "audio/aiff", ".aif"),

        // Frame heads without a file head (ISO/IEC 11172-3 section 2.4.1.3, ISO/IEC 13818-7 section 6.2).
        [0xFF, 0xF1 or 0xF9 or 0xF0 or 0xF8, ..] when !IsUtf16(b) => new(MediaKind.Sound, "audio/aac", ".aac"),
        [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2 or 0xE3 or 0xE2, > 0x0F and < 0xF0, ..] => new(MediaKind.Sound, "audio/mpeg", ".mp3"),
        _ => null,
    };

    private static bool IsOggSound(ReadOnlySpan<byte> b)
    {
        // RFC 3533: the first packet begins after the 27-byte page head and its segment table.
        if (b.Length < 28)
            return false;
        var packet = 27 + b[26];
        if (packet >= b.Length)
            return false;
        var codec = b[packet..];
        return codec.StartsWith("OpusHead"u8) || codec.StartsWith("\u0001vorbis"u8) || codec.StartsWith("Speex"u8) ||
            codec.StartsWith("\u007FFLAC"u8);
    }

    // Netpbm: magic, blank space, then two numbers; a chat that begins with "P1 " and words is not a picture.
    private static bool StartsLikePortableMap(ReadOnlySpan<byte> b)
    {
        if (b[1] == '7')
            return b[3..].StartsWith("WIDTH"u8);
        for (var i = 2; i < Math.Min(b.Length, 256); i++)
        {
            if (b[i] == '#')
                return true;
            if (b[i] is >= (byte)'0' and <= (byte)'9')
            {
                while (i < b.Length && b[i] is >= (byte)'0' and <= (byte)'9')
                    i++;
                while (i < b.Length && b[i] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                    i++;
                return i < b.Length && b[i] is >= (byte)'0' and <= (byte)'9';
            }

            if (b[i] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return false;
        }

        return false;
    }
}
