using System.Buffers;

namespace Holdfast.Conversations.Archives;

/// <summary>
/// Bytes that can only be read forward, opened at a place. Files are mostly read in the order in which they lie, so one
/// open stream is kept and goes on from where it is; only who wants to go back begins again. How much may be passed over
/// in all is bounded, since a crafted archive could otherwise be passed through for hours.
/// </summary>
internal sealed class ForwardSource(Func<Stream> open, long mostPassed)
{
    // A few times through the largest archive.
    private long _left = mostPassed > long.MaxValue / 16 ? long.MaxValue : mostPassed * 16;
    private Stream? _idle;
    private long _position;

    /// <summary>Opens the bytes from an offset on.</summary>
    internal Stream OpenAt(long offset, EntryMeter meter)
    {
        var (stream, position) = (_idle, _position);
        _idle = null;
        if (stream is null || position > offset)
        {
            stream?.Dispose();
            (stream, position) = (open(), 0);
        }

        _left -= offset - position;
        if (_left < 0)
        {
            stream.Dispose();
            meter.Damaged();
            return Stream.Null;
        }

        try
        {
            Pass(stream, offset - position);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            stream.Dispose();
            return Stream.Null;
        }

        return new Lent(this, stream, offset);
    }

    /// <summary>Reads and drops bytes.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    internal static void Pass(Stream stream, long bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (bytes > 0)
            {
                var got = stream.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length));
                if (got == 0)
                    throw new EndOfStreamException();
                bytes -= got;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void GiveBack(Stream stream, long position)
    {
        _idle?.Dispose();
        (_idle, _position) = (stream, position);
    }

    private sealed class Lent(ForwardSource source, Stream stream, long position) : ReadOnlyStream
    {
        private long _position = position;
        private bool _isClosed;

        public override int Read(Span<byte> buffer)
        {
            var got = stream.Read(buffer);
            _position += got;
            return got;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isClosed)
            {
                _isClosed = true;
                source.GiveBack(stream, _position);
            }

            base.Dispose(disposing);
        }
    }
}
