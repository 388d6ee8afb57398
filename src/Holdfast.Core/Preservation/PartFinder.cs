using MimeKit;
using MimeKit.Encodings;

namespace Holdfast.Preservation;

/// <summary>
/// Finds files that mails and mailboxes carry as MIME parts in whatever encoding (RFC 2045, 2046), and uuencoded files in any
/// text. It reads line by line in constant memory and knows only as much of MIME as that needs: headers, boundaries, the
/// type and the encoding of each part. A full parser would hold parts in memory and may refuse damaged mail; this one
/// cannot fail. What both miss is caught by <see cref="EmbeddedScanner"/>, which reads the same bytes without any structure.
/// </summary>
internal sealed class PartFinder
{
    private const int MaxParts = 100_000;
    private const int MaxBoundaries = 1_000;
    private const int MaxField = 8 * 1024;
    private readonly LineCutter _lines = new();
    private readonly List<EmbeddedRun> _found = [];
    private readonly HashSet<string> _boundaries = new(StringComparer.Ordinal);
    private readonly List<byte> _field = [];
    private readonly RunContent _content = new(0);
    private readonly UuencodedRun _uu = new();
    private readonly byte[] _lineEnd = new byte[2];
    private byte[] _decoded = new byte[1024];
    private IMimeDecoder? _decoder;
    private ContentType? _type;
    private string _encoding = "";
    private long _start;
    private long _contentEnd;
    private int _lineEndLength;
    private bool _inHeaders = true;
    private bool _isMailbox;
    private bool _isFirst = true;
    private bool _wasBlank;
    private bool _isDecoding;
    private bool _isMarker;
    private bool _isUnsure;

    /// <summary>The parts to withhold, in file order.</summary>
    public IReadOnlyList<EmbeddedRun> Found => _found;

    /// <summary>
    /// True when there are too many parts or boundaries to follow, or a part is written in a way that is not known; the file is
    /// then withheld whole.
    /// </summary>
    public bool IsOverLimit => _isUnsure || _found.Count >= MaxParts || _boundaries.Count >= MaxBoundaries;

    public void Feed(ReadOnlySpan<byte> bytes) => _lines.Feed(bytes, Line);

    public void Complete()
    {
        _lines.Complete(Line);
        EndPart();
        _uu.End(_found);
    }

    private void Line(ReadOnlySpan<byte> line, long at, bool isStart)
    {
        if (IsOverLimit)
            return;
        var text = line.TrimEnd("\r\n"u8);
        if (isStart && (IsBoundary(text) || IsMailboxStart(text)))
        {
            _uu.End(_found);
            EndPart();
            (_inHeaders, _type, _encoding, _wasBlank) = (true, null, "", false);
            _isFirst = false;
            _field.Clear();
            return;
        }

        if (_inHeaders)
            Header(text, at + line.Length, isStart);
        if (!_inHeaders)
            Body(line, text, at, isStart);
        _wasBlank = text.IsEmpty;
    }

    // RFC 2046 section 5.1.1: two hyphens, the boundary, perhaps two more, and blank space.
    private bool IsBoundary(ReadOnlySpan<byte> text)
    {
        if (_boundaries.Count == 0 || !text.StartsWith("--"u8) || text.Length > 512)
            return false;
        var name = System.Text.Encoding.Latin1.GetString(text[2..].TrimEnd(" \t"u8));
        return _boundaries.Contains(name) || (name.EndsWith("--", StringComparison.Ordinal) && _boundaries.Contains(name[..^2]));
    }

    // RFC 4155: each mail of a mailbox begins with a "From " line after a blank one.
    private bool IsMailboxStart(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("From "u8) || !(_isFirst || (_isMailbox && _wasBlank)))
            return false;
        _isMailbox = true;
        _boundaries.Clear();
        return true;
    }

    private void Header(ReadOnlySpan<byte> text, long next, bool isStart)
    {
        _isFirst = false;
        if (isStart && text.IsEmpty)
        {
            EndField();
            BeginBody(next);
            return;
        }

        var isFolded = !isStart || text is [(byte)' ' or (byte)'\t', ..];
        if (!isFolded)
        {
            EndField();
            var colon = text.IndexOf((byte)':');
            var isHeader = colon > 0 && !text[..colon].ContainsAnyExceptInRange((byte)33, (byte)126);
            if (!isHeader)
            {
                // No mail, or a part without headers: what follows is body.
                _inHeaders = false;
                (_type, _isDecoding) = (null, false);
                return;
            }
        }

        if (_field.Count + text.Length <= MaxField)
            _field.AddRange(text);
    }

    private void EndField()
    {
        var field = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_field);
        var colon = field.IndexOf((byte)':');
        if (colon > 0)
        {
            var name = field[..colon];
            var value = field[(colon + 1)..];
            if (System.Text.Ascii.EqualsIgnoreCase(name, "content-type"u8))
                _type = ContentType.TryParse(value.ToArray(), out var type) ? type : new ContentType("application", "octet-stream");
            else if (System.Text.Ascii.EqualsIgnoreCase(name, "content-transfer-encoding"u8))
                SetEncoding(value);
        }

        _field.Clear();
    }

    // RFC 2045 section 6.1: one token; comments (RFC 5322 section 3.2.2) mean nothing. What is said twice, or not known, is
    // read by other programs in ways that nobody can foresee.
    private void SetEncoding(ReadOnlySpan<byte> value)
    {
        var text = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var b in value)
        {
            depth = b == '(' ? depth + 1 : b == ')' && depth > 0 ? depth - 1 : depth;
            text.Append(depth > 0 || b is (byte)'(' or (byte)')' or (byte)'"' or (byte)';' or (byte)'\t' ? ' ' : (char)b);
        }

        var token = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").ToLowerInvariant();
        _isUnsure |= (_encoding.Length > 0 && _encoding != token) ||
            token is not ("" or "7bit" or "8bit" or "binary" or "base64" or "quoted-printable" or "x-uuencode" or "uuencode" or "x-uue");
        _encoding = token;
    }

    private void BeginBody(long start)
    {
        if (_type is { } multipart && multipart.IsMimeType("multipart", "*"))
        {
            if (multipart.Boundary is { Length: > 0 } boundary)
                _boundaries.Add(boundary.TrimEnd());
            (_inHeaders, _type, _isDecoding) = (false, null, false);
            return;
        }

        var isPlain = _encoding is not ("base64" or "quoted-printable" or "x-uuencode" or "uuencode" or "x-uue");
        if (_type is { } message && message.IsMimeType("message", "*") && isPlain)
        {
            // A mail inside a mail: its own headers follow.
            (_type, _encoding) = (null, "");
            return;
        }

        _inHeaders = false;
        _isDecoding = !isPlain || (_type is not null && !_type.IsMimeType("text", "*"));
        if (!_isDecoding)
            return;
        _decoder = _encoding switch
        {
            "base64" => new Base64Decoder(),
            "quoted-printable" => new QuotedPrintableDecoder(),
            "x-uuencode" or "uuencode" or "x-uue" => new UUDecoder(),
            _ => null,
        };
        _content.Begin();
        (_start, _contentEnd, _lineEndLength, _isMarker) = (start, start, 0, false);
    }

    private void Body(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, long at, bool isStart)
    {
        if (!_isDecoding)
        {
            _uu.Line(text, at, isStart, _found);
            return;
        }

        // The blank line that ends the headers is no body.
        if (at < _start)
            return;
        if (at == _start)
            _isMarker = text.StartsWith("[withheld by rule: "u8) && text.Length < 300;
        else if (!text.IsEmpty)
            _isMarker = false;

        // The line end before a boundary belongs to the boundary: it is held back until the next line is there.
        Decode(_lineEnd.AsSpan(0, _lineEndLength));
        Decode(text);
        var end = line[text.Length..];
        var keep = Math.Max(0, end.Length - 2);
        Decode(end[..keep]);
        end[keep..].CopyTo(_lineEnd);
        _lineEndLength = end.Length - keep;
        if (!text.IsEmpty)
            _contentEnd = at + text.Length;
    }

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        if (_decoder is null)
        {
            _content.Add(bytes);
            return;
        }

        var size = _decoder.EstimateOutputLength(bytes.Length);
        if (_decoded.Length < size)
            _decoded = new byte[size];
        var count = _decoder.Decode(bytes.ToArray(), 0, bytes.Length, _decoded);
        _content.Add(_decoded.AsSpan(0, count));
    }

    private void EndPart()
    {
        if (!_isDecoding)
            return;
        _isDecoding = false;
        _content.Finish();
        if (_contentEnd == _start || _isMarker || MayStay())
            return;
        var type = _content.Type is { MayShowSomething: true, Kind: not MediaKind.Unknown } known
            ? known
            : DataUri.ToType(_type?.MimeType.ToLowerInvariant());
        _found.Add(new(_start, _contentEnd - _start, type, _content.Length, _content.Sha256()));
        foreach (var inner in _content.Inner)
            _found.Add(inner with { Offset = _start, Length = 0, IsNested = true });
    }

    // Pictures and videos never stay. Anything else stays when its content is text or sound and nothing more; text that
    // carries something is left to the scanner, which can cut it out.
    private bool MayStay()
    {
        if (_content.Type.MayShowSomething)
            return false;
        var isText = _type is null || _type.IsMimeType("text", "*") || _type.IsMimeType("message", "*");
        if (isText)
            return _content.Type.Kind == MediaKind.Text || !_content.CarriesMore;
        return (_type!.IsMimeType("application", "*") || _type.IsMimeType("audio", "*")) && !_content.CarriesMore;
    }
}
