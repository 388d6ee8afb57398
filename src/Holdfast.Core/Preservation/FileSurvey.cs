using System.Security.Cryptography;
using Holdfast.Conversations;

namespace Holdfast.Preservation;

/// <summary>What may be done with a file.</summary>
public enum Carriage
{
    /// <summary>Text or sound that carries nothing else: it may be copied.</summary>
    Clean,

    /// <summary>Text that carries something; a copy without it can be made.</summary>
    Separable,

    /// <summary>It may show something and is never copied unless the person names it as safe.</summary>
    Withheld,
}

/// <summary>
/// What one reading of a file tells: its fingerprint, its form, and what it carries. The rule of this product stands here:
/// an intimate image is never copied, and "not sure" counts as intimate. So a file is clean only when every byte of it was
/// read and is text or sound that carries nothing.
/// </summary>
public sealed record FileSurvey
{
    private const int BlockSize = 64 * 1024;

    private FileSurvey(Carriage carriage, MediaType type, long bytes, string sha256) =>
        (Carriage, Type, Bytes, Sha256) = (carriage, type, bytes, sha256);

    /// <summary>What may be done with it.</summary>
    public Carriage Carriage { get; }

    /// <summary>Its form.</summary>
    public MediaType Type { get; }

    /// <summary>Its length in bytes, as read.</summary>
    public long Bytes { get; }

    /// <summary>SHA-256 of its bytes; 64 lower-case hex digits.</summary>
    public string Sha256 { get; }

    /// <summary>What it carries, in file order, none overlapping but the nested ones.</summary>
    public IReadOnlyList<EmbeddedRun> Embedded { get; private init; } = [];

    /// <summary>Reads the file a few times (more often when it carries something), in constant memory.</summary>
    /// <exception cref="IOException">The file cannot be read, or it changed while it was read.</exception>
    public static FileSurvey Of(ExportFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Of(file.Open);
    }

    /// <summary>Takes the fingerprint of a file whose content is dealt with elsewhere, such as an archive that was opened.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileSurvey OfContainer(ExportFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (type, bytes, sha256) = Fingerprint(file.Open, new PartFinder());
        return new(Carriage.Withheld, type, bytes, sha256);
    }

    /// <summary>The same file without a look at what it carries: for a file that the person named as safe.</summary>
    internal FileSurvey AsWhole() => this with { Embedded = [] };

    internal static FileSurvey Of(Func<Stream> open)
    {
        var parts = new PartFinder();
        var (type, bytes, sha256) = Fingerprint(open, parts);
        if (type.MayShowSomething)
            return new(Carriage.Withheld, type, bytes, sha256);

        var scanner = new EmbeddedScanner();
        var isUtf16 = Scan(open, parts.Found, scanner, sha256);
        List<EmbeddedRun> embedded = [.. parts.Found.Concat(scanner.Runs).OrderBy(run => run.Offset)];
        var isClean = embedded.Count == 0 && !parts.IsOverLimit && !scanner.HasLeaks;
        if (type.Kind == MediaKind.Sound)
        {
            // A sound file is binary by nature; only a picture inside (a cover, a video track) speaks against it.
            return new(isClean && !HasInset(open) ? Carriage.Clean : Carriage.Withheld, type, bytes, sha256);
        }

        if (isClean && !scanner.IsBinary)
            return new(IsProse(open, scanner.Cleared) ? Carriage.Clean : Carriage.Withheld, type, bytes, sha256);
        var isSeparable = !parts.IsOverLimit && !scanner.HasLeaks && !scanner.IsBinary && !isUtf16 && IsOrderly(embedded);
        var survey = new FileSurvey(isSeparable ? Carriage.Separable : Carriage.Withheld, type, bytes, sha256)
        {
            Embedded = embedded,
        };

        // The copy is read again with the same eyes before it may leave: what still shows anything is not made.
        return isSeparable && !IsCleanCopy(survey, open)
            ? new(Carriage.Withheld, type, bytes, sha256) { Embedded = embedded }
            : survey;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"survey ({Carriage})";

    private static bool IsCleanCopy(FileSurvey survey, Func<Stream> open)
    {
        var parts = new PartFinder();
        var (type, _, sha256) = Fingerprint(() => new DerivedCopy(open, survey), parts);
        var scanner = new EmbeddedScanner();
        Scan(() => new DerivedCopy(open, survey), [], scanner, sha256);
        return type.Kind == MediaKind.Text && parts.Found.Count == 0 && !parts.IsOverLimit && scanner.Runs.Count == 0 &&
            !scanner.HasLeaks && !scanner.IsBinary && IsProse(() => new DerivedCopy(open, survey), scanner.Cleared);
    }

    // The last look, at what would be copied; base64 that was read and is text stays out of it.
    private static bool IsProse(Func<Stream> open, IReadOnlyList<(long Start, long End)> cleared)
    {
        using var stream = open();
        var net = new ProseNet();
        var block = new byte[BlockSize];
        var (at, next, high) = (0L, 0, -1);
        for (int count; (count = stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false)) > 0 && !net.IsFound; at += count)
        {
            var part = block.AsSpan(0, count);
            if (at == 0 && MediaSniffer.IsUtf16(part))
                high = part[0] == 0xFF ? 1 : 0;
            if (high >= 0)
            {
                var narrow = Narrow(part, high, block);
                net.Feed(block.AsSpan(0, narrow));
                continue;
            }

            for (var i = 0; i < count;)
            {
                while (next < cleared.Count && cleared[next].End <= at + i)
                    next++;
                var isInside = next < cleared.Count && cleared[next].Start <= at + i;
                var until = next == cleared.Count ? long.MaxValue : isInside ? cleared[next].End : cleared[next].Start;
                var step = (int)Math.Min(count - i, until - at - i);
                if (isInside)
                    net.Pass();
                else
                    net.Feed(part.Slice(i, step));
                i += step;
            }
        }

        net.Complete();
        return !net.IsFound;
    }

    private static bool HasInset(Func<Stream> open)
    {
        using var stream = open();
        var inset = new SoundInset();
        var block = new byte[BlockSize];
        for (int count; (count = stream.Read(block)) > 0 && !inset.IsFound;)
            inset.Feed(block.AsSpan(0, count));
        return inset.IsFound;
    }

    private static (MediaType Type, long Bytes, string Sha256) Fingerprint(Func<Stream> open, PartFinder parts)
    {
        using var stream = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockSize];
        var type = default(MediaType);
        var bytes = 0L;
        for (int count; (count = stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false)) > 0;)
        {
            var part = block.AsSpan(0, count);
            if (bytes == 0)
                type = MediaSniffer.Sniff(part[..Math.Min(count, MediaSniffer.HeadSize)]);
            hash.AppendData(part);
            bytes += count;
            if (type.Kind == MediaKind.Text)
                parts.Feed(part);
        }

        if (bytes == 0)
            type = MediaType.PlainText;
        if (type.Kind == MediaKind.Text)
            parts.Complete();
        return (type, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // True when the text is UTF-16: it is looked at as if each ASCII character were one byte.
    private static bool Scan(Func<Stream> open, IReadOnlyList<EmbeddedRun> skip, EmbeddedScanner scanner, string expected)
    {
        using var stream = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockSize];
        var narrow = new byte[BlockSize / 2];
        int? high = null;
        var (at, next) = (0L, 0);
        for (int count; (count = stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false)) > 0; at += count)
        {
            var part = block.AsSpan(0, count);
            hash.AppendData(part);
            if (at == 0 && MediaSniffer.IsUtf16(part))
                high = part[0] == 0xFF ? 1 : 0;
            if (high is { } side)
                scanner.Feed(narrow.AsSpan(0, Narrow(part, side, narrow)));
            else
                FeedAround(part, at, skip, ref next, scanner);
        }

        scanner.Complete();
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != expected)
            throw new IOException("A file changed while it was read.");
        return high is not null;
    }

    private static int Narrow(ReadOnlySpan<byte> units, int high, Span<byte> narrow)
    {
        var count = units.Length / 2;
        for (var i = 0; i < count; i++)
            narrow[i] = units[2 * i + high] == 0 ? units[2 * i + 1 - high] : (byte)0x80;
        return count;
    }

    // Feeds what lies between the parts that were dealt with already.
    private static void FeedAround(
        ReadOnlySpan<byte> part, long at, IReadOnlyList<EmbeddedRun> skip, ref int next, EmbeddedScanner scanner)
    {
        while (!part.IsEmpty)
        {
            while (next < skip.Count && skip[next].End <= at)
                next++;
            var isInside = next < skip.Count && skip[next].Offset <= at;
            var until = next == skip.Count ? long.MaxValue : isInside ? skip[next].End : skip[next].Offset;
            var step = (int)Math.Min(part.Length, until - at);
            if (isInside)
                scanner.Skip(step);
            else
                scanner.Feed(part[..step]);
            part = part[step..];
            at += step;
        }
    }

    private static bool IsOrderly(List<EmbeddedRun> embedded)
    {
        var end = 0L;
        foreach (var run in embedded)
        {
            if (run.IsNested)
                continue;
            if (run.Offset < end || run.Length <= 0)
                return false;
            end = run.End;
        }

        return true;
    }
}
