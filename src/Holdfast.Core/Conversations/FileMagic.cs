namespace Holdfast.Conversations;

/// <summary>Tells text from pictures and other bytes, to say why a file holds no messages that could be read.</summary>
internal static class FileMagic
{
    /// <summary>True for bytes that are known not to be text, whatever letters they hold.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head) =>
        IsPictureOrVideo(head) || head.StartsWith("%PDF"u8) || head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])
        || head.Length > 262 && head[257..].StartsWith("ustar"u8)
        || head.StartsWith("SQLite format 3"u8) || head.StartsWith("OggS"u8) || head.StartsWith("!BDN"u8)
        || IsMailIndex(head);

    /// <summary>True for Thunderbird's index of a mailbox (Mork, <c>.msf</c>): text, but not of the mails.</summary>
    private static bool IsMailIndex(ReadOnlySpan<byte> head) => head.StartsWith("// <!-- <mdb:mork"u8);

    /// <summary>True for a picture, video or sound: its first bytes say all that is asked of it, and there may be tens of thousands.</summary>
    public static bool IsMedia(ReadOnlySpan<byte> head) =>
        IsPictureOrVideo(head) || head.StartsWith("OggS"u8) || head.StartsWith("ID3"u8) || head.StartsWith("#!AMR"u8)
        || head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WAVE"u8);

    public static bool IsPictureOrVideo(ReadOnlySpan<byte> head) =>
        head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'])
        || head.StartsWith("GIF8"u8) || head.StartsWith("BM"u8) && head.Length > 26 && head[14] is 40 or 12 or 108 or 124 && head[15] == 0
        || head.StartsWith("RIFF"u8) && head.Length > 12 && (head[8..].StartsWith("WEBP"u8) || head[8..].StartsWith("AVI "u8))
        || head.Length > 12 && head[4..].StartsWith("ftyp"u8)
        || head.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8);

    /// <summary>
    /// Why a file that is plain text by its content is not read as a note: its name says that it should be something
    /// else. Null when the name says nothing of the kind. Only the reader of last resort asks for names.
    /// </summary>
    public static ProblemKind? IsNamedOtherwise(string fileName)
    {
        var extension = fileName.LastIndexOf('.') is var dot and >= 0 ? fileName[(dot + 1)..].ToLowerInvariant() : "";
        return extension switch
        {
            "json" or "js" => ProblemKind.Damaged,
            "jpg" or "jpeg" or "png" or "gif" or "webp" or "heic" or "heif" or "avif" or "bmp" or "tif" or "tiff" or "mp4" or "mov"
                or "3gp" or "webm" or "mkv" or "avi" => ProblemKind.PictureNotRead,
            "mp3" or "ogg" or "opus" or "m4a" or "aac" or "amr" or "wav" or "pdf" or "doc" or "docx" or "zip" or "css" or "ics"
                or "vcf" => ProblemKind.FileNotRead,
            _ => null,
        };
    }

    public static ProblemKind WhyNotRead(ExportHead head)
    {
        var bytes = head.Bytes.Span;
        if (bytes.Length == 0)
        {
            return ProblemKind.NoMessages;
        }

        if (IsPictureOrVideo(bytes))
        {
            return ProblemKind.PictureNotRead;
        }

        if (Archives.ExportArchive.IsOtherArchive(bytes))
        {
            return ProblemKind.ArchiveNotSupported;
        }

        if (Formats.Signal.SignalBackup.Is(bytes))
        {
            return ProblemKind.UnsupportedFormat;
        }

        if (bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) || bytes.StartsWith("SQLite format 3"u8) || bytes.StartsWith("!BDN"u8)
            || bytes.StartsWith("%PDF"u8) || IsMailIndex(bytes))
        {
            return ProblemKind.UnsupportedFormat;
        }

        return head.File.Container is null && head.Text is null ? ProblemKind.UnknownFormat : ProblemKind.FileNotRead;
    }
}
