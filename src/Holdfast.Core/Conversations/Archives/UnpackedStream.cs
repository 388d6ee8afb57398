namespace Holdfast.Conversations.Archives;

/// <summary>
/// What a gzip file unpacks to. It says nothing of its size beforehand, so the ratio is watched while it unpacks; the
/// stream ends where there is too much.
/// </summary>
internal sealed class UnpackedStream(Stream inner, long? packed, ReadingOptions options, Action onLimit) : ReadOnlyStream
{
    private long _position;
    private bool _isEnd;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_isEnd)
            return 0;
        var got = inner.Read(buffer);
        _position += got;
        if (_position <= ExportArchive.RatioMattersFrom || (_position - 1) / Math.Max(packed ?? 1, 1) < options.MaxArchiveRatio
            && _position / 16 <= options.MaxArchiveBytes)
            return got;
        _isEnd = true;
        onLimit();
        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
