using System.Security.Cryptography;

namespace Holdfast.Preservation;

/// <summary>
/// The decoded bytes of one run (base64 digits, or bytes decoded elsewhere) as they come, in constant memory: counts and hashes them, keeps their head for
/// sniffing, and reads decoded text once more for what it carries in turn. Cheap to begin, since every word of a text is
/// the possible start of a run.
/// </summary>
internal sealed class RunContent(int depth)
{
    // Deeper than this, text in text in text is withheld unread (stack and time).
    private const int MaxDepth = 3;
    private const int BlockSize = 3 * 1024;
    private readonly byte[] _block = new byte[BlockSize];
    private IncrementalHash? _hash;
    private EmbeddedScanner? _inner;
    private ProseNet? _net;
    private SoundInset? _inset;
    private bool _hashing;
    private int _filled;
    private int _bits;
    private int _digits;

    /// <summary>Number of whole bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Number of base64 digits so far.</summary>
    public long Digits { get; private set; }

    /// <summary>The form, once <see cref="Finish"/> was called or the first block is full.</summary>
    public MediaType Type { get; private set; }

    /// <summary>True when the decoded text carries something itself.</summary>
    public bool CarriesMore { get; private set; }

    /// <summary>What the decoded text carries.</summary>
    public IReadOnlyList<EmbeddedRun> Inner => _inner?.Runs ?? [];

    public void Begin()
    {
        (_filled, _bits, _digits, Length, Digits, CarriesMore) = (0, 0, 0, 0, 0, false);
        Type = MediaType.Unknown;
        if (_hashing)
            _hash!.GetHashAndReset();
        _hashing = false;
        _inner?.Reset();
        (_net, _inset) = (null, null);
    }

    public void Add(int digit)
    {
        _bits = (_bits << 6 | digit) & 0xFFFFFF;
        Digits++;
        if (++_digits < 4)
            return;
        Put((byte)(_bits >> 16));
        Put((byte)(_bits >> 8 & 0xFF));
        Put((byte)(_bits & 0xFF));
        _digits = 0;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            Put(b);
    }

    /// <summary>The run is complete: settles the form and what lies inside.</summary>
    public void Finish()
    {
        // RFC 4648 section 4: two digits left hold one byte, three hold two.
        if (_digits >= 2)
            Put((byte)(_bits >> (_digits == 2 ? 4 : 10) & 0xFF));
        if (_digits == 3)
            Put((byte)(_bits >> 2 & 0xFF));
        _digits = 0;
        if (!_hashing)
            Type = MediaSniffer.Sniff(_block.AsSpan(0, _filled));
        Flush();
        if (_inner is null || !ReadsInside)
            return;
        _inner.Complete();
        _net?.Complete();
        CarriesMore = _net is { IsFound: true } || _inset is { IsFound: true } || _inner.Runs.Count > 0 || _inner.HasLeaks || (Type.Kind == MediaKind.Text && _inner.IsBinary);
    }

    /// <summary>SHA-256 of all decoded bytes; call once, after <see cref="Finish"/>.</summary>
    public string Sha256()
    {
        _hashing = false;
        return Convert.ToHexStringLower(_hash!.GetHashAndReset());
    }

    // Text may carry runs of its own; sound may carry a cover picture. Anything else is withheld as it is.
    private bool ReadsInside => !Type.MayShowSomething;

    private void Put(byte b)
    {
        if (_filled == BlockSize)
            Flush();
        _block[_filled++] = b;
        Length++;
    }

    private void Flush()
    {
        var block = _block.AsSpan(0, _filled);
        if (!_hashing)
        {
            if (_filled == BlockSize)
                Type = MediaSniffer.Sniff(block);
            _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            _hashing = true;
        }

        _hash!.AppendData(block);
        if (ReadsInside)
        {
            if (depth + 1 >= MaxDepth)
                CarriesMore = true;
            else
                (_inner ??= new EmbeddedScanner(depth + 1)).Feed(block);
            if (Type.Kind == MediaKind.Sound)
                (_inset ??= new()).Feed(block);
            else
                (_net ??= new()).Feed(block);
        }

        _filled = 0;
    }
}
