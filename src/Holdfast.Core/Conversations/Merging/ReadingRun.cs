namespace Holdfast.Conversations.Merging;

/// <summary>Files that one reader reads in one go, with what the person said about them.</summary>
/// <param name="Reader">The reader that recognised them.</param>
/// <param name="Options">What the person said about these files, and limits.</param>
/// <param name="Files">The files in input order.</param>
internal sealed record ReadingRun(IExportReader Reader, ReadingOptions Options, IReadOnlyList<ExportFile> Files)
{
    /// <summary>Reads the files; may be called again and then gives the same.</summary>
    internal void Read(IConversationSink sink) => Read(Files, sink);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"reading run ({Reader.Format})";

    private void Read(IReadOnlyList<ExportFile> files, IConversationSink sink)
    {
        try
        {
            Reader.Read(files, Options, sink);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // A file that opened a moment ago and cannot be read now: the person must know, the others are still read one by one.
            if (files.Count == 1)
            {
                sink.Report(new ReadingProblem(files[0].Name, 0, ProblemKind.CannotOpen));
                return;
            }

            foreach (var file in files)
                Read([file], sink);
        }
    }
}
