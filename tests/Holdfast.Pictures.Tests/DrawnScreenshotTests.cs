using Holdfast.Screenshots;

namespace Holdfast.Pictures.Tests;

/// <summary>
/// Some of the chats that <c>eng/Holdfast.Screenshots</c> draws, through the real browser, decoder and recogniser. The
/// limits are looser than what is measured, so that another version of Chromium or of a font does not fail them.
/// </summary>
public sealed class DrawnScreenshotTests
{
    [Theory]
    [InlineData("whatsapp", true, "it")]
    [InlineData("imessage", false, "en")]
    [InlineData("discord", true, "en")]
    public void A_drawn_chat_is_read_nearly_without_errors_and_with_the_right_speakers(string style, bool isDark, string language)
    {
        var installation = TesseractInstallation.Find();
        var isComplete = Chromium.Find() is not null && installation.State == TextRecognition.Ready && installation.Languages.Contains(language) && MagickDecoder.IsAvailable;
        Assert.SkipUnless(isComplete || Environment.GetEnvironmentVariable("CI") is not null, "Chromium, Tesseract or one of its languages is not installed");
        var folder = Directory.CreateTempSubdirectory("drawn");
        try
        {
            var page = ChatTexts.Page(style, isDark, language, isGroup: false, isDesktop: false, seed: 7);
            var file = Path.Combine(folder.FullName, "page.png");
            Chromium.DrawOne(DrawnSet.Html(page), file, 390, 844, 3);
            using var recogniser = TesseractRecogniser.TryCreate(installation, [language, "en"]);
            Assert.NotNull(recogniser);
            var (score, notes) = (new Score(), new List<string>());
            score.Add(page, DrawnSet.Read(file, new MagickDecoder(), recogniser), notes);
            Assert.True(score.CharacterErrors < 6, string.Join('\n', notes));
            Assert.True(score.Speakers > 99, string.Join('\n', notes));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
