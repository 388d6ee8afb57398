using System.Globalization;
using System.Text;

namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>
/// The words of an RTF body. Where it wraps HTML (<c>\fromhtml1</c>, [MS-OXRTFEX]), the HTML comes out: what stands in
/// <c>\*\htmltag</c> groups and the text that is not between <c>\htmlrtf</c> and <c>\htmlrtf0</c>. It never fails: what is not
/// understood is passed over, as RTF asks of its readers.
/// </summary>
internal sealed class RtfText
{
    private const int MostGroups = 10_000;

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr", "footerf", "generator", "listtable", "listoverridetable", "rsidtbl", "themedata", "datastore", "xmlnstbl", "latentstyles",
        "fldinst", "bkmkstart", "bkmkend", "filetbl", "revtbl", "pntext", "mhtmltag",
    };

    private readonly byte[] _rtf;
    private readonly StringBuilder _text = new();
    private readonly List<byte> _bytes = [];
    private readonly Stack<State> _outer = new();
    private readonly Dictionary<int, int> _fontPages = [];
    private State _now = new() { UnicodeSkip = 1 };
    private int _codePage = 1252;
    private int _position;
    private int _toSkip;

    private RtfText(byte[] rtf) => _rtf = rtf;

    /// <summary>True when the text is HTML.</summary>
    internal bool IsHtml { get; private set; }

    /// <summary>Reads an RTF body.</summary>
    /// <param name="rtf">Its bytes.</param>
    /// <param name="isHtml">True when what comes back is HTML.</param>
    internal static string Convert(byte[] rtf, out bool isHtml)
    {
        var reader = new RtfText(rtf);
        reader.Read();
        isHtml = reader.IsHtml;
        return reader._text.ToString();
    }

    private void Read()
    {
        while (_position < _rtf.Length)
        {
            var b = _rtf[_position++];
            switch (b)
            {
                case (byte)'{':
                    Flush();
                    _toSkip = 0;
                    if (_outer.Count < MostGroups)
                        _outer.Push(_now);
                    _now.IsNew = true;
                    break;
                case (byte)'}':
                    Flush();
                    _toSkip = 0;
                    if (_outer.TryPop(out var before))
                        _now = before;
                    break;
                case (byte)'\\':
                    Control();
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Byte(b);
                    break;
            }
        }

        Flush();
    }

    private void Control()
    {
        if (_position >= _rtf.Length)
            return;
        var b = _rtf[_position];
        if (char.IsAsciiLetter((char)b))
        {
            Word();
            return;
        }

        _position++;
        switch (b)
        {
            case (byte)'\'' when _position + 2 <= _rtf.Length && TryHex(out var value):
                _position += 2;
                Byte(value);
                break;
            case (byte)'*':
                _now.IsOptional = true;
                break;
            case (byte)'~':
                Text("\u00A0");
                break;
            case (byte)'_':
                Text("-");
                break;
            case (byte)'\\' or (byte)'{' or (byte)'}':
                Byte(b);
                break;
            case (byte)'\r' or (byte)'\n':
                Text("\n");
                break;
        }
    }

    private bool TryHex(out byte value) =>
        byte.TryParse(_rtf.AsSpan(_position, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private void Word()
    {
        var start = _position;
        while (_position < _rtf.Length && _position - start < 32 && char.IsAsciiLetter((char)_rtf[_position]))
            _position++;
        var name = Encoding.ASCII.GetString(_rtf, start, _position - start);
        start = _position;
        if (_position < _rtf.Length && _rtf[_position] == '-')
            _position++;
        while (_position < _rtf.Length && _position - start < 11 && char.IsAsciiDigit((char)_rtf[_position]))
            _position++;
        int? number = int.TryParse(_rtf.AsSpan(start, _position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
        if (_position < _rtf.Length && _rtf[_position] == ' ')
            _position++;
        if (_now.IsNew && (Unseen.Contains(name) || _now.IsOptional && name != "htmltag"))
            _now.IsHidden = true;
        if (name == "fonttbl")
            _now.IsFontTable = true;
        if (name == "htmltag" && _now.IsOptional)
            (_now.IsTag, _now.IsRtfOnly) = (true, false);
        (_now.IsNew, _now.IsOptional) = (false, false);
        Apply(name, number);
    }

    private void Apply(string name, int? number)
    {
        switch (name)
        {
            case "fromhtml":
                IsHtml = number != 0;
                break;
            case "htmlrtf":
                Flush();
                _now.IsRtfOnly = number != 0;
                break;
            case "ansicpg":
                _codePage = number ?? _codePage;
                break;
            case "f":
                Flush();
                _now.Font = number ?? 0;
                break;
            case "fcharset" when _now.IsFontTable && number is { } charset && _fontPages.Count < MostGroups:
                if (CodePageOf(charset) is { } page)
                    _fontPages[_now.Font] = page;
                break;
            case "uc":
                _now.UnicodeSkip = Math.Clamp(number ?? 1, 0, 16);
                break;
            case "u" when number is { } unit:
                Text(((char)(unit & 0xFFFF)).ToString());
                _toSkip = _now.UnicodeSkip;
                break;
            case "par" or "line" or "sect" or "page" or "row":
                Text("\n");
                break;
            case "tab" or "cell":
                Text("\t");
                break;
            case "lquote":
                Text("\u2018");
                break;
            case "rquote":
                Text("\u2019");
                break;
            case "ldblquote":
                Text("\u201C");
                break;
            case "rdblquote":
                Text("\u201D");
                break;
            case "bullet":
                Text("\u2022");
                break;
            case "endash":
                Text("\u2013");
                break;
            case "emdash":
                Text("\u2014");
                break;
            case "bin" when number is > 0:
                _position = (int)Math.Min(_rtf.Length, (long)_position + number.Value);
                break;
        }
    }

    private bool IsSeen => !_now.IsHidden && !(IsHtml && _now.IsRtfOnly && !_now.IsTag);

    private void Byte(byte b)
    {
        _now.IsNew = false;
        if (_toSkip > 0)
            _toSkip--;
        else if (IsSeen)
            _bytes.Add(b);
    }

    private void Text(string text)
    {
        Flush();
        _now.IsNew = false;
        if (_toSkip > 0)
            _toSkip--;
        else if (IsSeen)
            _text.Append(text);
    }

    private void Flush()
    {
        if (_bytes.Count == 0)
            return;
        var page = _fontPages.GetValueOrDefault(_now.Font, _codePage);
        _text.Append(EncodingOf(page).GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes)));
        _bytes.Clear();
    }

    private static Encoding EncodingOf(int page)
    {
        try
        {
            return page is > 0 and <= 65535 and not (1200 or 1201) ? Encoding.GetEncoding(page) : Encoding.Latin1;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Encoding.Latin1;
        }
    }

    private static int? CodePageOf(int charset) => charset switch
    {
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => null,
    };

    private struct State
    {
        internal bool IsNew;
        internal bool IsOptional;
        internal bool IsHidden;
        internal bool IsFontTable;
        internal bool IsTag;
        internal bool IsRtfOnly;
        internal int Font;
        internal int UnicodeSkip;
    }
}
