namespace Holdfast.Preservation;

/// <summary>Receives one line.</summary>
/// <param name="line">The line with its line end; of a line that is too long, one piece.</param>
/// <param name="at">Place of its first byte.</param>
/// <param name="isStart">False for the further pieces of a long line.</param>
internal delegate void LineReceiver(ReadOnlySpan<byte> line, long at, bool isStart);

/// <summary>Cuts bytes into lines in constant memory: a longer line comes in pieces of <see cref="MaxLine"/> bytes.</summary>
internal sealed class LineCutter
{
    public const int MaxLine = 16 * 1024;
    private readonly byte[] _buffer = new byte[MaxLine];
    private int _filled;
    private long _at;
    private bool _isStart = true;

    public void Feed(ReadOnlySpan<byte> bytes, LineReceiver receive)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, MaxLine - _filled)];
            var end = piece.IndexOf((byte)'\n') + 1;
            var part = end == 0 ? piece : piece[..end];
            if (_filled == 0 && part.Length == end)
            {
                // A whole line lies in the input: no copy.
                Send(part, receive);
                bytes = bytes[part.Length..];
                continue;
            }

            part.CopyTo(_buffer.AsSpan(_filled));
            _filled += part.Length;
            bytes = bytes[part.Length..];
            if (_filled == MaxLine || _buffer[_filled - 1] == '\n')
            {
                var length = _filled;
                _filled = 0;
                Send(_buffer.AsSpan(0, length), receive);
            }
        }
    }

    public void Complete(LineReceiver receive)
    {
        if (_filled > 0)
            Send(_buffer.AsSpan(0, _filled), receive);
        _filled = 0;
    }

    private void Send(ReadOnlySpan<byte> line, LineReceiver receive)
    {
        receive(line, _at, _isStart);
        _at += line.Length;
        _isStart = line[^1] == '\n';
    }
}
