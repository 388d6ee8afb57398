using System.Text;

namespace Holdfast.Conversations.TextFiles;

/// <summary>
/// A structured file (JSON, e-mail) held in memory as UTF-8, together with the way back from its bytes to those of the
/// original, which may be UTF-16 or begin with a byte-order mark.
/// </summary>
internal sealed class StructuredFile
{
    private readonly TextForm _form;
    private readonly int _mark;
    private int _lastStart;
    private long _lastUnits;
    private long _base;

    private StructuredFile(byte[] bytes, int start, TextForm form, int mark, long length)
    {
        Bytes = bytes;
        End = bytes.Length;
        Start = start;
        _form = form;
        _mark = mark;
        OriginalLength = length;
    }

    /// <summary>The file, or what of it is in memory, as UTF-8 (unless its own bytes are broken).</summary>
    internal byte[] Bytes { get; private set; }

    /// <summary>Where the file ends in <see cref="Bytes"/>; beyond any index while its end has not been seen.</summary>
    internal int End { get; private set; }

    /// <summary>Index of the first byte after a byte-order mark.</summary>
    internal int Start { get; }

    /// <summary>Number of bytes of the original that were read.</summary>
    internal long OriginalLength { get; }

    /// <summary>
    /// Reads a file whole. One that is larger than <see cref="ReadingOptions.MaxStructuredFileBytes"/> is read up to
    /// there and reported; one that cannot be read is reported, and null is returned.
    /// </summary>
    internal static StructuredFile? Load(ExportFile file, ReadingOptions options, ProblemLog problems)
    {
        byte[] bytes;
        try
        {
            using var stream = file.Open();
            bytes = ReadUpTo(stream, options.MaxStructuredFileBytes, file.Length, out var more);
            if (more)
                problems.ReportOnce(ProblemKind.Truncated, new RecordPlace(bytes.Length, 0, 0));
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
            return null;
        }

        return FromBytes(bytes, problems);
    }

    /// <summary>Wraps bytes that are in memory already.</summary>
    internal static StructuredFile FromBytes(byte[] bytes, ProblemLog problems)
    {
        var form = TextDecoding.Detect(bytes, out var mark);
        if (form == TextForm.Utf8)
            return new StructuredFile(bytes, mark, form, mark, bytes.Length);

        var damaged = false;
        var text = TextDecoding.DecodeAll(bytes.AsSpan(mark), form, ref damaged);
        if (damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
        return new StructuredFile(Encoding.UTF8.GetBytes(text), 0, form, mark, bytes.Length);
    }

    /// <summary>A file of which only a window is in memory (see <see cref="Json.JsonStream"/>).</summary>
    internal static StructuredFile Window(byte[] bytes) => new(bytes, 0, TextForm.Utf8, 0, 0) { End = int.MaxValue };

    /// <summary>Moves the window.</summary>
    /// <param name="bytes">What is in memory now.</param>
    /// <param name="offset">Where it begins in the file.</param>
    /// <param name="end">Where the file ends in it, if it does.</param>
    internal void Slide(byte[] bytes, long offset, int? end) => (Bytes, _base, End) = (bytes, offset, end ?? int.MaxValue);

    /// <summary>Where bytes <paramref name="start"/> to <paramref name="end"/> lie in the original.</summary>
    internal RecordPlace Place(int start, int end)
    {
        if (_form == TextForm.Utf8)
            return new RecordPlace(_base + start, end - start, 0);
        var from = OriginalOffset(start);
        var to = OriginalOffset(end);
        return new RecordPlace(from, to - from, 0);
    }

    private long OriginalOffset(int index)
    {
        // Counting from the last answer keeps a walk through the file linear.
        if (index < _lastStart)
            (_lastStart, _lastUnits) = (0, 0);
        _lastUnits += Encoding.UTF8.GetCharCount(Bytes, _lastStart, index - _lastStart);
        _lastStart = index;
        return Math.Min(OriginalLength, _mark + 2 * _lastUnits);
    }

    /// <summary>Reads at most <paramref name="limit"/> bytes and tells whether there are more.</summary>
    internal static byte[] ReadUpTo(Stream stream, int limit, long? expected, out bool more)
    {
        limit = Math.Min(limit, Array.MaxLength - 1);
        var buffer = new byte[(int)Math.Min(limit, expected is > 0 and < int.MaxValue ? expected.Value : 64 * 1024)];
        var filled = 0;
        Span<byte> beyond = stackalloc byte[1];
        while (true)
        {
            filled += stream.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            // Whether this is the end is asked apart, so that a file of the expected length is not copied.
            if (filled < buffer.Length || stream.Read(beyond) == 0)
                break;
            if (filled == limit)
            {
                more = true;
                return buffer;
            }

            Array.Resize(ref buffer, (int)Math.Min(Math.Max(2L * buffer.Length, 64 * 1024), limit));
            buffer[filled++] = beyond[0];
        }

        more = false;
        if (filled < buffer.Length)
            Array.Resize(ref buffer, filled);
        return buffer;
    }
}
