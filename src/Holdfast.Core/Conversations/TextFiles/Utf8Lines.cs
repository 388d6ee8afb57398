using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Holdfast.Conversations.TextFiles;

/// <summary>
/// Cuts a byte stream into lines in constant memory and hands each out as UTF-8, together with its place in the
/// original bytes. A line longer than the buffer comes in pieces (<see cref="IsContinued"/>), so a file of one
/// endless line needs no more memory than any other. For formats whose lines end with LF: a lone CR stays in the text, and
/// no line becomes a string, which is what makes a chat of a million lines quick. <see cref="TextLines"/> is for text from
/// anywhere, <see cref="ByteLines"/> for bytes whose line ends belong to them.
/// </summary>
internal sealed class Utf8Lines : IDisposable
{
    private const int BufferSize = 256 * 1024;

    private readonly Stream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private byte[] _converted = [];
    private int _start;
    private int _end;
    private long _bufferOffset;
    private bool _atEnd;
    private bool _insideLine;
    private int _lineStart;
    private int _lineLength;
    private bool _isConverted;

    public Utf8Lines(Stream stream)
    {
        _stream = stream;
        Fill();
        Form = TextDecoding.Detect(_buffer.AsSpan(0, _end), out var mark);
        _start = mark;
    }

    /// <summary>The form of the text, judged by its mark or its first bytes.</summary>
    public TextForm Form { get; }

    /// <summary>Offset in the file of the first byte of the current line (or piece of a line).</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes of the current line (or piece), without its line end.</summary>
    public int RawLength { get; private set; }

    /// <summary>Number of the current line, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>True when this is a further piece of the line before.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>
    /// True once a line was not valid in the form of the file: its broken bytes are then read as Windows-1252, and its NULs
    /// left out.
    /// </summary>
    public bool SawInvalidBytes { get; private set; }

    /// <summary>The current line as UTF-8, without its line end. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Line => _isConverted
        ? _converted.AsSpan(0, _lineLength)
        : _buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>Moves to the next line; false at the end.</summary>
    public bool Read()
    {
        bool isPadding;
        do
        {
            if (!ReadPiece(out isPadding))
            {
                return false;
            }
        }
        while (isPadding);
        return true;
    }

    /// <param name="isPadding">True for nothing but NULs without a line end, as recovered copies have them: no line at all.</param>
    private bool ReadPiece(out bool isPadding)
    {
        isPadding = false;
        var wide = Form is TextForm.Utf16LittleEndian or TextForm.Utf16BigEndian;
        var length = FindLineEnd(wide, out var terminator);
        if (length < 0)
        {
            return false;
        }

        IsContinued = _insideLine;
        _insideLine = terminator == 0 && !(_atEnd && _start + length == _end);
        if (!IsContinued)
        {
            LineNumber++;
        }

        Offset = _bufferOffset + _start;
        var raw = _buffer.AsSpan(_start, length);
        _lineStart = _start;
        _start += length + terminator;
        RawLength = TrimCarriageReturn(raw, wide);
        Convert(raw[..RawLength]);
        isPadding = terminator == 0 && RawLength > 0 && _lineLength == 0;
        if (isPadding)
        {
            // What comes after the padding is where the padding was: at the start of a line, or inside one.
            _insideLine = IsContinued;
            LineNumber -= IsContinued ? 0 : 1;
        }

        return true;
    }

    /// <summary>Closes the stream and gives the buffer back, without the words of the file.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        var buffer = _buffer;
        (_buffer, _start, _end, _lineStart, _lineLength, _atEnd) = ([], 0, 0, 0, 0, true);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    private int FindLineEnd(bool wide, out int terminator)
    {
        var scanned = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var found = wide ? FindWideLineFeed(rest, scanned) : rest[scanned..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                terminator = wide ? 2 : 1;
                return wide ? found : scanned + found;
            }

            if (rest.Length == BufferSize)
            {
                terminator = 0;
                return PieceLength(rest, wide);
            }

            scanned = wide ? rest.Length & ~1 : rest.Length;
            if (!Fill())
            {
                terminator = 0;
                return _end == _start ? -1 : _end - _start;
            }
        }
    }

    /// <summary>A piece ends where a character ends, so that no letter is torn in two.</summary>
    private static int PieceLength(ReadOnlySpan<byte> rest, bool wide) =>
        wide ? (rest.Length & ~1) - 2 : TextDecoding.CutAtLetter(rest, rest.Length);

    private int FindWideLineFeed(ReadOnlySpan<byte> rest, int from)
    {
        var (first, second) = Form == TextForm.Utf16LittleEndian ? ((byte)'\n', (byte)0) : ((byte)0, (byte)'\n');
        for (var i = from; i + 1 < rest.Length; i += 2)
        {
            if (rest[i] == first && rest[i + 1] == second)
            {
                return i;
            }
        }

        return -1;
    }

    private int TrimCarriageReturn(ReadOnlySpan<byte> raw, bool wide)
    {
        if (!wide)
        {
            return raw.Length > 0 && raw[^1] == '\r' ? raw.Length - 1 : raw.Length;
        }

        var at = Form == TextForm.Utf16LittleEndian ? 2 : 1;
        return raw.Length >= 2 && raw.Length % 2 == 0 && raw[^at] == '\r' && raw[^(3 - at)] == 0 ? raw.Length - 2 : raw.Length;
    }

    private void Convert(ReadOnlySpan<byte> raw)
    {
        _isConverted = Form != TextForm.Utf8 || raw.Contains((byte)0) || !Utf8.IsValid(raw);
        if (!_isConverted)
        {
            _lineLength = raw.Length;
            return;
        }

        var damaged = SawInvalidBytes;
        var text = TextDecoding.Decode(raw, Form, ref damaged);
        SawInvalidBytes = damaged;
        if (_converted.Length < text.Length * 3)
        {
            _converted = new byte[Math.Max(text.Length * 3, 4096)];
        }

        _lineLength = Encoding.UTF8.GetBytes(text, _converted);
    }

    private bool Fill()
    {
        if (_atEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _bufferOffset += _start;
            _end -= _start;
            _start = 0;
        }

        var read = _stream.Read(_buffer, _end, BufferSize - _end);
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }
}
