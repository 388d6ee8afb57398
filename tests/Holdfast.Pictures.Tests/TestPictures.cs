using Holdfast.Conversations.Screenshots;

namespace Holdfast.Pictures.Tests;

/// <summary>The folder <c>tests/pictures</c> of the repository, and looks at decoded pixels.</summary>
internal static class TestPictures
{
    private static readonly string Root = Find();

    /// <summary>The bytes of a picture.</summary>
    internal static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Root, name));

    /// <summary>Red, green and blue at a place.</summary>
    internal static (byte Red, byte Green, byte Blue) At(this Pixels pixels, int x, int y)
    {
        var at = pixels.Rgb.Span.Slice(3 * ((y * pixels.Width) + x), 3);
        return (at[0], at[1], at[2]);
    }

    /// <summary>Fails when a pixel is further from the expected colour than the losses of a lossy format explain.</summary>
    internal static void AssertColour((byte Red, byte Green, byte Blue) expected, (byte Red, byte Green, byte Blue) found, int tolerance)
    {
        var distance = Math.Max(
            Math.Abs(expected.Red - found.Red), Math.Max(Math.Abs(expected.Green - found.Green), Math.Abs(expected.Blue - found.Blue)));
        Assert.True(distance <= tolerance, $"expected {expected}, found {found}");
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Holdfast.slnx")))
            {
                return Path.Combine(folder.FullName, "tests", "pictures");
            }
        }

        throw new DirectoryNotFoundException("the tests run inside a checkout");
    }
}
