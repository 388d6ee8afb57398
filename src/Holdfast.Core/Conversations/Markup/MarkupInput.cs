using System.Buffers;
using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Markup;

/// <summary>
/// The bytes of a markup file as UTF-8, through a buffer of fixed size, with the way back to the bytes of the original, which
/// may be UTF-16 or begin with a byte-order mark. How the stream cuts its bytes into pieces changes nothing.
/// </summary>
internal sealed class MarkupInput : IDisposable
{
    /// <summary>Most bytes that <see cref="Ensure"/> can be asked for.</summary>
    internal const int MostAhead = 64 * 1024;

    private const int Size = 4 * MostAhead;
    private const int Head = 4096;

    private readonly Stream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private readonly byte[] _wide = [];
    private readonly TextForm _form;
    private int _start;
    private int _end;
    private int _wideCount;
    private bool _isEnd;
    private long _read;

    internal MarkupInput(Stream stream)
    {
        _stream = stream;
        while (_end < Head && ReadInto(_buffer, ref _end))
        {
        }

        _form = TextDecoding.Detect(_buffer.AsSpan(0, _end), out _start);
        Offset = _start;
        if (_form == TextForm.Utf8)
            return;
        _wide = new byte[MostAhead];
        _wideCount = _end - _start;
        _buffer.AsSpan(_start, _wideCount).CopyTo(_wide);
        (_start, _end) = (0, 0);
    }

    /// <summary>Where the next byte lies in the original.</summary>
    internal long Offset { get; private set; }

    /// <summary>True when bytes of the original were not valid UTF-16.</summary>
    internal bool SawInvalidUnits { get; private set; }

    /// <summary>The bytes that are at hand; <see cref="Ensure"/> brings more.</summary>
    internal ReadOnlySpan<byte> Available => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Where in the buffer <see cref="Available"/> begins; with <see cref="At"/>, for a range that was passed just now.</summary>
    internal int Position => _start;

    /// <summary>A range of the buffer; valid until the next <see cref="Ensure"/>.</summary>
    internal ReadOnlySpan<byte> At(int position, int length) => _buffer.AsSpan(position, length);

    /// <summary>Brings at least that many bytes to hand, unless the file ends before; false when it does.</summary>
    internal bool Ensure(int count)
    {
        if (_end - _start >= count)
            return true;
        if (_start + count > Size - 8)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        while (_end - _start < count && Fill())
        {
        }

        return _end - _start >= count;
    }

    /// <summary>Passes over bytes that are at hand.</summary>
    internal void Advance(int count)
    {
        Offset = _form == TextForm.Utf8 ? Offset + count : Math.Min(_read, Offset + 2L * Units(_buffer.AsSpan(_start, count)));
        _start += count;
    }

    /// <summary>Closes the stream and gives the buffer back, without the words of the file.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        var buffer = _buffer;
        (_buffer, _start, _end, _isEnd) = ([], 0, 0, true);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    private static int Units(ReadOnlySpan<byte> utf8)
    {
        // Counted by first bytes, so that a letter may be passed in pieces.
        var units = 0;
        foreach (var b in utf8)
            units += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        return units;
    }

    private bool Fill() => _form == TextForm.Utf8 ? ReadInto(_buffer, ref _end) : FillFromWide();

    private bool FillFromWide()
    {
        if (_wideCount < 4 && !_isEnd)
        {
            ReadInto(_wide, ref _wideCount);
            if (_wideCount < 4 && !_isEnd)
                return true;
        }

        if (_wideCount == 0)
            return false;
        var count = Math.Min(_wideCount, (Size - _end) / 3 * 2);
        if (count < _wideCount || !_isEnd)
        {
            // An odd byte, or the first half of a pair, waits for what belongs to it.
            count &= ~1;
            if (IsHighSurrogate(count - 2))
                count -= 2;
        }

        var damaged = false;
        var text = TextDecoding.DecodeAll(_wide.AsSpan(0, count), _form, ref damaged);
        SawInvalidUnits |= damaged;
        _end += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_end));
        _wideCount -= count;
        _wide.AsSpan(count, _wideCount).CopyTo(_wide);
        return true;
    }

    private bool IsHighSurrogate(int at) => (_wide[_form == TextForm.Utf16BigEndian ? at : at + 1] & 0xFC) == 0xD8;

    private bool ReadInto(byte[] buffer, ref int filled)
    {
        var got = _isEnd || filled == buffer.Length ? 0 : _stream.Read(buffer.AsSpan(filled));
        _isEnd |= got == 0 && filled < buffer.Length;
        filled += got;
        _read += got;
        return got > 0;
    }
}
