using System.Diagnostics;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;
using ImageMagick;

namespace Holdfast.Pictures;

/// <summary>
/// Decodes PNG, JPEG and WebP with the ImageMagick library, HEIC and AVIF with libheif that lies inside it, in memory
/// only. The format is told by the first bytes and then forced, so that no other decoder of the library is ever reached.
/// </summary>
public sealed class MagickDecoder : IPictureDecoder
{
    // Rows that are copied out at once, so that no second full copy of the pixels exists.
    private const int RowsAtOnce = 256;

    /// <summary>Whether the native library is there for this system and works.</summary>
    public static bool IsAvailable => MagickSetup.IsReady;

    /// <summary>How many of the first bytes tell whether a file is a picture.</summary>
    public static int HeadBytes => PictureFormats.MostOfFileTypeBox;

    /// <summary>Whether a file begins like one of the five formats.</summary>
    /// <param name="head">Its first bytes.</param>
    public static bool IsPicture(ReadOnlySpan<byte> head) => PictureFormats.Of(head) is not null;

    /// <inheritdoc/>
    public Pixels? Decode(ReadOnlyMemory<byte> bytes)
    {
        if (WhyNotBegin(bytes.Span) is not null)
        {
            return null;
        }

        try
        {
            using var image = new MagickImage();
            if (!(IsHeif(bytes.Span) ? TryReadHeif(image, bytes.ToArray()) : TryRead(image, bytes.Span)))
            {
                return null;
            }

            Straighten(image);
            return Copy(image);
        }
        catch (MagickException)
        {
            // The message of the library is of no use to the person, and may hold parts of the picture's own text.
            return null;
        }
    }

    /// <inheritdoc/>
    public ProblemKind WhyNot(ReadOnlyMemory<byte> bytes)
    {
        if (WhyNotBegin(bytes.Span) is { } why)
        {
            return why;
        }

        if (IsHeif(bytes.Span))
        {
            using var file = HeifFile.TryOpen(bytes.ToArray());
            return file is null ? ProblemKind.Damaged : WhyNot((file.Width, file.Height));
        }

        return PictureSize.Of(bytes.Span) is { } size ? WhyNot(size) : ProblemKind.Damaged;
    }

    private static ProblemKind? WhyNotBegin(ReadOnlySpan<byte> bytes) =>
        bytes.Length > DecodingLimits.MaxFileBytes ? ProblemKind.PictureTooLarge
        : PictureFormats.Of(bytes) is not { } format ? ProblemKind.UnknownFormat
        : !MagickSetup.IsReady || (IsHeif(bytes) && !HeifFile.IsAvailable) ? ProblemKind.PictureDecoderMissing
        : format == PictureFormat.Jpeg && JpegPasses.Count(bytes) > DecodingLimits.MaxJpegPasses ? ProblemKind.Damaged
        : null;

    private static ProblemKind WhyNot((int Width, int Height) size) =>
        IsWithin(size) || size.Width <= 0 || size.Height <= 0 ? ProblemKind.Damaged : ProblemKind.PictureTooLarge;

    private static bool IsHeif(ReadOnlySpan<byte> bytes) => PictureFormats.Of(bytes) is PictureFormat.Heic or PictureFormat.Avif;

    private static bool TryRead(MagickImage image, ReadOnlySpan<byte> bytes)
    {
        if (PictureSize.Of(bytes) is not { } size || !IsWithin(size))
        {
            return false;
        }

        var watch = Stopwatch.StartNew();
        image.Progress += (_, progress) => progress.Cancel = watch.Elapsed > DecodingLimits.MaxTime;

        // A picture that ends too early or breaks inside is refused: what the library makes up for the missing part must
        // not be read as if somebody had written it.
        var isWhole = true;
        image.Warning += (_, warning) => isWhole &= warning.Exception is not MagickCorruptImageWarningException;
        var format = PictureFormats.Of(bytes);
        image.Read(format == PictureFormat.Png ? PngChunks.Essential(bytes) : bytes, new MagickReadSettings
        {
            Format = format switch
            {
                PictureFormat.Png => MagickFormat.Png,
                PictureFormat.Jpeg => MagickFormat.Jpeg,
                _ => MagickFormat.WebP,
            },
            FrameIndex = 0,
            FrameCount = DecodingLimits.MaxFrames,
        });
        return isWhole && watch.Elapsed <= DecodingLimits.MaxTime && IsWithin(((int)image.Width, (int)image.Height));
    }

    private static bool TryReadHeif(MagickImage image, byte[] bytes)
    {
        using var file = HeifFile.TryOpen(bytes);
        if (file is null || !IsWithin((file.Width, file.Height)) || file.Decode() is not { } rgba)
        {
            return false;
        }

        image.ReadPixels(rgba, new PixelReadSettings((uint)file.Width, (uint)file.Height, StorageType.Char, PixelMapping.RGBA));
        if (file.ColourProfile() is { } profile)
        {
            image.SetProfile(new ColorProfile(profile), ColorTransformMode.Quantum);
        }

        return true;
    }

    private static bool IsWithin((int Width, int Height) size) =>
        size.Width is > 0 and <= (int)DecodingLimits.MaxSide && size.Height is > 0 and <= (int)DecodingLimits.MaxSide
        && (long)size.Width * size.Height <= (long)DecodingLimits.MaxPixels;

    /// <summary>Upright, in sRGB, on white.</summary>
    private static void Straighten(MagickImage image)
    {
        image.AutoOrient();
        if (image.GetColorProfile() is not null)
        {
            image.TransformColorSpace(ColorProfiles.SRGB);
        }

        if (image.ColorSpace != ColorSpace.sRGB)
        {
            image.ColorSpace = ColorSpace.sRGB;
        }

        if (image.HasAlpha)
        {
            image.BackgroundColor = MagickColors.White;
            image.Alpha(AlphaAction.Remove);
        }
    }

    private static Pixels Copy(MagickImage image)
    {
        var (width, height) = ((int)image.Width, (int)image.Height);
        var rgb = new byte[3L * width * height];
        using var pixels = image.GetPixelsUnsafe();
        for (var row = 0; row < height; row += RowsAtOnce)
        {
            var rows = Math.Min(RowsAtOnce, height - row);
            pixels.ToByteArray(0, row, (uint)width, (uint)rows, PixelMapping.RGB)!.CopyTo(rgb, 3L * width * row);
        }

        return new Pixels(width, height, rgb);
    }
}
