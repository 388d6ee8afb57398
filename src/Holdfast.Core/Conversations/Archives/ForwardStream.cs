namespace Holdfast.Conversations.Archives;

/// <summary>Bytes whose beginning is in memory; the rest is opened only when somebody reads that far.</summary>
internal sealed class ForwardStream(byte[] head, Func<Stream> openRest) : ReadOnlyStream
{
    private int _position;
    private Stream? _rest;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position == head.Length)
            return (_rest ??= openRest()).Read(buffer);
        var count = Math.Min(buffer.Length, head.Length - _position);
        head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rest?.Dispose();
        base.Dispose(disposing);
    }
}
