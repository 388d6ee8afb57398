using System.IO.Compression;

namespace Holdfast.Conversations.Archives;

/// <summary>Opens a zip archive as the files that it holds, without writing any of them anywhere.</summary>
internal static class ExportArchive
{
    // Below this size a high ratio harms nobody, and plain text of one repeated line can reach it honestly.
    private const long RatioMattersFrom = 16L << 20;

    /// <summary>True when the bytes begin like a zip archive (APPNOTE.TXT 4.3.7, or 4.3.16 for an empty one).</summary>
    internal static bool IsArchive(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <summary>
    /// The files in an archive, in its order. They unpack when they are opened. Whatever is not among them is reported,
    /// except what systems leave behind (<c>__MACOSX</c>, <c>.DS_Store</c>, <c>Thumbs.db</c>). Archives in the archive are not
    /// opened. Damage that shows only while an entry unpacks is reported then, once, and its stream ends there.
    /// </summary>
    /// <param name="zip">The archive.</param>
    /// <param name="options">The limits.</param>
    /// <param name="report">Receives problems, also later, when entries are read.</param>
    /// <exception cref="IOException">The archive cannot be read from the disk.</exception>
    internal static IEnumerable<ExportFile> Expand(ExportFile zip, ReadingOptions options, Action<ReadingProblem> report)
    {
        if (zip.Container is not null)
        {
            report(new ReadingProblem(zip.Name, 0, ProblemKind.FileNotRead));
            yield break;
        }

        if (Open(zip, options, report, out var entries) is not { } source)
            yield break;
        long total = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            if (i >= options.MaxArchiveEntries)
            {
                report(new ReadingProblem(zip.Name, 0, ProblemKind.ArchiveLimit));
                yield break;
            }

            if (Judge(entries[i], options, ref total) is { } problem)
                report(new ReadingProblem(entries[i].FullName, 0, problem));
            else if (!EntryPath.IsClutter(entries[i].FullName) && !entries[i].FullName.EndsWith('/'))
                yield return ToFile(zip, source, entries[i], i, report);
        }
    }

    private static ExportFile ToFile(ExportFile zip, ArchiveSource source, ZipArchiveEntry entry, int index, Action<ReadingProblem> report)
    {
        var (name, length, reported) = (entry.FullName, entry.Length, false);
        return new ExportFile(name, length, () => source.OpenEntry(index, length, OnDamage)) { Container = zip };

        void OnDamage()
        {
            if (!reported)
                report(new ReadingProblem(name, 0, ProblemKind.ArchiveDamaged));
            reported = true;
        }
    }

    private static ProblemKind? Judge(ZipArchiveEntry entry, ReadingOptions options, ref long total)
    {
        var name = entry.FullName;
        if (!EntryPath.IsSafe(name.EndsWith('/') ? name[..^1] : name))
            return ProblemKind.UnsafePath;
        if (name.EndsWith('/') || EntryPath.IsClutter(name))
            return null;
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return ProblemKind.FileNotRead;
        if (entry.IsEncrypted)
            return ProblemKind.ArchiveDamaged;
        var (unpacked, packed) = (entry.Length, entry.CompressedLength);
        if (unpacked < 0 || packed < 0)
            return ProblemKind.ArchiveDamaged;
        if (unpacked > options.MaxArchiveBytes - total
            || unpacked > RatioMattersFrom && (unpacked - 1) / Math.Max(packed, 1) >= options.MaxArchiveRatio)
            return ProblemKind.ArchiveLimit;
        total += unpacked;
        return null;
    }

    private static ArchiveSource? Open(
        ExportFile zip, ReadingOptions options, Action<ReadingProblem> report, out IReadOnlyList<ZipArchiveEntry> entries)
    {
        entries = [];
        try
        {
            if (Seekable(zip, options, report) is not { } open)
                return null;
            var source = new ArchiveSource(open);
            entries = source.List();
            return source;
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException
            or OverflowException or EndOfStreamException)
        {
            report(new ReadingProblem(zip.Name, 0, ProblemKind.ArchiveDamaged));
            return null;
        }
    }

    // The list of entries stands at the end, so a stream without seeking has to be held in memory.
    private static Func<Stream>? Seekable(ExportFile zip, ReadingOptions options, Action<ReadingProblem> report)
    {
        var stream = zip.Open();
        if (stream.CanSeek)
        {
            stream.Dispose();
            return zip.Open;
        }

        using (stream)
        {
            var bytes = StructuredFile.ReadUpTo(stream, options.MaxStructuredFileBytes, zip.Length, out var more);
            if (!more)
                return () => new MemoryStream(bytes, writable: false);
            report(new ReadingProblem(zip.Name, 0, ProblemKind.ArchiveLimit));
            return null;
        }
    }
}
