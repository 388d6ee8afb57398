namespace Holdfast.Pictures;

/// <summary>What a picture may cost. Each limit names the attack it answers.</summary>
internal static class DecodingLimits
{
    /// <summary>Largest file, in bytes. Somebody could send a picture that fills the memory before it is looked at.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>
    /// Longest side, in pixels. A header can claim 2^31 columns, and every row buffer grows with it. Long screenshots that
    /// phones put together from many are around 30,000 high.
    /// </summary>
    public const uint MaxSide = 40_000;

    /// <summary>
    /// Most pixels. A picture of one colour packs to a thousandth (decompression bomb). 1170 x 30,000 is 35 million.
    /// </summary>
    public const ulong MaxPixels = 40_000_000;

    /// <summary>
    /// Most memory for the pixels of one picture, its turned copy included, in bytes (a header that claims fewer pixels
    /// than the data unpack to). Beyond it decoding fails: nothing is moved to the disk.
    /// </summary>
    public const ulong MaxPixelMemory = 512UL << 20;

    /// <summary>Largest colour profile or other attached data, in bytes (an attached block that unpacks to gigabytes).</summary>
    public const ulong MaxProfileBytes = 16UL << 20;

    /// <summary>Most bytes on disk, and of files mapped into memory: a private picture must leave no trace.</summary>
    public const ulong MaxDiskBytes = 0;

    /// <summary>Frames of a moving picture that are read, from the first on (animations without end).</summary>
    public const uint MaxFrames = 1;

    /// <summary>Longest list of pictures that the library may hold for one file.</summary>
    public const ulong MaxList = 4;

    /// <summary>
    /// Most passes of a progressive JPEG, thumbnails counted too. Each pass costs a walk over the whole picture and may be
    /// a few bytes long; cameras write ten.
    /// </summary>
    public const int MaxJpegPasses = 64;

    /// <summary>
    /// Most tiles and most parts of a HEIC or AVIF picture (one small part that is painted a million times). Phones use
    /// tiles of 512 x 512: 40 million pixels are 153.
    /// </summary>
    public const uint MaxTiles = 4096, MaxItems = 8192;

    /// <summary>Longest packed colour profile of a PNG that is kept, in bytes (it can unpack to a thousand times as much).</summary>
    public const int MaxPackedProfileBytes = 16 << 10;

    /// <summary>
    /// Longest time for one picture (data that unpack slowly). 35 million pixels take one to two seconds.
    /// </summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20);
}
