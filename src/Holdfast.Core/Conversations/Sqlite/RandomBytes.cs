using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Sqlite;

/// <summary>
/// Reads the bytes of a file at any place: through its stream when that can seek, else (an archive's entry) from memory, up
/// to <see cref="ReadingOptions.MaxStructuredFileBytes"/>.
/// </summary>
internal sealed class RandomBytes : IDisposable
{
    private readonly Stream _stream;

    private RandomBytes(ExportFile file, Stream stream) => (File, _stream, Length) = (file, stream, stream.Length);

    /// <summary>The file.</summary>
    internal ExportFile File { get; }

    /// <summary>How many bytes can be read.</summary>
    internal long Length { get; }

    /// <summary>Opens a file; one that cannot be opened is reported, and null is returned.</summary>
    internal static RandomBytes? Open(ExportFile file, ReadingOptions options, ProblemLog problems)
    {
        try
        {
            var stream = file.Open();
            if (stream.CanSeek)
                return new RandomBytes(file, stream);
            using (stream)
            {
                var bytes = StructuredFile.ReadUpTo(stream, options.MaxStructuredFileBytes, file.Length, out var more);
                if (more)
                    problems.ReportOnce(ProblemKind.Truncated, new RecordPlace(bytes.Length, 0, 0));
                return new RandomBytes(file, new MemoryStream(bytes, writable: false));
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
            return null;
        }
    }

    /// <summary>Reads as many bytes as there are, up to the length of the target; tells how many.</summary>
    internal int Read(long offset, Span<byte> target)
    {
        if (offset < 0 || offset >= Length)
            return 0;
        _stream.Position = offset;
        return _stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
