namespace Holdfast.Conversations.Archives;

/// <summary>
/// Reads one archive entry and ends where its header says, where the packed bytes are broken, or where the limit of the
/// archive is reached: what was unpacked before is kept, and the end is reported to the meter.
/// </summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="declared">How many there are by the header; null when nothing says.</param>
/// <param name="meter">Counts them.</param>
/// <param name="onClose">Called once, when the stream is closed.</param>
internal sealed class EntryStream(Stream inner, long? declared, EntryMeter meter, Action onClose) : ReadOnlyStream
{
    private long _position;
    private bool _isEnd;
    private bool _closed;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var left = (declared ?? long.MaxValue) - _position;
        if (_isEnd || left <= 0 || buffer.IsEmpty)
            return 0;
        try
        {
            var got = inner.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
            if (got == 0 && declared is not null)
                return Damaged();
            var allowed = meter.Allow(_position, got);
            _isEnd = allowed < got || got == 0;
            _position += allowed;
            return allowed;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return Damaged();
        }
    }

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
        _isEnd = true;
        meter.Damaged();
        return 0;
    }
}
