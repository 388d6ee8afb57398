namespace Holdfast.Packs;

/// <summary>Reads a range of a seekable stream. Several ranges may be read in turns: each read seeks first.</summary>
internal sealed class RangeStream(Stream source, long start, long length) : Stream
{
    private long _done;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => _done;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > length - _done)
            buffer = buffer[..(int)(length - _done)];
        if (buffer.IsEmpty)
            return 0;
        source.Position = start + _done;
        var read = source.Read(buffer);
        _done += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
