using System.Buffers;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Json;

/// <summary>
/// Walks a JSON file of any size from its stream. The outer structure is stepped through; a value that is wanted is taken
/// whole, as bytes in a window that moves on with the next step. Damage is met as in <see cref="JsonItems"/> and
/// <see cref="JsonMembers"/>. A file in UTF-16 is held whole, since places must lead back to its own bytes.
/// </summary>
internal sealed class JsonStream : IDisposable
{
    /// <summary>Largest single value; what is longer is taken for damage. A message has some hundreds of bytes.</summary>
    internal const int LargestValue = 64 << 20;

    private const int SmallestWindow = 4 * 1024;
    private const int FirstWindow = 256 * 1024;
    private const int MostNewStarts = 64;
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private readonly Stream _stream;
    private byte[] _bytes;
    private int _position;
    private int _filled;
    private long _base;
    private bool _isEnd;
    private int _nameStart;
    private int _nameEnd;
    private int _newStarts;

    private JsonStream(Stream stream, byte[] bytes, StructuredFile window)
    {
        (_stream, _bytes, Window) = (stream, bytes, window);
    }

    /// <summary>What is in memory: the way from indices of taken values to places in the file.</summary>
    internal StructuredFile Window { get; }

    /// <summary>True when the walk has come to something that cannot be there; where it is now.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>True when the file has ended before the structure did.</summary>
    internal bool IsCutOff { get; private set; }

    /// <summary>True when bytes that belong to no item stand between items.</summary>
    internal bool HasStrayBytes { get; private set; }

    /// <summary>The byte where the walk is, counted in the file (or its UTF-8 form).</summary>
    internal long Offset => _base + _position;

    /// <summary>The kind of the value where the walk is.</summary>
    internal JsonKind Kind => new JsonValue(_bytes, _position, _filled, complete: true).Kind;

    /// <summary>Opens a file and goes to its root value. One that cannot be opened is reported, and null is returned.</summary>
    internal static JsonStream? Open(ExportFile file, ReadingOptions options, ProblemLog problems)
    {
        try
        {
            var stream = file.Open();
            // Downloads hold many thousand small files: a large window for each would keep the garbage collector busy.
            var bytes = new byte[(int)Math.Clamp((file.Length ?? FirstWindow) + 1, SmallestWindow, FirstWindow)];
            var result = new JsonStream(stream, bytes, StructuredFile.Window(bytes));
            result.Fill(0);
            if (TextDecoding.Detect(bytes.AsSpan(0, result._filled), out var mark) == TextForm.Utf8)
            {
                result._position = mark;
            }
            else
            {
                stream.Dispose();
                if (StructuredFile.Load(file, options, problems) is not { } whole)
                    return null;
                result = new JsonStream(Stream.Null, whole.Bytes, whole) { _position = whole.Start, _filled = whole.Bytes.Length, _isEnd = true };
            }

            result.SkipSpace();
            return result;
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
            return null;
        }
    }

    /// <summary>Steps into the object or array where the walk is; false for another kind.</summary>
    internal bool Enter()
    {
        if (Kind is not (JsonKind.Object or JsonKind.Array))
            return false;
        _position++;
        HasStrayBytes = false;
        return true;
    }

    /// <summary>Goes to the value of the next member; false behind the end of the object, or where it is broken.</summary>
    internal bool NextMember()
    {
        if (IsBroken)
            return false;
        while (SkipSpace() && _bytes[_position] == ',')
            _position++;
        if (_position >= _filled)
            return CutOff();
        if (_bytes[_position] == '}')
        {
            _position++;
            return false;
        }

        if (_bytes[_position] != '"')
            return Break();
        var end = EndInWindow(out var complete);
        // The name must stay in the window until the colon is found.
        var (nameAt, nameLength) = (_base + _position + 1, Math.Max(0, end - _position - 2));
        var colon = end;
        while (complete && !FindAfterSpace(ref colon))
        {
            var before = _base;
            if (!Fill(_position))
                break;
            colon -= (int)(_base - before);
        }

        if (!complete || colon >= _filled || _bytes[colon] != ':')
            return colon >= _filled || end >= _filled ? CutOff() : Break();
        var value = colon + 1;
        while (!FindAfterSpace(ref value))
        {
            var before = _base;
            if (!Fill(_position))
                return CutOff();
            value -= (int)(_base - before);
        }

        if (_bytes[value] is (byte)',' or (byte)'}' or (byte)']' or (byte)':')
        {
            _position = value;
            return Break();
        }

        _nameStart = (int)(nameAt - _base);
        _nameEnd = _nameStart + nameLength;
        _position = value;
        return true;
    }

    /// <summary>True when the member has that name; asked before its value is taken.</summary>
    internal bool IsNamed(ReadOnlySpan<byte> name) => _bytes.AsSpan(_nameStart, _nameEnd - _nameStart).SequenceEqual(name);

    /// <summary>Goes to the next item; false behind the end of the array.</summary>
    internal bool NextItem()
    {
        while (SkipSpace())
        {
            switch (_bytes[_position])
            {
                case (byte)']':
                    _position++;
                    return false;
                case (byte)',' or (byte)'}' or (byte)':':
                    HasStrayBytes |= _bytes[_position] != ',';
                    _position++;
                    continue;
                default:
                    return true;
            }
        }

        return CutOff();
    }

    /// <summary>The value where the walk is, whole; it is gone with the next step.</summary>
    internal JsonValue Take()
    {
        var end = EndInWindow(out var complete);
        var start = _position;
        if (!complete && _bytes[start] == '{' && _newStarts++ < MostNewStarts)
        {
            // What a broken object hides is found as in a list that is held whole.
            var items = new JsonItems(_bytes, start - 1, _filled);
            items.MoveNext();
            end = items.Value.End;
        }

        _position = end;
        return new JsonValue(_bytes, start, end, complete);
    }

    /// <summary>
    /// The object where the walk is, its end not looked for: whoever walks over its members to their end, and meets no
    /// damage, has found the end too (<see cref="TakeTo"/>), without a walk for that alone. Otherwise <see cref="Take"/> it.
    /// </summary>
    internal JsonValue Ahead => new(_bytes, _position, _filled, complete: true);

    /// <summary>Goes to the end of what lay ahead.</summary>
    internal void TakeTo(int end) => _position = end;

    /// <summary>Passes over the value where the walk is, whatever its size.</summary>
    internal void Skip()
    {
        if (Kind is JsonKind.Object or JsonKind.Array)
            SkipNested(default);
        else
            _position = EndInWindow(out _);
    }

    /// <summary>Passes over the rest of the object or array that the walk is in.</summary>
    internal void SkipOut(JsonKind kind)
    {
        IsBroken = false;
        var nesting = new JsonNesting();
        nesting.Open(kind == JsonKind.Object);
        SkipNested(nesting);
    }

    /// <summary>Where what lies between an earlier <see cref="Offset"/> and here is in the file.</summary>
    internal RecordPlace PlaceSince(long offset)
    {
        if (Window.End != int.MaxValue && _base == 0)
            return Window.Place((int)offset, _position);
        return new RecordPlace(offset, Offset - offset, 0);
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => _stream.Dispose();

    private bool CutOff()
    {
        (IsCutOff, _position) = (true, _filled);
        return false;
    }

    private bool Break()
    {
        IsBroken = true;
        return false;
    }

    private int EndInWindow(out bool complete)
    {
        while (true)
        {
            var end = JsonScanner.EndOfValue(_bytes, _position, _filled, out complete);
            // A value that touches the end of the window may go on behind it.
            if (end < _filled || _filled - _position >= LargestValue || !Fill(_position))
                return end;
        }
    }

    private bool SkipSpace()
    {
        while (true)
        {
            _position = JsonScanner.SkipSpace(_bytes, _position, _filled);
            if (_position < _filled)
                return true;
            if (!Fill(_position))
                return false;
        }
    }

    private bool FindAfterSpace(ref int index)
    {
        index = JsonScanner.SkipSpace(_bytes, index, _filled);
        return index < _filled;
    }

    // As JsonScanner does it in a file that is held whole.
    private void SkipNested(JsonNesting nesting)
    {
        var again = Offset;
        while (true)
        {
            if (Offset >= again)
            {
                var isEnd = JsonBlocks.Skip(_bytes, ref _position, _filled, ref nesting, out var index);
                again = _base + index;
                if (isEnd)
                    return;
            }

            var next = _bytes.AsSpan(_position, _filled - _position).IndexOfAny(Structure);
            _position = next < 0 ? _filled : _position + next;
            if (_position == _filled)
            {
                // Blocks that were cut by the end of the window may be tried again behind it.
                again = Offset;
                if (Fill(_position))
                    continue;
                IsCutOff = true;
                return;
            }

            var b = _bytes[_position];
            if (b == '"')
            {
                _position = EndInWindow(out _);
                continue;
            }

            _position++;
            if (b is (byte)'{' or (byte)'[')
                nesting.Open(b == '{');
            else if (nesting.Close(b == '}'))
                return;
        }
    }

    /// <summary>Reads on; what lies before <paramref name="keep"/> may go. False when there is no more.</summary>
    private bool Fill(int keep)
    {
        if (_isEnd)
            return false;
        if (keep > 0 && (_filled == _bytes.Length || keep == _filled))
        {
            _bytes.AsSpan(keep, _filled - keep).CopyTo(_bytes);
            _base += keep;
            _filled -= keep;
            _position -= keep;
        }

        if (_filled == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        // The window is filled before it is searched again, or a stream of small pieces would make long values quadratic.
        var got = _stream.ReadAtLeast(_bytes.AsSpan(_filled), _bytes.Length - _filled, throwOnEndOfStream: false);
        _filled += got;
        _isEnd = _filled < _bytes.Length;
        Window.Slide(_bytes, _base, _isEnd ? _filled : null);
        return got > 0;
    }
}
