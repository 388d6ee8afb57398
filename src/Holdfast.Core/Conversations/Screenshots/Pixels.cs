namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// A decoded picture in memory: 8 bits for each of red, green and blue, row by row from the upper left, without gaps,
/// turned upright. It never leaves the memory.
/// </summary>
public sealed class Pixels
{
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="rgb">Three bytes for each pixel.</param>
    /// <exception cref="ArgumentException">The number of bytes does not fit the size.</exception>
    public Pixels(int width, int height, ReadOnlyMemory<byte> rgb)
    {
        if (width <= 0 || height <= 0 || rgb.Length != 3L * width * height)
        {
            throw new ArgumentException("the number of bytes does not fit the size");
        }

        (Width, Height, Rgb) = (width, height, rgb);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Three bytes for each pixel.</summary>
    public ReadOnlyMemory<byte> Rgb { get; }
}
