namespace Holdfast.Conversations.TextFiles;

/// <summary>
/// Reads a stream line by line as bytes, line ends included, in constant memory: a line longer than
/// <see cref="LongestPiece"/> comes in pieces. Unlike <see cref="Utf8Lines"/> and <see cref="TextLines"/> it decodes nothing and
/// drops nothing, for whoever must have every byte: cutting mailboxes, and comparing files.
/// </summary>
internal sealed class ByteLines(Stream stream) : IDisposable
{
    /// <summary>Most bytes of one piece.</summary>
    internal const int LongestPiece = 64 * 1024;

    private readonly byte[] _buffer = new byte[LongestPiece];
    private int _filled;
    private int _start;
    private int _length;
    private bool _lastEnded = true;

    /// <summary>The line, or a piece of a long one, with its line end.</summary>
    internal ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    /// <summary>Where <see cref="Current"/> begins in the stream.</summary>
    internal long Offset { get; private set; }

    /// <summary>False when <see cref="Current"/> goes on with the line before.</summary>
    internal bool IsLineStart { get; private set; }

    /// <summary>Goes to the next line or piece.</summary>
    internal bool MoveNext()
    {
        var next = Offset + _length;
        var found = Find();
        if (found < 0)
        {
            _buffer.AsSpan(_start + _length, _filled - _start - _length).CopyTo(_buffer);
            _filled -= _start + _length;
            (_start, _length) = (0, 0);
            int got;
            while (_filled < _buffer.Length && (got = stream.Read(_buffer.AsSpan(_filled))) > 0)
                _filled += got;
            found = Find();
        }

        _start += _length;
        _length = found >= 0 ? found + 1 : _filled - _start;
        Offset = next;
        IsLineStart = _lastEnded;
        _lastEnded = found >= 0;
        return _length > 0;
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => stream.Dispose();

    private int Find() => _buffer.AsSpan(_start + _length, _filled - _start - _length).IndexOf((byte)'\n');
}
