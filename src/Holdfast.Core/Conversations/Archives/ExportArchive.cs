namespace Holdfast.Conversations.Archives;

/// <summary>
/// Opens an archive (zip, tar, gzip, or a tar inside a gzip) as the files that it holds, without writing any of them
/// anywhere and without unpacking them before they are opened.
/// </summary>
internal static class ExportArchive
{
    /// <summary>Below this size a high ratio harms nobody, and plain text of one repeated line can reach it honestly.</summary>
    internal const long RatioMattersFrom = 16L << 20;

    /// <summary>True when the bytes begin like an archive that can be opened.</summary>
    internal static bool IsArchive(ReadOnlySpan<byte> head) => ZipEntries.IsZip(head) || IsGzip(head) || TarHeader.Begins(head);

    /// <summary>True for the archives that are known and not opened: 7z, rar, xz, bzip2 and Zstandard.</summary>
    internal static bool IsOtherArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith<byte>([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]) || head.StartsWith("Rar!\u001A\u0007"u8)
        || head.StartsWith<byte>([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]) || head.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD])
        || head.Length > 9 && head.StartsWith("BZh"u8) && head[4..].StartsWith<byte>([0x31, 0x41, 0x59, 0x26, 0x53, 0x59]);

    /// <summary>The files in an archive that a person gave, under limits of its own.</summary>
    /// <inheritdoc cref="Expand(ExportFile, ArchiveBudget, Action{ReadingProblem})"/>
    internal static IEnumerable<ExportFile> Expand(ExportFile archive, ReadingOptions options, Action<ReadingProblem> report) =>
        Expand(archive, new ArchiveBudget(options), report);

    /// <summary>
    /// The files in an archive, in its order. They unpack when they are opened. Whatever is not among them is reported,
    /// except what systems leave behind (<c>__MACOSX</c>, <c>.DS_Store</c>, <c>Thumbs.db</c>). Damage that shows only while an
    /// entry unpacks is reported then, once, and its stream ends there.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="budget">What may be unpacked.</param>
    /// <param name="report">Receives problems, also later, when entries are read.</param>
    /// <exception cref="IOException">The archive cannot be read from the disk.</exception>
    internal static IEnumerable<ExportFile> Expand(ExportFile archive, ArchiveBudget budget, Action<ReadingProblem> report)
    {
        var head = new byte[TarHeader.Size];
        int length;
        using (var stream = archive.Open())
            length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var known = head.AsSpan(0, length);
        return IsGzip(known) ? GzipFile.Expand(archive, budget, report)
            : TarHeader.Begins(known) ? TarEntries.Expand(archive, archive.Open, budget, report)
            : ZipEntries.Expand(archive, budget, report);
    }

    /// <summary>Judges an entry by its name; null when it can be opened.</summary>
    internal static ProblemKind? Judge(string name) =>
        EntryPath.IsSafe(name.EndsWith('/') ? name[..^1] : name) ? null : ProblemKind.UnsafePath;

    /// <summary>True for a folder, and for what systems leave behind.</summary>
    internal static bool IsNoFile(string name) => name.EndsWith('/') || EntryPath.IsClutter(name);

    private static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0x1F, 0x8B, 8]);
}
