using Holdfast.Conversations;
using Holdfast.Conversations.Questions;

namespace Holdfast.Cli.Commands;

/// <summary>How reading went, as an exit code.</summary>
internal static class Outcome
{
    /// <summary>Reads one input into a sink, its own problems first.</summary>
    public static IReadOnlyList<ReadingQuestion> Read(Inputs.Input input, ReadingOptions options, IConversationSink sink)
    {
        foreach (var problem in input.Problems)
        {
            sink.Report(problem);
        }

        return ExportSet.Open(input.Files, options).Read(sink);
    }

    /// <summary>
    /// Done when at least one message, or one entry of a contact list, was read. Otherwise damaged or unsupported input is told from input that is sound
    /// but holds nothing.
    /// </summary>
    public static int Of(long records, IReadOnlyList<ReadingProblem> problems) =>
        records > 0 ? ExitCode.Done
        : problems.Any(problem => problem.Kind is ProblemKind.UnknownFormat or ProblemKind.UnsupportedFormat or ProblemKind.Damaged
            or ProblemKind.Truncated or ProblemKind.ArchiveDamaged or ProblemKind.ArchiveLimit or ProblemKind.ArchiveNotSupported or ProblemKind.UnsafePath
            or ProblemKind.PdfWithoutText or ProblemKind.FileLocked or ProblemKind.PictureNotRead or ProblemKind.CannotOpen or ProblemKind.PictureTooLarge
            or ProblemKind.PictureDecoderMissing or ProblemKind.TextRecognitionMissing) ? ExitCode.Damaged
        : ExitCode.No;
}
