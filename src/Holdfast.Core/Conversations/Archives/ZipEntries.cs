using System.IO.Compression;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Archives;

/// <summary>The files in a zip archive.</summary>
internal static class ZipEntries
{
    /// <summary>True when the bytes begin like a zip archive (APPNOTE.TXT 4.3.7, or 4.3.16 for an empty one).</summary>
    internal static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <summary>See <see cref="ExportArchive.Expand(ExportFile, ArchiveBudget, Action{ReadingProblem})"/>.</summary>
    internal static IEnumerable<ExportFile> Expand(ExportFile zip, ArchiveBudget budget, Action<ReadingProblem> report)
    {
        if (Open(zip, budget, report, out var entries) is not { } source)
            yield break;
        for (var i = 0; i < entries.Count; i++)
        {
            if (!budget.TryTakeEntry())
            {
                report(new ReadingProblem(zip.Name, 0, ProblemKind.ArchiveLimit));
                yield break;
            }

            var name = entries[i].FullName;
            if (ExportArchive.Judge(name) is { } unsafePath)
                report(new ReadingProblem(name, 0, unsafePath));
            else if (ExportArchive.IsNoFile(name))
                continue;
            else if (Judge(entries[i], budget.Options) is { } problem)
                report(new ReadingProblem(name, 0, problem));
            else
                yield return ToFile(zip, source, entries[i], i, new EntryMeter(budget, name, report));
        }
    }

    private static ExportFile ToFile(ExportFile zip, ZipSource source, ZipArchiveEntry entry, int index, EntryMeter meter)
    {
        var length = entry.Length;
        return new ExportFile(entry.FullName, length, () => source.OpenEntry(index, length, meter)) { Container = zip };
    }

    private static ProblemKind? Judge(ZipArchiveEntry entry, ReadingOptions options)
    {
        if (entry.IsEncrypted)
            return ProblemKind.ArchiveDamaged;
        var (unpacked, packed) = (entry.Length, entry.CompressedLength);
        if (unpacked < 0 || packed < 0)
            return ProblemKind.ArchiveDamaged;
        return unpacked > ExportArchive.RatioMattersFrom && (unpacked - 1) / Math.Max(packed, 1) >= options.MaxArchiveRatio
            ? ProblemKind.ArchiveLimit : null;
    }

    private static ZipSource? Open(
        ExportFile zip, ArchiveBudget budget, Action<ReadingProblem> report, out IReadOnlyList<ZipArchiveEntry> entries)
    {
        entries = [];
        try
        {
            if (Seekable(zip, budget, report) is not { } open)
                return null;
            var source = new ZipSource(open);
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
    private static Func<Stream>? Seekable(ExportFile zip, ArchiveBudget budget, Action<ReadingProblem> report)
    {
        var stream = zip.Open();
        if (stream.CanSeek)
        {
            stream.Dispose();
            return zip.Open;
        }

        using (stream)
        {
            var limit = zip.Container is null ? budget.Options.MaxStructuredFileBytes : (int)Math.Min(budget.LeftToHold, int.MaxValue);
            // A header that claims too much is believed: nothing is unpacked in vain.
            if (zip.Container is null || !(zip.Length > limit))
            {
                var bytes = StructuredFile.ReadUpTo(stream, limit, zip.Length, out var more);
                if (!more && (zip.Container is null || budget.TryHold(bytes.Length)))
                    return () => new MemoryStream(bytes, writable: false);
            }

            report(new ReadingProblem(zip.Name, 0, ProblemKind.ArchiveLimit));
            return null;
        }
    }
}
