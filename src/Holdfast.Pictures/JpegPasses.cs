namespace Holdfast.Pictures;

/// <summary>Counts the passes of a JPEG without decoding it.</summary>
internal static class JpegPasses
{
    /// <summary>How often a pass begins (marker FF DA). Inside picture data FF is never followed by DA.</summary>
    public static int Count(ReadOnlySpan<byte> jpeg)
    {
        var count = 0;
        for (int next; (next = jpeg.IndexOf((ReadOnlySpan<byte>)[0xff, 0xda])) >= 0; jpeg = jpeg[(next + 2)..])
        {
            count++;
        }

        return count;
    }
}
