using System.Runtime.InteropServices;

namespace Holdfast.Pictures;

/// <summary>Whether letters can be read from pictures on this computer.</summary>
public enum TextRecognition
{
    /// <summary>Library and language files are there.</summary>
    Ready,

    /// <summary>Tesseract 5 is not installed.</summary>
    LibraryMissing,

    /// <summary>Tesseract is there, but no language file that Holdfast uses.</summary>
    LanguagesMissing,
}

/// <summary>What of Tesseract is installed on this computer: the library, and the languages that it can read.</summary>
public sealed class TesseractInstallation
{
    // Code of a language -> Tesseract's name of it, in the order in which they are tried.
    private static readonly (string Code, string File)[] Known =
        [("en", "eng"), ("it", "ita"), ("es", "spa"), ("fr", "fra"), ("de", "deu"), ("pt", "por")];

    private TesseractInstallation(TextRecognition state, string folder, IReadOnlyList<string> languages) =>
        (State, Folder, Languages) = (state, folder, languages);

    /// <summary>Whether letters can be read.</summary>
    public TextRecognition State { get; }

    /// <summary>Where the language files are; empty when there are none.</summary>
    public string Folder { get; }

    /// <summary>Languages that can be read, as two letters (ISO 639-1), English first where it is there.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Looks at this computer.</summary>
    public static TesseractInstallation Find() => Find(HasLibrary(), Folders());

    /// <summary>Says what this is, never where it is.</summary>
    public override string ToString() => $"tesseract installation ({State})";

    internal static TesseractInstallation Find(bool hasLibrary, IEnumerable<string> folders)
    {
        if (!hasLibrary)
        {
            return new TesseractInstallation(TextRecognition.LibraryMissing, "", []);
        }

        foreach (var folder in folders)
        {
            var languages = Known.Where(known => HasFile(folder, known.File)).Select(known => known.Code).ToList();
            if (languages.Count > 0)
            {
                return new TesseractInstallation(TextRecognition.Ready, folder, languages);
            }
        }

        return new TesseractInstallation(TextRecognition.LanguagesMissing, "", []);
    }

    /// <summary>Tesseract's names of those of the languages that are there, in the order given.</summary>
    internal IReadOnlyList<string> FilesOf(IEnumerable<string> languages) =>
        [.. languages.Where(Languages.Contains).Distinct().Select(code => Known.First(known => known.Code == code).File)];

    private static bool HasLibrary() =>
        NativeLibraries.TesseractHandle != 0
        && Marshal.PtrToStringUTF8(TesseractLibrary.TessVersion())?.StartsWith("5.", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } named)
        {
            yield return named;
            yield return Path.Combine(named, "tessdata");
        }

        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Tesseract-OCR", "tessdata");
            yield break;
        }

        yield return "/usr/share/tesseract-ocr/5/tessdata";
        yield return "/usr/share/tessdata";
        yield return "/usr/share/tesseract/tessdata";
        yield return "/opt/homebrew/share/tessdata";
        yield return "/usr/local/share/tessdata";
        yield return "/opt/local/share/tessdata";
    }

#pragma warning disable RS0030 // The one look at the disk in this project: is a language file there. It opens nothing.
    private static bool HasFile(string folder, string language) => File.Exists(Path.Combine(folder, language + ".traineddata"));
#pragma warning restore RS0030
}
