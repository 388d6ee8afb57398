using System.Buffers.Binary;

namespace Holdfast.Conversations.Sqlite;

/// <summary>
/// The write-ahead log beside a database (<c>chat.db-wal</c>; section 4): newer versions of pages that were not yet copied
/// into the database. Often the last days of a conversation stand only there. Only transactions that were committed count,
/// and only frames whose salts and running checksum are right, as SQLite itself does it.
/// </summary>
internal sealed class SqliteWal : IDisposable
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;

    private readonly RandomBytes _bytes;
    private readonly Dictionary<uint, long> _pages = [];

    private SqliteWal(RandomBytes bytes) => _bytes = bytes;

    /// <summary>The pages that the database has with the log.</summary>
    internal uint Pages { get; private set; }

    /// <summary>The log as a file.</summary>
    internal ExportFile File => _bytes.File;

    /// <summary>True when the bytes begin like a log.</summary>
    internal static bool IsLog(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && (BinaryPrimitives.ReadUInt32BigEndian(head) & ~1u) == 0x377F0682 && BinaryPrimitives.ReadUInt32BigEndian(head[4..]) == 3_007_000;

    /// <summary>Opens a log; null when it is not one for pages of this size, which is reported.</summary>
    internal static SqliteWal? Open(ExportFile file, int pageSize, ReadingOptions options, ProblemLog problems)
    {
        if (RandomBytes.Open(file, options, problems) is not { } bytes)
            return null;
        Span<byte> header = stackalloc byte[HeaderSize];
        var wal = new SqliteWal(bytes);
        if (bytes.Read(0, header) < HeaderSize)
        {
            // SQLite leaves an empty log behind when it has copied everything.
            if (bytes.Length > 0)
                problems.Report(ProblemKind.Truncated, new RecordPlace(0, bytes.Length, 0));
            return wal;
        }

        if (!IsLog(header) || SqliteHeader.PageSizeOf(BinaryPrimitives.ReadUInt32BigEndian(header[8..])) != pageSize)
        {
            problems.Report(ProblemKind.Damaged, new RecordPlace(0, HeaderSize, 0));
            return wal;
        }

        wal.Index(header, pageSize, problems);
        return wal;
    }

    /// <summary>Where the newest version of a page lies in the log, if it is there.</summary>
    internal bool TryFind(uint page, out long offset) => _pages.TryGetValue(page, out offset);

    /// <summary>Reads a page that <see cref="TryFind"/> found.</summary>
    internal int Read(long offset, Span<byte> page) => _bytes.Read(offset, page);

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private void Index(ReadOnlySpan<byte> header, int pageSize, ProblemLog problems)
    {
        var isBig = (header[3] & 1) != 0;
        (uint, uint) sum = default;
        Add(ref sum, header[..24], isBig);
        if (!IsSum(sum, header[24..]))
        {
            problems.Report(ProblemKind.Damaged, new RecordPlace(0, HeaderSize, 0));
            return;
        }

        var frame = new byte[FrameHeaderSize + pageSize];
        var open = new Dictionary<uint, long>();
        long offset = HeaderSize;
        for (; _bytes.Read(offset, frame) == frame.Length; offset += frame.Length)
        {
            // Old frames of an earlier round stay behind the valid ones; their salts differ. That is no damage.
            if (!frame.AsSpan(8, 8).SequenceEqual(header.Slice(16, 8)))
                return;
            Add(ref sum, frame.AsSpan(0, 8), isBig);
            Add(ref sum, frame.AsSpan(FrameHeaderSize), isBig);
            if (!IsSum(sum, frame.AsSpan(16)))
            {
                problems.Report(ProblemKind.Damaged, new RecordPlace(offset, frame.Length, 0));
                return;
            }

            open[BinaryPrimitives.ReadUInt32BigEndian(frame)] = offset + FrameHeaderSize;
            if (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) is var pages and > 0)
                Commit(open, pages);
        }

        if (offset < _bytes.Length)
            problems.Report(ProblemKind.Truncated, new RecordPlace(offset, _bytes.Length - offset, 0));
    }

    private void Commit(Dictionary<uint, long> open, uint pages)
    {
        foreach (var (page, at) in open)
            _pages[page] = at;
        open.Clear();
        Pages = pages;
    }

    /// <summary>The running checksum of section 4.2.</summary>
    private static void Add(ref (uint First, uint Second) sum, ReadOnlySpan<byte> bytes, bool isBig)
    {
        unchecked
        {
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                sum.First += Word(bytes) + sum.Second;
                sum.Second += Word(bytes[4..]) + sum.First;
            }
        }

        uint Word(ReadOnlySpan<byte> at) => isBig ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
    }

    private static bool IsSum((uint First, uint Second) sum, ReadOnlySpan<byte> stored) =>
        BinaryPrimitives.ReadUInt32BigEndian(stored) == sum.First && BinaryPrimitives.ReadUInt32BigEndian(stored[4..]) == sum.Second;
}
