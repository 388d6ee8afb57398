using System.IO.Compression;

namespace Holdfast.Conversations.Archives;

/// <summary>A gzip file: a tar inside it becomes its files, anything else is one file.</summary>
internal static class GzipFile
{
    /// <summary>See <see cref="ExportArchive.Expand(ExportFile, ArchiveBudget, Action{ReadingProblem})"/>.</summary>
    internal static IEnumerable<ExportFile> Expand(ExportFile gzip, ArchiveBudget budget, Action<ReadingProblem> report)
    {
        var isReported = false;
        var head = new byte[TarHeader.Size];
        var length = 0;
        try
        {
            using var stream = Open();
            length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            report(new ReadingProblem(gzip.Name, 0, ProblemKind.ArchiveDamaged));
            return [];
        }

        if (TarHeader.Begins(head.AsSpan(0, length)))
            return TarEntries.Expand(gzip, Open, budget, report);
        if (!budget.TryTakeEntry())
        {
            report(new ReadingProblem(gzip.Name, 0, ProblemKind.ArchiveLimit));
            return [];
        }

        var name = InnerName(gzip.FileName);
        var meter = new EntryMeter(budget, name, report);
        return [new ExportFile(name, null, () => new EntryStream(Open(), null, meter, () => { })) { Container = gzip }];

        Stream Open()
        {
            var packed = gzip.Open();
            return new UnpackedStream(new GZipStream(packed, CompressionMode.Decompress), gzip.Length, budget.Options, OnLimit);
        }

        void OnLimit()
        {
            if (!isReported)
                report(new ReadingProblem(gzip.Name, 0, ProblemKind.ArchiveLimit));
            isReported = true;
        }
    }

    private static string InnerName(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && name.Length > 3 ? name[..^3]
            : name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) && name.Length > 4 ? name[..^4]
            : name;
}
