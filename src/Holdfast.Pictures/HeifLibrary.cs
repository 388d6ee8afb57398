using System.Runtime.InteropServices;

namespace Holdfast.Pictures;

/// <summary>
/// The calls of libheif that are needed (heif.h). It lies inside the ImageMagick library; on Windows that library does
/// not export them.
/// </summary>
internal static partial class HeifLibrary
{
    public const string Name = "heif";

    /// <summary>Red, green, blue (heif_colorspace_RGB).</summary>
    public const int ColourRgb = 1;

    /// <summary>One byte for each of red, green, blue, alpha (heif_chroma_interleaved_RGBA).</summary>
    public const int InterleavedRgba = 11;

    /// <summary>The plane that holds all of them (heif_channel_interleaved).</summary>
    public const int InterleavedChannel = 10;

    static HeifLibrary() => NativeLibraries.Register();

    /// <summary>What most calls give back (heif_error); 0 is success.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Error
    {
        public int Code;
        public int Detail;
        public nint Message;
    }

    /// <summary>The beginning of heif_security_limits, which is the same in all its versions.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Limits
    {
        public byte Version;
        public ulong MaxPixels;
        public ulong MaxTiles;
        public uint MaxBayerPixels;
        public uint MaxItems;
        public uint MaxColourProfile;
        public ulong MaxMemoryBlock;
    }

    /// <summary>The beginning of heif_decoding_options, which is the same in all its versions.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Options
    {
        public byte Version;
        public byte IgnoreTransformations;
        public nint StartProgress;
        public nint OnProgress;
        public nint EndProgress;
        public nint ProgressData;
        public byte ToEightBits;
        public byte Strict;
    }

    [LibraryImport(Name)]
    public static partial nint heif_context_alloc();

    [LibraryImport(Name)]
    public static partial void heif_context_free(nint context);

    [LibraryImport(Name)]
    public static unsafe partial Limits* heif_context_get_security_limits(nint context);

    [LibraryImport(Name)]
    public static unsafe partial Error heif_context_read_from_memory_without_copy(nint context, byte* bytes, nuint length, nint options);

    [LibraryImport(Name)]
    public static partial Error heif_context_get_primary_image_handle(nint context, out nint handle);

    [LibraryImport(Name)]
    public static partial void heif_image_handle_release(nint handle);

    [LibraryImport(Name)]
    public static partial int heif_image_handle_get_width(nint handle);

    [LibraryImport(Name)]
    public static partial int heif_image_handle_get_height(nint handle);

    [LibraryImport(Name)]
    public static partial nuint heif_image_handle_get_raw_color_profile_size(nint handle);

    [LibraryImport(Name)]
    public static unsafe partial Error heif_image_handle_get_raw_color_profile(nint handle, byte* profile);

    [LibraryImport(Name)]
    public static unsafe partial Options* heif_decoding_options_alloc();

    [LibraryImport(Name)]
    public static unsafe partial void heif_decoding_options_free(Options* options);

    [LibraryImport(Name)]
    public static unsafe partial Error heif_decode_image(nint handle, out nint image, int colourSpace, int chroma, Options* options);

    [LibraryImport(Name)]
    public static partial void heif_image_release(nint image);

    [LibraryImport(Name)]
    public static partial int heif_image_get_width(nint image, int channel);

    [LibraryImport(Name)]
    public static partial int heif_image_get_height(nint image, int channel);

    [LibraryImport(Name)]
    public static unsafe partial byte* heif_image_get_plane_readonly(nint image, int channel, out int stride);
}
