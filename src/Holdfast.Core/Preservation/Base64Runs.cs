namespace Holdfast.Preservation;

/// <summary>
/// Joins base64 digits into runs and keeps those that carry something to withhold. The work of
/// <see cref="EmbeddedScanner"/>, one unit at a time.
/// </summary>
internal sealed class Base64Runs(int depth)
{
    // A picture of fewer digits (21 bytes) cannot exist.
    private const int MinDigits = 28;

    // Lines of base64 are longer than words: from this length on a run of unknown content goes over a line end.
    private const int MinLine = 24;

    // A token this long is no word.
    private const int LongToken = 128;

    // How many digits stand behind a magic number before it is judged (45 bytes).
    private const int ProbeDigits = 60;

    // Unknown bytes without a magic number are withheld from this size on. Mail signatures and server marks are smaller,
    // and no picture format without a magic number is known.
    private const int MinUnknown = 4096;

    // After a picture, pieces of base64 this near are taken for its rest, cut off by something that is no base64.
    private const int WakeLength = 512;

    // A picture in more pieces than this is not cut out piece by piece.
    private const int MaxWakes = 8;

    // Places beyond this number are not kept (memory).
    private const int MaxCleared = 100_000;

    private const int RingSize = 512;
    private readonly RunContent _content = new(depth);
    private readonly byte[] _digits = new byte[RingSize];
    private readonly long[] _starts = new long[RingSize];
    private readonly long[] _ends = new long[RingSize];
    private readonly long[] _probes = new long[8];
    private readonly List<EmbeddedRun> _found = [];
    private readonly List<(long Start, long End)> _cleared = [];

    // Digits are counted from the start of the run: seen, accepted as part of it, and fed to the content. The content
    // lags behind, so that a run can still be cut where a magic number turns up.
    private long _seen;
    private long _accepted;
    private long _fed;
    private long _first;
    private int _probeCount;
    private long _token;
    private long _previousToken;
    private long _width;
    private long _start;
    private long _padEnd;
    private long _wakeUntil = -1;
    private int _wakes;
    private int _lines;
    private int _lineEnds;
    private int _rolling;
    private int _classes;
    private bool _isBetween;
    private bool _isTokenAccepted;
    private bool _isHot;
    private bool _isPadded;
    private bool _isQuotedPrintable;
    private string? _declared;

    /// <summary>True inside a run.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<EmbeddedRun> Found => _found;

    /// <summary>Where runs stand that were read and carry nothing.</summary>
    public IReadOnlyList<(long Start, long End)> Cleared => _cleared;

    /// <summary>True when something lies there in so many pieces that some may be missed.</summary>
    public bool IsScattered { get; private set; }

    public void Reset()
    {
        IsScattered = false;
        _cleared.Clear();
        IsOpen = false;
        _wakeUntil = -1;
        _found.Clear();
    }

    /// <summary>Takes the next unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="at">Its place in the file.</param>
    /// <param name="before">The bytes just before it.</param>
    public void Step(Base64Unit unit, long at, ReadOnlySpan<byte> before)
    {
        switch (unit.Kind)
        {
            // A line that begins with two hyphens is a MIME boundary or an armour line, not base64.
            case UnitKind.Hyphens when IsOpen && _isBetween && _lineEnds > 0:
                End();
                break;
            case UnitKind.Digit or UnitKind.Hyphens:
                Digit(unit, at, before);
                break;
            case UnitKind.Nothing:
                break;
            case UnitKind.QuoteMark when _isBetween && _lineEnds > 0:
                break;
            case var _ when !IsOpen:
                break;
            case UnitKind.Pad:
                Pad(at + unit.Length);
                break;
            case UnitKind.PadOrSoftBreak when _isPadded:
                Pad(at + 1);
                break;
            case UnitKind.PadOrSoftBreak:
                SoftBreak(at + 1);
                break;
            case UnitKind.LineEnd:
                LineEnd();
                break;
            case UnitKind.Blank:
                Blank();
                break;
            default:
                if (!_isBetween && !_isPadded)
                    EndToken(unit.Value);
                End();
                break;
        }
    }

    /// <summary>The text ends.</summary>
    public void Complete()
    {
        if (IsOpen && !_isBetween && !_isPadded)
            EndToken((byte)'\n');
        End();
    }

    private void End()
    {
        if (!IsOpen)
            return;
        while (_probeCount > 0)
            Probe();
        Close(_accepted);
        IsOpen = false;
    }

    private void Digit(Base64Unit unit, long at, ReadOnlySpan<byte> before)
    {
        if (IsOpen && _isPadded)
            End();
        if (!IsOpen)
            Open(at, before);
        else if (_isBetween)
            BeginToken();

        var slot = (int)(_seen % RingSize);
        (_digits[slot], _starts[slot], _ends[slot]) = (unit.Value, at, at + unit.Length);
        _seen++;
        _token++;
        _rolling = (_rolling << 6 | unit.Value) & 0xFFFFFF;
        _classes |= unit.Value switch { < 26 => 1, < 52 => 2, < 62 => 4, _ => 8 };
        if (!_isTokenAccepted && _token >= LongToken)
            _isTokenAccepted = true;
        if (_isTokenAccepted)
            _accepted = _seen;
        if (_token >= 4 && MayStart())
            AddProbe(_seen - 4);
        if (_probeCount > 0 && _seen - _probes[0] >= ProbeDigits)
            Probe();
        FeedUntil(Math.Min(_accepted, _seen - ProbeDigits - 4));
    }

    private void Open(long at, ReadOnlySpan<byte> before)
    {
        IsOpen = true;
        (_seen, _accepted, _fed, _first, _probeCount) = (0, 0, 0, 0, 0);
        (_token, _previousToken, _width, _lines, _lineEnds, _classes) = (0, 0, 0, 0, 0, 0);
        (_isBetween, _isTokenAccepted, _isPadded, _isQuotedPrintable) = (false, true, false, false);
        (_start, _padEnd) = (at, 0);
        _declared = DataUri.DeclaredType(before);
        _isHot = _declared is not null;
        _content.Begin();
    }

    private void BeginToken()
    {
        (_isBetween, _isTokenAccepted) = (false, false);
        (_token, _lineEnds) = (0, 0);
    }

    // In a picture that is being read, bytes that look like another magic number mean nothing, unless a line begins with
    // them after a line that can have been the last one.
    private bool MayStart() => (!_isHot || _previousToken > 100 || (_lines > 1 && _previousToken < _width))
        ? MagicPrefix.IsStrong(_rolling) && (!_isHot || _token == 4) || (!_isHot && _token == 4 && MagicPrefix.IsWeak(_rolling))
        : false;

    private void AddProbe(long digit)
    {
        if (_probeCount < _probes.Length)
            _probes[_probeCount++] = digit;
    }

    private void Probe()
    {
        var digit = _probes[0];
        _probes.AsSpan(1, --_probeCount).CopyTo(_probes);
        var count = (int)Math.Min(_seen - digit, ProbeDigits);
        if (digit < _fed || count < MinDigits)
            return;
        Span<byte> bytes = stackalloc byte[ProbeDigits / 4 * 3];
        for (var i = 0; i + 4 <= count; i += 4)
        {
            var group = 0;
            for (var j = 0; j < 4; j++)
                group = group << 6 | _digits[(digit + i + j) % RingSize];
            (bytes[i / 4 * 3], bytes[i / 4 * 3 + 1], bytes[i / 4 * 3 + 2]) = ((byte)(group >> 16), (byte)(group >> 8 & 0xFF), (byte)(group & 0xFF));
        }

        if (MediaSniffer.BySignature(bytes[..(count / 4 * 3)]) is { MayShowSomething: true, Kind: not MediaKind.Unknown })
            CutBefore(digit);
    }

    // The run begins at this digit; what stood before it was something else.
    private void CutBefore(long digit)
    {
        if (digit > _first)
        {
            FeedUntil(digit);
            Close(digit);
            (_start, _first, _fed, _width, _lines, _declared) = (_starts[digit % RingSize], digit, digit, 0, 0, null);
            _content.Begin();
        }

        _isHot = true;
        _isTokenAccepted = true;
        _accepted = _seen;
        _probeCount = 0;
    }

    private void LineEnd()
    {
        if (_isPadded)
        {
            End();
            return;
        }

        if (_isBetween)
        {
            if (++_lineEnds >= 2)
                End();
            return;
        }

        if (!EndToken((byte)'\n'))
            return;
        var isLast = _lines > 1 && _token < _width;
        if (isLast || (!_isHot && _probeCount == 0 && _token < MinLine))
        {
            End();
            return;
        }

        if (++_lines <= 2)
            _width = _token;
        (_isBetween, _lineEnds, _padEnd) = (true, 1, 0);
    }

    private void SoftBreak(long padEnd)
    {
        if (_isBetween)
        {
            End();
            return;
        }

        if (!EndToken((byte)'='))
            return;
        _isQuotedPrintable |= (_accepted - _first) % 4 != 3;
        (_isBetween, _lineEnds) = (true, 1);
        _padEnd = (_accepted - _first) % 4 == 3 ? padEnd : 0;
    }

    private void Blank()
    {
        if (_isPadded)
            End();
        if (!IsOpen || _isBetween || !EndToken((byte)' '))
            return;
        if (_token >= (_isHot || _probeCount > 0 ? 16 : 48))
            (_isBetween, _lineEnds) = (true, 0);
        else
            End();
    }

    private void Pad(long end)
    {
        if (_isBetween && !_isPadded)
        {
            End();
            return;
        }

        if (!_isPadded && !EndToken((byte)'='))
            return;
        (_isPadded, _padEnd) = (true, end);
    }

    // Decides whether the token that just ended belongs to the run. False when it does not; the run is closed then.
    private bool EndToken(byte terminator)
    {
        if (!_isTokenAccepted)
        {
            var odd = (_accepted - _first) % 4 == 0 && _token % 4 != 0;
            var isWord = _token <= 16 && (_classes & 8) == 0 && terminator == '\n' && odd && _lines <= 1;
            var isProse = _token < 32 && terminator is (byte)' ' or (byte)',' or (byte)'.' or (byte)'!' or (byte)'?' or (byte)':';
            var isAfterPad = _padEnd > 0 && !_isQuotedPrintable && _token < 32;
            if (isWord || isProse || isAfterPad)
            {
                _seen = _accepted;
                while (_probeCount > 0 && _probes[_probeCount - 1] + MinDigits > _seen)
                    _probeCount--;
                End();
                return false;
            }

            (_isTokenAccepted, _accepted, _padEnd) = (true, _seen, 0);
        }

        _previousToken = _token;
        return true;
    }

    private void FeedUntil(long digit)
    {
        for (; _fed < digit; _fed++)
            _content.Add(_digits[_fed % RingSize]);
    }

    // Settles the digits from _first up to this one.
    private void Close(long until)
    {
        FeedUntil(until);
        var count = _content.Digits;
        if (count < (_declared is not null ? 8 : MinDigits))
            return;
        var end = Math.Max(_ends[(until - 1) % RingSize], until == _accepted ? _padEnd : 0);
        if (_isHot)
        {
            _content.Finish();
            Record(end, _content.Type.MayShowSomething && _content.Type.Kind != MediaKind.Unknown
                ? _content.Type
                : DataUri.ToType(_declared));
            (_wakeUntil, _wakes) = (end + WakeLength, 0);
            return;
        }

        var isWake = _start < _wakeUntil && count >= 32 && (_classes & 7) == 7;
        if (count < 64 && !isWake)
            return;
        _content.Finish();
        var withhold = _content.Type.Kind switch
        {
            MediaKind.Text or MediaKind.Sound => _content.CarriesMore,
            MediaKind.Unknown => isWake || _content.Length >= MinUnknown,
            _ => true,
        };
        if (!withhold)
        {
            if (_content.Type.Kind is MediaKind.Text or MediaKind.Sound && _cleared.Count < MaxCleared)
                _cleared.Add((_start, end));
            return;
        }

        Record(end, _content.Type);
        if (isWake)
        {
            _wakeUntil = end + WakeLength;
            IsScattered |= ++_wakes > MaxWakes;
        }
    }

    private void Record(long end, MediaType type)
    {
        _found.Add(new(_start, end - _start, type, _content.Length, _content.Sha256()));
        foreach (var inner in _content.Inner)
            _found.Add(inner with { Offset = _start, Length = 0, IsNested = true });
    }
}
