namespace Holdfast.Conversations.Archives;

/// <summary>
/// Reads one archive entry and ends where its header says, or where the packed bytes are broken: what was unpacked before
/// is kept, and the break is reported through <paramref name="onDamage"/>.
/// </summary>
internal sealed class EntryStream(Stream inner, long declared, Action onDamage, Action onClose) : Stream
{
    private long _left = declared;
    private bool _closed;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_left <= 0 || buffer.IsEmpty)
            return 0;
        try
        {
            var got = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            if (got == 0)
                return Damaged();
            _left -= got;
            return got;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return Damaged();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            inner.Dispose();
            onClose();
        }

        base.Dispose(disposing);
    }

    private int Damaged()
    {
        _left = 0;
        onDamage();
        return 0;
    }
}
