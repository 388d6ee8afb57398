using Holdfast.Conversations;
using Holdfast.Pictures;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Says what is missing on this computer for reading words in pictures, and how to get it.</summary>
internal static class RecognitionHelp
{
    public static void Print(Terminal terminal, Wording words, IReadOnlyList<ReadingProblem> problems)
    {
        if (!problems.Any(problem => problem.Kind == ProblemKind.TextRecognitionMissing))
        {
            return;
        }

        terminal.Paragraph(words.Get(TesseractInstallation.Find().State == TextRecognition.LanguagesMissing
            ? "recognition.languages-missing"
            : "recognition.library-missing"));
        terminal.Out.WriteLine("  " + words.Get(
            OperatingSystem.IsWindows() ? "recognition.install.windows"
            : OperatingSystem.IsMacOS() ? "recognition.install.mac"
            : "recognition.install.linux"));
        terminal.Out.WriteLine();
    }
}
