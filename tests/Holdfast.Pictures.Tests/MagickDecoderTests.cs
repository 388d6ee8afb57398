using Holdfast.Conversations;

namespace Holdfast.Pictures.Tests;

public sealed class MagickDecoderTests
{
    private static readonly MagickDecoder Decoder = new();

    public static TheoryData<string, int> Flags => new()
    {
        { "flag.png", 0 },
        { "flag.jpg", 12 },
        { "flag-progressive.jpg", 12 },
        { "flag.webp", 0 },
        { "flag.heic", 30 },
        { "flag.avif", 30 },
        { "flag-animated.webp", 0 },
        { "flag-exif-1.jpg", 12 },
        { "flag-exif-2.jpg", 12 },
        { "flag-exif-3.jpg", 12 },
        { "flag-exif-4.jpg", 12 },
        { "flag-exif-5.jpg", 12 },
        { "flag-exif-6.jpg", 12 },
        { "flag-exif-7.jpg", 12 },
        { "flag-exif-8.jpg", 12 },
        { "flag-turned.avif", 40 },
    };

    [Theory]
    [MemberData(nameof(Flags))]
    public void Every_format_gives_the_same_upright_picture(string name, int tolerance)
    {
        var pixels = Decoder.Decode(TestPictures.Read(name))!;
        Assert.Equal((48, 32), (pixels.Width, pixels.Height));
        TestPictures.AssertColour((255, 0, 0), pixels.At(10, 6), tolerance);
        TestPictures.AssertColour((0, 0xc0, 0), pixels.At(38, 6), tolerance);
        TestPictures.AssertColour((0, 0, 255), pixels.At(10, 26), tolerance);
        TestPictures.AssertColour((255, 255, 255), pixels.At(38, 26), tolerance);
    }

    [Theory]
    [InlineData("flag-alpha.png")]
    [InlineData("flag-alpha.webp")]
    public void What_is_transparent_lies_on_white(string name)
    {
        var pixels = Decoder.Decode(TestPictures.Read(name))!;
        Assert.Equal((255, 255, 255), pixels.At(10, 26));
        Assert.Equal((255, 0, 0), pixels.At(10, 6));
    }

    [Fact]
    public void What_is_half_transparent_is_mixed_with_white()
    {
        var pixels = Decoder.Decode(PngMaker.Make(1, 1, 8, PngMaker.RgbAlpha, [[0, 0, 0, 128]]))!;
        TestPictures.AssertColour((127, 127, 127), pixels.At(0, 0), 1);
    }

    [Fact]
    public void Sixteen_bits_become_eight_by_their_upper_half()
    {
        var pixels = Decoder.Decode(PngMaker.Make(2, 1, 16, PngMaker.Rgb, [[0x80, 0xff, 0x10, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]]))!;
        TestPictures.AssertColour((0x80, 0x10, 0x00), pixels.At(0, 0), 1);
        Assert.Equal((255, 255, 255), pixels.At(1, 0));
    }

    [Fact]
    public void Grey_gives_three_equal_values()
    {
        var pixels = Decoder.Decode(PngMaker.Make(3, 1, 8, PngMaker.Grey, [[0, 100, 255]]))!;
        Assert.Equal([0, 0, 0, 100, 100, 100, 255, 255, 255], pixels.Rgb.ToArray());
        var grey = Decoder.Decode(TestPictures.Read("flag-grey.jpg"))!.At(38, 6);
        Assert.True(grey.Red == grey.Green && grey.Green == grey.Blue);
    }

    [Fact]
    public void The_inks_of_printing_become_light()
    {
        var pixels = Decoder.Decode(TestPictures.Read("flag-cmyk.jpg"))!;
        TestPictures.AssertColour((255, 0, 0), pixels.At(10, 6), 30);
        TestPictures.AssertColour((255, 255, 255), pixels.At(38, 26), 12);
    }

    [Fact]
    public void A_colour_profile_is_applied()
    {
        // The green of Adobe RGB is beyond sRGB: without its profile it would come out as it stands in the file.
        var pixels = Decoder.Decode(TestPictures.Read("flag-adobe.jpg"))!;
        TestPictures.AssertColour((0, 0xc1, 0), pixels.At(38, 6), 14);
        TestPictures.AssertColour((255, 255, 255), pixels.At(38, 26), 8);
    }

    [Fact]
    public void Long_screenshots_put_together_from_many_pass()
    {
        var pixels = Decoder.Decode(PngMaker.OneColour(1170, 30_000))!;
        Assert.Equal((1170, 30_000), (pixels.Width, pixels.Height));
        Assert.Equal((0x80, 0x80, 0x80), pixels.At(1169, 29_999));
    }

    [Theory]
    [InlineData("no picture at all")]
    [InlineData("GIF89a........................")]
    [InlineData("%!PS-Adobe-3.0 EPSF-3.0\n")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>")]
    [InlineData("push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 'https://example.com/'\npop graphic-context")]
    [InlineData("RIFF....AVI LIST")]
    public void Nothing_but_the_five_formats_reaches_the_library(string text)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        Assert.Null(Decoder.Decode(bytes));
        Assert.Equal(ProblemKind.UnknownFormat, Decoder.WhyNot(bytes));
    }

    [Fact]
    public void The_library_itself_refuses_what_is_not_a_screenshot()
    {
        Assert.True(MagickDecoder.IsAvailable);
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>"u8.ToArray();
        using var image = new ImageMagick.MagickImage();
        Assert.Throws<ImageMagick.MagickPolicyErrorException>(() => image.Read(svg, ImageMagick.MagickFormat.Svg));
        Assert.Throws<ImageMagick.MagickPolicyErrorException>(() => image.Read("label:hello"));
    }

    [Theory]
    [InlineData("flag.png")]
    [InlineData("flag.jpg")]
    [InlineData("flag-progressive.jpg")]
    [InlineData("flag.webp")]
    [InlineData("flag.heic")]
    [InlineData("flag.avif")]
    public void What_ends_too_early_is_refused(string name)
    {
        var whole = TestPictures.Read(name);
        for (var length = 0; length < whole.Length * 9 / 10; length += 10)
        {
            Assert.True(Decoder.Decode(whole.AsMemory(0, length)) is null, $"{name} cut to {length} of {whole.Length} bytes");
        }

        Assert.Equal(ProblemKind.Damaged, Decoder.WhyNot(whole.AsMemory(0, whole.Length * 3 / 4)));
    }
}
