namespace Holdfast.Pictures.Tests;

public sealed class TesseractInstallationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("holdfast-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_the_library_nothing_is_ready()
    {
        Language("eng");
        var found = TesseractInstallation.Find(hasLibrary: false, [_folder.FullName]);
        Assert.Equal(TextRecognition.LibraryMissing, found.State);
        Assert.Null(TesseractRecogniser.TryCreate(found, ["en"]));
    }

    [Fact]
    public void Without_language_files_that_is_said()
    {
        Language("osd");
        var found = TesseractInstallation.Find(hasLibrary: true, [_folder.FullName, "/nowhere at all"]);
        Assert.Equal(TextRecognition.LanguagesMissing, found.State);
        Assert.Empty(found.Languages);
    }

    [Fact]
    public void The_first_folder_with_language_files_counts()
    {
        Language("por");
        Language("eng");
        var found = TesseractInstallation.Find(hasLibrary: true, ["/nowhere at all", _folder.FullName]);
        Assert.Equal(TextRecognition.Ready, found.State);
        Assert.Equal(["en", "pt"], found.Languages);
        Assert.Equal(["por", "eng"], found.FilesOf(["pt", "it", "en", "pt"]));
    }

    [Fact]
    public void A_broken_language_file_is_refused_and_crashes_nothing()
    {
        var installed = TesseractInstallation.Find();
        Assert.SkipUnless(installed.State != TextRecognition.LibraryMissing, "Tesseract is not installed");
        Language("eng");
        Assert.Null(TesseractRecogniser.TryCreate(TesseractInstallation.Find(hasLibrary: true, [_folder.FullName]), ["en"]));
    }

    private void Language(string name) => File.WriteAllText(Path.Combine(_folder.FullName, name + ".traineddata"), "x");
}
