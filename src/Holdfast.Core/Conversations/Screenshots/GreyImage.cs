namespace Holdfast.Conversations.Screenshots;

/// <summary>A piece of a picture made ready for reading: one byte a pixel, dark letters (0) on light ground (255).</summary>
public sealed class GreyImage
{
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="grey">One byte for each pixel, row by row.</param>
    /// <exception cref="ArgumentException">The number of bytes does not fit the size.</exception>
    public GreyImage(int width, int height, ReadOnlyMemory<byte> grey)
    {
        if (width <= 0 || height <= 0 || grey.Length != (long)width * height)
        {
            throw new ArgumentException("the number of bytes does not fit the size");
        }

        (Width, Height, Grey) = (width, height, grey);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>One byte for each pixel.</summary>
    public ReadOnlyMemory<byte> Grey { get; }
}
