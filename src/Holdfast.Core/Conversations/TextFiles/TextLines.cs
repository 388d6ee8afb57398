namespace Holdfast.Conversations.TextFiles;

/// <summary>A line of text, or a piece of a line that is too long, and where it lies.</summary>
/// <param name="text">The text without its line end.</param>
/// <param name="offset">First byte in the file.</param>
/// <param name="length">Bytes without the line end.</param>
/// <param name="number">Line number from 1.</param>
/// <param name="continues">True when this goes on with the line before.</param>
internal readonly struct TextLine(string text, long offset, int length, long number, bool continues)
{
    internal string Text => text;

    internal long Offset => offset;

    internal int Length => length;

    internal long Number => number;

    internal bool Continues => continues;
}

/// <summary>
/// Reads text line by line in constant memory, whatever its encoding. Lines end with LF, CR LF or CR; a line longer than
/// <paramref name="longest"/> bytes comes in pieces. For text from anywhere: unlike <see cref="Utf8Lines"/> it knows the lone
/// CR, and hands out strings in pieces whose length the caller chooses.
/// </summary>
internal sealed class TextLines(Stream stream, int longest) : IDisposable
{
    private byte[] _buffer = [];
    private int _start;
    private int _filled;
    private bool _isEnd;
    private long _base;
    private long _number;
    private bool _cut;
    private TextForm _form;
    private bool _damaged;

    /// <summary>The line.</summary>
    internal TextLine Current { get; private set; }

    /// <summary>True when some bytes so far were not valid in the encoding.</summary>
    internal bool IsDamaged => _damaged;

    private int Unit => _form == TextForm.Utf8 ? 1 : 2;

    /// <summary>Goes to the next line or piece.</summary>
    internal bool MoveNext()
    {
        if (_buffer.Length == 0)
            Begin();
        var scanned = 0;
        while (true)
        {
            var end = FindEnd(scanned, out var next);
            if (end >= 0 && end <= longest)
                return Yield(end, next, cut: false);
            var available = _filled - _start;
            if (available > longest)
                return Yield(PieceLength(), -1, cut: true);
            if (_isEnd)
                return available > 0 && Yield(available, available, cut: false);
            // The last unit may be a CR whose LF has not been read yet.
            scanned = Math.Max(0, (available - Unit) / Unit * Unit);
            Fill();
        }
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => stream.Dispose();

    private void Begin()
    {
        _buffer = new byte[Math.Min(64 * 1024, longest + 64)];
        Fill();
        _form = TextDecoding.Detect(_buffer.AsSpan(0, _filled), out _start);
    }

    private bool Yield(int length, int next, bool cut)
    {
        var bytes = _buffer.AsSpan(_start, length);
        if (!_cut)
            _number++;
        Current = new TextLine(TextDecoding.Decode(bytes, _form, ref _damaged), _base + _start, length, _number, _cut);
        _cut = cut;
        _start += cut ? length : next;
        return true;
    }

    private void Fill()
    {
        if (_start > 0 && _start + (_buffer.Length / 2) > _buffer.Length || _filled == _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
            _base += _start;
            _filled -= _start;
            _start = 0;
        }

        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min((long)_buffer.Length * 2, longest + 64L));
        while (_filled < _buffer.Length)
        {
            var got = stream.Read(_buffer.AsSpan(_filled));
            if (got == 0)
            {
                _isEnd = true;
                return;
            }

            _filled += got;
        }
    }

    /// <summary>Length of the line in the buffer and where the next begins, both from the start of the line; -1 when open.</summary>
    private int FindEnd(int from, out int next)
    {
        var bytes = _buffer.AsSpan(_start, _filled - _start);
        next = -1;
        if (_form != TextForm.Utf8)
            return FindEndWide(bytes, from, out next);
        var at = bytes[from..].IndexOfAny((byte)'\n', (byte)'\r');
        if (at < 0)
            return -1;
        at += from;
        if (bytes[at] == '\r' && at + 1 == bytes.Length && !_isEnd)
            return -1;
        next = at + (bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n' ? 2 : 1);
        return at;
    }

    private int FindEndWide(ReadOnlySpan<byte> bytes, int from, out int next)
    {
        next = -1;
        for (var i = from; i + 1 < bytes.Length; i += 2)
        {
            var unit = At(bytes, i);
            if (unit is not ('\n' or '\r'))
                continue;
            if (unit == '\r' && i + 3 >= bytes.Length && !_isEnd)
                return -1;
            next = i + (unit == '\r' && i + 3 < bytes.Length && At(bytes, i + 2) == '\n' ? 4 : 2);
            return i;
        }

        return -1;
    }

    private char At(ReadOnlySpan<byte> bytes, int i) =>
        (char)(_form == TextForm.Utf16BigEndian ? bytes[i] << 8 | bytes[i + 1] : bytes[i + 1] << 8 | bytes[i]);

    private int PieceLength()
    {
        var bytes = _buffer.AsSpan(_start, _filled - _start);
        if (_form == TextForm.Utf8)
            return Math.Max(1, TextDecoding.CutAtLetter(bytes, longest));
        var length = Math.Max(2, longest / 2 * 2);
        return char.IsHighSurrogate(At(bytes, length - 2)) && length > 2 ? length - 2 : length;
    }
}
