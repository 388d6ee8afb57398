namespace Holdfast.Preservation;

/// <summary>
/// Reads a text once, in constant memory, and finds what it carries: base64 runs of pictures, videos, documents and unknown
/// files (<see cref="Runs"/>), and traces of any that stand there in another form (<see cref="HasLeaks"/>). Any bytes may
/// be fed; nothing is thrown.
/// </summary>
/// <remarks>
/// Base64 has no mark at its start, so every token of base64 digits is the possible start of a run, and a magic number is
/// looked for at every digit. A run goes on over line ends, indents, quote marks and the escapes of JSON, HTML,
/// quoted-printable and URLs. What decides is what the digits decode to: something that may show something is recorded,
/// plain text and sound stay. Doubt is settled towards recording: the original keeps its fingerprint either way.
/// </remarks>
internal sealed class EmbeddedScanner
{
    // Room to look back at "data:image/png;base64," and ahead over the longest escape.
    private const int Behind = 128;
    private const int Ahead = 16;

    // More runs than this are not listed one by one: the file is withheld whole (memory).
    private const int MaxRuns = 100_000;

    private readonly byte[] _buffer = new byte[Behind + 32 * 1024];
    private readonly Base64Runs _runs;
    private readonly List<long> _finds = [];
    private long _base;
    private int _at;
    private int _end;
    private ushort _matcher;
    private long _length;
    private long _controls;
    private bool _hasNul;

    public EmbeddedScanner(int depth = 0) => _runs = new Base64Runs(depth);

    /// <summary>The runs, in file order.</summary>
    public IReadOnlyList<EmbeddedRun> Runs => _runs.Found;

    /// <summary>Where base64 stands that was read and carries nothing, in file order.</summary>
    public IReadOnlyList<(long Start, long End)> Cleared => _runs.Cleared;

    /// <summary>True when the text shows traces of a file that cannot be cut out.</summary>
    public bool HasLeaks => _runs.IsScattered || _finds.Count > 0 || _runs.Found.Count >= MaxRuns;

    /// <summary>True when the bytes are not text after all.</summary>
    public bool IsBinary => _hasNul || MediaSniffer.TooManyControls(_controls, _length);

    public void Reset()
    {
        (_base, _at, _end, _matcher, _length, _controls, _hasNul) = (0, 0, 0, 0, 0, 0, false);
        _finds.Clear();
        _runs.Reset();
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        SignatureMatcher.Scan(bytes, 0, ref _matcher, _finds);
        _length += bytes.Length;
        CountControls(bytes);

        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, _buffer.Length - _end)];
            part.CopyTo(_buffer.AsSpan(_end));
            _end += part.Length;
            bytes = bytes[part.Length..];
            Read(Ahead);
            var drop = Math.Max(0, _at - Behind);
            _buffer.AsSpan(drop, _end - drop).CopyTo(_buffer);
            (_base, _at, _end) = (_base + drop, _at - drop, _end - drop);
        }
    }

    /// <summary>Passes over bytes that were dealt with in another way; no run reaches across them.</summary>
    public void Skip(long length)
    {
        Complete();
        (_base, _at, _end, _matcher) = (_base + _end + length, 0, 0, 0);
    }

    public void Complete()
    {
        Read(1);
        _runs.Complete();
    }

    private void CountControls(ReadOnlySpan<byte> bytes)
    {
        for (int next; (next = bytes.IndexOfAny(MediaSniffer.Controls)) >= 0; bytes = bytes[(next + 1)..])
        {
            _controls++;
            _hasNul |= bytes[next] == 0;
        }
    }

    private void Read(int ahead)
    {
        while (_end - _at >= ahead && _runs.Found.Count < MaxRuns)
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            if (!_runs.IsOpen)
            {
                // The fast way through ordinary text: to the next byte that can begin a digit.
                var skip = Base64Unit.IndexOfStart(rest);
                if (skip != 0)
                {
                    _at = skip < 0 ? _end : _at + skip;
                    continue;
                }

                if (Base64Unit.LengthOfWord(rest) is var word and > 0 && !(_at > 0 && _buffer[_at - 1] is (byte)',' or (byte)'C' or (byte)'c'))
                {
                    _at += word;
                    continue;
                }
            }

            var unit = Base64Unit.Read(rest);
            _runs.Step(unit, _base + _at, _buffer.AsSpan(Math.Max(0, _at - Behind), Math.Min(_at, Behind)));
            _at += unit.Length;
        }

        if (_runs.Found.Count >= MaxRuns)
            _at = _end;
    }
}
