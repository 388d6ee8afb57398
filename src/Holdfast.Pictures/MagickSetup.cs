using ImageMagick;

namespace Holdfast.Pictures;

/// <summary>
/// Sets the limits of the ImageMagick library once, and closes every door of it that decoding a screenshot does not need:
/// other formats, other programs, files, names that mean "read from elsewhere".
/// </summary>
internal static class MagickSetup
{
    // The last rule that fits an action holds. HEIC and AVIF do not pass through it (HeifFile).
    private const string Policy = """
        <policymap>
          <policy domain="delegate" rights="none" pattern="*"/>
          <policy domain="filter" rights="none" pattern="*"/>
          <policy domain="module" rights="none" pattern="*"/>
          <policy domain="module" rights="read|write" pattern="{PNG,JPEG,WEBP}"/>
          <policy domain="path" rights="none" pattern="*"/>
          <policy domain="coder" rights="none" pattern="*"/>
          <policy domain="coder" rights="read" pattern="{PNG,JPEG,WEBP}"/>
        </policymap>
        """;

    private static readonly Lazy<bool> Ready = new(TryPrepare);

    /// <summary>True when the library is there, its limits are set and its doors are closed. Never tries twice.</summary>
    public static bool IsReady => Ready.Value;

    private static bool TryPrepare()
    {
        try
        {
            // Mapped files have no property of their own; the library reads this when it starts.
            MagickNET.SetEnvironmentVariable("MAGICK_MAP_LIMIT", "0");
            MagickNET.Initialize();
            ResourceLimits.Disk = DecodingLimits.MaxDiskBytes;
            ResourceLimits.Memory = DecodingLimits.MaxPixelMemory;
            ResourceLimits.MaxMemoryRequest = DecodingLimits.MaxPixelMemory;
            ResourceLimits.Area = DecodingLimits.MaxPixels;
            ResourceLimits.Width = DecodingLimits.MaxSide;
            ResourceLimits.Height = DecodingLimits.MaxSide;
            ResourceLimits.ListLength = DecodingLimits.MaxList;
            ResourceLimits.Time = (ulong)DecodingLimits.MaxTime.TotalSeconds;
            ResourceLimits.MaxProfileSize = DecodingLimits.MaxProfileBytes;

            // Its first use measures the graphics card and keeps the result in a file.
            OpenCL.IsEnabled = false;
            return MagickPolicy.TryApply(Policy);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException
            or EntryPointNotFoundException or MagickException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
