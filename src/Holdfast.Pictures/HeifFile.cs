using System.Runtime.InteropServices;

namespace Holdfast.Pictures;

/// <summary>
/// An opened HEIC or AVIF file. ImageMagick would write it to a temporary file first; libheif, which lies inside it, reads
/// from memory.
/// </summary>
internal sealed unsafe class HeifFile : IDisposable
{
    private readonly nint _context;
    private readonly nint _handle;
    private readonly GCHandle _pin;

    private HeifFile(nint context, nint handle, GCHandle pin) => (_context, _handle, _pin) = (context, handle, pin);

    /// <summary>Whether libheif can be called on this system.</summary>
    public static bool IsAvailable { get; } =
        NativeLibraries.MagickHandle != 0 && NativeLibrary.TryGetExport(NativeLibraries.MagickHandle, nameof(HeifLibrary.heif_context_alloc), out _);

    /// <summary>Width in pixels as the file says, after it was turned upright.</summary>
    public int Width => HeifLibrary.heif_image_handle_get_width(_handle);

    /// <summary>Height in pixels as the file says, after it was turned upright.</summary>
    public int Height => HeifLibrary.heif_image_handle_get_height(_handle);

    /// <summary>Opens the bytes, which are not copied; null when they are broken. Nothing is decoded yet.</summary>
    public static HeifFile? TryOpen(byte[] bytes)
    {
        var context = HeifLibrary.heif_context_alloc();
        if (context == 0)
        {
            return null;
        }

        Limit(HeifLibrary.heif_context_get_security_limits(context));
        var pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        if (HeifLibrary.heif_context_read_from_memory_without_copy(context, (byte*)pin.AddrOfPinnedObject(), (nuint)bytes.Length, 0).Code == 0
            && HeifLibrary.heif_context_get_primary_image_handle(context, out var handle).Code == 0)
        {
            return new HeifFile(context, handle, pin);
        }

        HeifLibrary.heif_context_free(context);
        pin.Free();
        return null;
    }

    /// <summary>The colour profile (ICC), or null.</summary>
    public byte[]? ColourProfile()
    {
        var length = HeifLibrary.heif_image_handle_get_raw_color_profile_size(_handle);
        if (length is 0 or > (nuint)DecodingLimits.MaxProfileBytes)
        {
            return null;
        }

        var profile = new byte[length];
        fixed (byte* start = profile)
        {
            return HeifLibrary.heif_image_handle_get_raw_color_profile(_handle, start).Code == 0 ? profile : null;
        }
    }

    /// <summary>Decodes the main picture: red, green, blue and alpha, upright; null when it is broken.</summary>
    public byte[]? Decode()
    {
        var options = HeifLibrary.heif_decoding_options_alloc();
        try
        {
            options->ToEightBits = 1;
            options->Strict = 1;
            if (HeifLibrary.heif_decode_image(_handle, out var image, HeifLibrary.ColourRgb, HeifLibrary.InterleavedRgba, options).Code != 0)
            {
                return null;
            }

            try
            {
                return Copy(image);
            }
            finally
            {
                HeifLibrary.heif_image_release(image);
            }
        }
        finally
        {
            HeifLibrary.heif_decoding_options_free(options);
        }
    }

    public void Dispose()
    {
        HeifLibrary.heif_image_handle_release(_handle);
        HeifLibrary.heif_context_free(_context);
        _pin.Free();
    }

    private byte[]? Copy(nint image)
    {
        var (width, height) = (Width, Height);
        var plane = HeifLibrary.heif_image_get_plane_readonly(image, HeifLibrary.InterleavedChannel, out var stride);
        if (plane is null || stride < 4L * width
            || HeifLibrary.heif_image_get_width(image, HeifLibrary.InterleavedChannel) != width
            || HeifLibrary.heif_image_get_height(image, HeifLibrary.InterleavedChannel) != height)
        {
            return null;
        }

        var rgba = new byte[4L * width * height];
        for (var row = 0; row < height; row++)
        {
            new ReadOnlySpan<byte>(plane + ((long)row * stride), 4 * width).CopyTo(rgba.AsSpan(4 * width * row));
        }

        return rgba;
    }

    private static void Limit(HeifLibrary.Limits* limits)
    {
        limits->MaxPixels = DecodingLimits.MaxPixels;
        limits->MaxTiles = DecodingLimits.MaxTiles;
        limits->MaxItems = DecodingLimits.MaxItems;
        limits->MaxColourProfile = (uint)DecodingLimits.MaxProfileBytes;
        limits->MaxMemoryBlock = DecodingLimits.MaxPixelMemory;
    }
}
