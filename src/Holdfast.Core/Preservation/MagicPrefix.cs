namespace Holdfast.Preservation;

/// <summary>
/// The first three bytes (four base64 digits) of the forms that <see cref="MediaSniffer"/> knows. A cheap first look: what
/// passes is sniffed with more bytes.
/// </summary>
internal static class MagicPrefix
{
    /// <summary>True for starts that are rare enough to be looked at anywhere in a run.</summary>
    public static bool IsStrong(int threeBytes) => threeBytes switch
    {
        // JPEG, PNG, GIF, RIFF, PDF, ZIP, Matroska, 7z, RAR, OLE, Photoshop, JPEG 2000, FLV, Ogg, gzip, JPEG XL box
        0xFFD8FF or 0x89504E or 0x474946 or 0x524946 or 0x255044 or 0x504B03 or 0x1A45DF or 0x377ABC or 0x526172 or
            0xD0CF11 or 0x384250 or 0xFF4FFF or 0x464C56 or 0x4F6767 or 0x1F8B08 or 0x3026B2 => true,
        _ => false,
    };

    /// <summary>True for starts that are looked at only where a token begins.</summary>
    public static bool IsWeak(int threeBytes) => (threeBytes >> 8) switch
    {
        // ISO media, icon, MPEG, BMP, TIFF, JPEG XL stream, bzip2, xz, zstd, Netpbm, RTF, PostScript, flash, and others
        0x0000 or 0x0001 or 0x424D or 0x4949 or 0x4D4D or 0xFF0A or 0x425A or 0xFD37 or 0x28B5 or 0x7B5C or 0x2521 or
            0x4357 or 0x4657 or 0x5A57 or 0x504B or 0x8A4D or 0x8B4A or 0x716F or 0x762F or 0xD7CD or 0x0100 or 0x4154 or
            0x6769 or 0x2F2A or 0x4655 or 0x2E52 or 0x444B or 0x4746 or 0x5351 or 0x6270 => true,
        >= 0x5031 and <= 0x5037 => true,
        _ => false,
    };
}
