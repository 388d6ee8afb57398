namespace Holdfast.Preservation;

/// <summary>
/// The last look at a text that is about to be copied: does it still hold something that nobody wrote? It knows no encoding.
/// Words are runs of letters in one case (any script); what mixes cases, digits and signs as encoded bytes do is noise.
/// A stretch in which noise outweighs words by some thousand letters is no conversation, and the file is withheld whole.
/// Behind something that was cut out a little noise is enough: it may be the rest of it.
/// </summary>
internal sealed class ProseNet
{
    // About five kilobytes of base64: more than the marks that mail servers leave.
    private const int MaxNoise = 3_000;

    // Behind a cut, and after how many letters of plain words the text is ordinary again.
    private const int MaxNoiseBehindCut = 96;
    private const int WordsUntilOrdinary = 200;

    private const int LongestWord = 40;
    private const int LongestLink = 2048;
    private const int LongestMarker = 300;
    private static readonly byte[] Marker = "[withheld by rule: "u8.ToArray();
    private static readonly byte[] Link = "://"u8.ToArray();
    private readonly ScatteredMagic _magic = new();

    private byte _last;
    private byte _beforeRun;
    private int _run;
    private int _upper;
    private int _changes;
    private int _hexLetters;
    private bool _wasNoise;
    private bool _inTag;
    private int _marker;
    private int _skip;
    private int _link;
    private int _linkMark;
    private int _noise;
    private int _words;
    private bool _isBehindCut;
    private bool _isFound;

    /// <summary>True when the text must not be copied.</summary>
    public bool IsFound => _isFound || _magic.IsFound;

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            Step(b);
    }

    /// <summary>Something that is dealt with elsewhere stands here.</summary>
    public void Pass()
    {
        Step((byte)'\n');
        _inTag = false;
    }

    /// <summary>The text ends.</summary>
    public void Complete() => Pass();

    private void Step(byte b)
    {
        if (_skip > 0)
        {
            _skip = b == ']' ? 0 : _skip - 1;
            return;
        }

        _marker = b == Marker[_marker] ? _marker + 1 : b == '[' ? 1 : 0;
        if (_marker == Marker.Length)
        {
            (_marker, _skip, _run, _noise, _words, _isBehindCut, _inTag, _link) = (0, LongestMarker, 0, 0, 0, true, false, 0);
            return;
        }

        if (!IsLink(b))
        {
            _magic.Step(b);
            Weigh(b);
        }

        _last = b;
    }

    // Addresses of web pages are full of marks; they are no noise.
    private bool IsLink(byte b)
    {
        if (_link > 0)
        {
            _link = b is <= 0x20 or (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'>' ? 0 : _link - 1;
            return _link > 0;
        }

        if (b == '\\')
            return false;
        _linkMark = b == Link[_linkMark] ? _linkMark + 1 : b == ':' ? 1 : 0;
        if (_linkMark < Link.Length)
            return false;
        (_linkMark, _link) = (0, LongestLink);
        return true;
    }

    private void Weigh(byte b)
    {
        if (char.IsAsciiLetter((char)b))
        {
            var isUpper = b < 'a';
            if (_run == 0)
                (_beforeRun, _upper, _changes, _hexLetters) = (_last, 0, 0, 0);
            else if (isUpper && _last >= 'a')
                _changes++;
            else if (!isUpper && _last < 'a' && _run - _changes > 1 && _upper > 1)
                _changes++;
            _run++;
            _upper += isUpper ? 1 : 0;
            _hexLetters += (b | 0x20) <= 'f' ? 1 : 0;
            return;
        }

        if (_run > 0)
            EndRun(b);
        if (b >= 0xC3 && b is not (0xE2 or 0xEF))
            Word(2);
        else if (b >= 0x80 && _last >= 0xC3 && _last is not (0xE2 or 0xEF))
            Word(1);
        else if (b is >= (byte)'0' and <= (byte)'9' && _wasNoise)
            Noise(1);
        else
            _wasNoise = false;
        _inTag = b == '<' || (_inTag && b is not (byte)'>' and not (byte)'\n');
    }

    private void EndRun(byte after)
    {
        var run = _run;
        _run = 0;
        var isTouched = IsTouching(_beforeRun) || IsTouching(after);
        var isHex = _hexLetters == run && (char.IsAsciiDigit((char)_beforeRun) || char.IsAsciiDigit((char)after));
        var isWord = _changes <= (run >= 6 ? 1 : 0) && run <= LongestWord && !isHex && (run >= 3 || !isTouched);
        _wasNoise = !isWord;
        if (isWord)
            Word(_inTag ? 0 : run);
        else
            Noise(run);
    }

    private void Word(int letters)
    {
        _noise = Math.Max(0, _noise - letters);
        _words += letters;
        if (_words > WordsUntilOrdinary)
            _isBehindCut = false;
    }

    private void Noise(int letters)
    {
        _noise += letters;
        if (letters > 2)
            _words = Math.Max(0, _words - 4 * letters);
        _isFound |= _noise > (_isBehindCut ? MaxNoiseBehindCut : MaxNoise);
        _noise = Math.Min(_noise, MaxNoise + 1);
    }

    private static bool IsTouching(byte b) =>
        b is > 0x20 and < 0x7F && b is not ((byte)'.' or (byte)',' or (byte)'!' or (byte)'?' or (byte)'\'' or (byte)'"' or (byte)'(' or
            (byte)')' or (byte)':' or (byte)';' or (byte)'-' or (byte)'<' or (byte)'>' or (byte)'_');
}
