using System.Globalization;

namespace Holdfast.Conversations.Archives;

/// <summary>
/// The files in a tar archive. Where the bytes can be sought in, an entry is a range of them. Where they can only be read
/// forward (a tar in a gzip), one pass lists them and keeps small files, and the beginnings of pictures and videos, in
/// memory; larger ones are read again when they are opened.
/// </summary>
internal static class TarEntries
{
    // Chats are cut into files far below this; whatever is larger is read again from the start of the archive.
    private const int MostHeldOfOne = 8 << 20;

    // A name longer than any system allows is damage.
    private const int LongestExtension = 1 << 20;

    /// <summary>See <see cref="ExportArchive.Expand(ExportFile, ArchiveBudget, Action{ReadingProblem})"/>.</summary>
    /// <param name="tar">The archive, as the files name it as their container.</param>
    /// <param name="open">Opens the bytes of the tar itself.</param>
    /// <param name="budget">What may be unpacked.</param>
    /// <param name="report">Receives problems.</param>
    internal static IEnumerable<ExportFile> Expand(ExportFile tar, Func<Stream> open, ArchiveBudget budget, Action<ReadingProblem> report)
    {
        var found = new List<ExportFile>();
        using var stream = open();
        var source = stream.CanSeek ? null : new ForwardSource(open, budget.Options.MaxArchiveBytes);
        try
        {
            List(tar, stream, source, open, budget, report, found);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            report(new ReadingProblem(tar.Name, 0, ProblemKind.ArchiveDamaged));
        }

        return found;
    }

    private static void List(
        ExportFile tar,
        Stream stream,
        ForwardSource? source,
        Func<Stream> open,
        ArchiveBudget budget,
        Action<ReadingProblem> report,
        List<ExportFile> found)
    {
        var block = new byte[TarHeader.Size];
        long position = 0;
        string? longName = null;
        long? longLength = null;
        while (ReadBlock(stream, block))
        {
            position += block.Length;
            if (!TarHeader.TryRead(block, out var header))
                throw new InvalidDataException();
            var length = header.Kind is 'x' or 'L' ? header.Length : longLength ?? header.Length;
            if (length > long.MaxValue - position - TarHeader.Size)
                throw new InvalidDataException();
            var next = position + (length + TarHeader.Size - 1) / TarHeader.Size * TarHeader.Size;
            if (header.Kind is 'x' or 'L')
            {
                var extension = ReadExtension(stream, length);
                longName = header.Kind == 'L' ? TarHeader.Text(extension) : TarHeader.PaxValue(extension, "path"u8) ?? longName;
                if (header.Kind == 'x' && long.TryParse(TarHeader.PaxValue(extension, "size"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                    longLength = size;
                Skip(stream, next - position - length);
                position = next;
                continue;
            }

            var name = longName ?? header.Name;
            (longName, longLength) = (null, null);
            if (name.StartsWith("./", StringComparison.Ordinal))
                name = name[2..];
            if (!budget.TryTakeEntry())
            {
                report(new ReadingProblem(tar.Name, 0, ProblemKind.ArchiveLimit));
                return;
            }

            byte[] held = [];
            if (IsWanted(header, name, report))
            {
                held = source is null ? [] : Hold(stream, length, budget);
                var meter = new EntryMeter(budget, name, report);
                found.Add(ToFile(tar, open, source, name, position, length, held, meter));
            }

            Skip(stream, next - position - held.Length);
            position = next;
        }
    }

    private static bool IsWanted(TarHeader header, string name, Action<ReadingProblem> report)
    {
        // Folders, and remarks on the archive as a whole.
        if (header.Kind is '5' or 'g' or 'V' or 'K' || name.Length == 0)
            return false;
        if (ExportArchive.Judge(name) is { } unsafePath)
            report(new ReadingProblem(name, 0, unsafePath));
        else if (ExportArchive.IsNoFile(name))
            return false;
        else if (!header.IsFile)
            report(new ReadingProblem(name, 0, ProblemKind.FileNotRead));
        else
            return true;
        return false;
    }

    private static ExportFile ToFile(
        ExportFile tar, Func<Stream> open, ForwardSource? source, string name, long offset, long length, byte[] held, EntryMeter meter)
    {
        return new ExportFile(name, length, Open) { Container = tar };

        Stream Open()
        {
            Stream inner = held.Length == length ? new MemoryStream(held, writable: false)
                : source is null ? new RangeStream(open(), offset, length)
                : new ForwardStream(held, () => source.OpenAt(offset + held.Length, meter));
            return new EntryStream(inner, length, meter, () => { });
        }
    }

    private static byte[] Hold(Stream stream, long length, ArchiveBudget budget)
    {
        var head = new byte[(int)Math.Min(length, ExportHead.ShortSize)];
        stream.ReadExactly(head);
        if (FileMagic.IsMedia(head) || length > MostHeldOfOne || !budget.TryHold(length))
            return head;
        var whole = new byte[(int)length];
        head.CopyTo(whole, 0);
        stream.ReadExactly(whole.AsSpan(head.Length));
        return whole;
    }

    private static bool ReadBlock(Stream stream, byte[] block)
    {
        var got = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        if (got != 0 && got < block.Length)
            throw new EndOfStreamException();
        // The archive ends with blocks of zeros; some writers leave them out.
        return got != 0 && block.AsSpan().ContainsAnyExcept((byte)0);
    }

    private static byte[] ReadExtension(Stream stream, long length)
    {
        if (length > LongestExtension)
            throw new InvalidDataException();
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Skip(Stream stream, long bytes)
    {
        if (stream.CanSeek)
        {
            if (stream.Position + bytes > stream.Length + TarHeader.Size)
            {
                stream.Position = stream.Length;
                throw new EndOfStreamException();
            }

            stream.Position += bytes;
            return;
        }

        ForwardSource.Pass(stream, bytes);
    }
}
