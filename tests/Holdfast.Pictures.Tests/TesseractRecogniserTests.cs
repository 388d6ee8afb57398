using Holdfast.Conversations.Screenshots;

namespace Holdfast.Pictures.Tests;

public sealed class TesseractRecogniserTests
{
    public static TheoryData<string, string> Lines => new()
    {
        { "en", "Send me the money before midnight please" },
        { "it", "Perché non rispondi più? Così è peggio" },
        { "es", "Mañana envío el dinero, ¿qué más quieres?" },
        { "fr", "Où êtes-vous ? Ça a déjà coûté très cher" },
        { "de", "Ich möchte nicht länger darüber schreiben, schön" },
        { "pt", "Não faça isso, amanhã eu envio o coração" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_read_in_each_language(string language, string text)
    {
        using var recogniser = Create(language);
        var words = recogniser.Recognise(Line(language), TextBlockShape.Line);
        Assert.Equal(text, string.Join(' ', words.Select(word => word.Text)));
        Assert.All(words, word => Assert.InRange(word.Confidence, 0.5, 1));
        Assert.All(words, word => Assert.Equal(0, word.Line));
    }

    [Fact]
    public void Boxes_lie_where_the_words_are()
    {
        using var recogniser = Create("en");
        var image = Line("en");
        var words = recogniser.Recognise(image, TextBlockShape.Line);
        foreach (var word in words)
        {
            Assert.True(Ink(image, word.Box.X, word.Box.Right) > 0, "a box without ink");
        }

        foreach (var (left, right) in words.Zip(words.Skip(1)))
        {
            Assert.True(left.Box.Right < right.Box.X, "words overlap");
            Assert.Equal(0, Ink(image, left.Box.Right + 1, right.Box.X - 1));
        }

        Assert.Equal(0, Ink(image, 0, words[0].Box.X - 1));
        Assert.Equal(0, Ink(image, words[^1].Box.Right + 1, image.Width));
    }

    [Fact]
    public void Words_of_two_lines_have_two_numbers()
    {
        using var recogniser = Create("it", "en");
        var (first, second) = (Line("en"), Line("it"));
        var both = new GreyImage(first.Width, first.Height + second.Height, (byte[])[.. first.Grey.Span, .. second.Grey.Span]);
        var words = recogniser.Recognise(both, TextBlockShape.Block);
        Assert.Equal([0, 1], words.Select(word => word.Line).Distinct());
        Assert.Equal("Send me the money before midnight please", string.Join(' ', words.Where(word => word.Line == 0).Select(word => word.Text)));
        Assert.Equal("Perché non rispondi più? Così è peggio", string.Join(' ', words.Where(word => word.Line == 1).Select(word => word.Text)));
        Assert.True(words.Where(word => word.Line == 1).All(word => word.Box.Y >= first.Height));
    }

    [Theory]
    [InlineData(TextBlockShape.Block)]
    [InlineData(TextBlockShape.Line)]
    [InlineData(TextBlockShape.Scattered)]
    public void An_empty_image_gives_nothing(TextBlockShape shape)
    {
        using var recogniser = Create("en");
        Assert.Empty(recogniser.Recognise(Plain(300, 200, 255), shape));
        Assert.Empty(recogniser.Recognise(Plain(300, 200, 0), shape));
        Assert.Empty(recogniser.Recognise(Plain(1, 1, 255), shape));
        Assert.Empty(recogniser.Recognise(Plain(3, 4000, 0), shape));
        Assert.Empty(recogniser.Recognise(Plain(40_000, 9, 255), shape));
    }

    [Fact]
    public void Two_instances_and_a_used_one_read_the_same()
    {
        using var one = Create("it", "en");
        using var two = Create("it", "en");
        var image = Line("it");
        var first = one.Recognise(image, TextBlockShape.Line);
        _ = one.Recognise(Line("de"), TextBlockShape.Scattered);
        Assert.Equal(first, one.Recognise(image, TextBlockShape.Line));
        Assert.Equal(first, two.Recognise(image, TextBlockShape.Line));
    }

    [Fact]
    public void Several_threads_share_one_recogniser()
    {
        using var recogniser = Create("en");
        var image = Line("en");
        var expected = recogniser.Recognise(image, TextBlockShape.Line);
        var read = new IReadOnlyList<RecognisedWord>[6];
        Parallel.For(0, read.Length, i => read[i] = recogniser.Recognise(image, TextBlockShape.Line));
        Assert.All(read, words => Assert.Equal(expected, words));
    }

    [Fact]
    public void A_language_that_is_not_there_is_left_out()
    {
        var installation = Installed();
        Assert.Null(TesseractRecogniser.TryCreate(installation, ["xx"]));
        using var recogniser = TesseractRecogniser.TryCreate(installation, ["xx", "en"]);
        Assert.NotNull(recogniser);
    }

    private static TesseractInstallation Installed()
    {
        var installation = TesseractInstallation.Find();
        Assert.SkipUnless(installation.State == TextRecognition.Ready, "Tesseract is not installed");
        return installation;
    }

    private static TesseractRecogniser Create(params string[] languages)
    {
        var installation = Installed();
        Assert.SkipUnless(languages.All(installation.Languages.Contains), "a language of Tesseract is not installed");
        return TesseractRecogniser.TryCreate(installation, languages)!;
    }

    private static GreyImage Line(string language)
    {
        var pixels = new MagickDecoder().Decode(TestPictures.Read($"line-{language}.png"))!;
        var rgb = pixels.Rgb.ToArray();
        return new GreyImage(pixels.Width, pixels.Height, rgb.Where((_, i) => i % 3 == 0).ToArray());
    }

    private static GreyImage Plain(int width, int height, byte grey)
    {
        var bytes = new byte[width * height];
        Array.Fill(bytes, grey);
        return new GreyImage(width, height, bytes);
    }

    /// <summary>Dark pixels in the columns from left up to right.</summary>
    private static int Ink(GreyImage image, int left, int right)
    {
        var count = 0;
        for (var y = 0; y < image.Height; y++)
        {
            foreach (var grey in image.Grey.Span.Slice((y * image.Width) + left, Math.Max(0, right - left)))
            {
                count += grey < 128 ? 1 : 0;
            }
        }

        return count;
    }
}
