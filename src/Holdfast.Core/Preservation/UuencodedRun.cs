namespace Holdfast.Preservation;

/// <summary>
/// Finds uuencoded files among the lines of a text (POSIX <c>uuencode</c>, historical algorithm): a "begin" line, lines whose
/// first character tells their length, an "end" line.
/// </summary>
internal sealed class UuencodedRun
{
    private readonly RunContent _content = new(0);
    private long _start = -1;
    private long _end;
    private int _lines;

    public void Line(ReadOnlySpan<byte> text, long at, bool isStart, List<EmbeddedRun> found)
    {
        if (isStart && IsBegin(text))
        {
            End(found);
            (_start, _end, _lines) = (at, at + text.Length, 0);
            _content.Begin();
            return;
        }

        if (_start < 0)
            return;
        if (isStart && text.SequenceEqual("end"u8))
        {
            _end = at + 3;
            End(found);
        }
        else if (isStart && text is [(byte)'`' or (byte)' '] or [])
        {
            _end = at + text.Length;
        }
        else if (isStart && Data(text))
        {
            _end = at + text.Length;
            _lines++;
        }
        else
        {
            End(found);
        }
    }

    /// <summary>The file, if any, is over.</summary>
    public void End(List<EmbeddedRun> found)
    {
        if (_start < 0)
            return;
        var start = _start;
        _start = -1;
        if (_lines == 0)
            return;
        _content.Finish();
        if (!_content.Type.MayShowSomething && !_content.CarriesMore)
            return;
        found.Add(new(start, _end - start, _content.Type, _content.Length, _content.Sha256()));
        foreach (var inner in _content.Inner)
            found.Add(inner with { Offset = start, Length = 0, IsNested = true });
    }

    private static bool IsBegin(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("begin "u8))
            return false;
        var rest = text[6..];
        var mode = rest.IndexOf((byte)' ');
        return mode is 3 or 4 && !rest[..mode].ContainsAnyExceptInRange((byte)'0', (byte)'7') && rest.Length > mode + 1;
    }

    private bool Data(ReadOnlySpan<byte> text)
    {
        if (text[0] is < 32 or > 96)
            return false;
        var count = (text[0] - 32) & 63;
        var digits = text[1..];

        // Blank space at the end of a line is often lost on the way; a check character may follow.
        if (count == 0 || digits.Length > (count + 2) / 3 * 4 + 1 || digits.ContainsAnyExceptInRange((byte)32, (byte)96))
            return false;
        Span<byte> group = stackalloc byte[3];
        for (var (i, left) = (0, count); left > 0; i += 4, left -= 3)
        {
            var bits = 0;
            for (var j = 0; j < 4; j++)
                bits = bits << 6 | (i + j < digits.Length ? (digits[i + j] - 32) & 63 : 0);
            (group[0], group[1], group[2]) = ((byte)(bits >> 16), (byte)(bits >> 8 & 0xFF), (byte)(bits & 0xFF));
            _content.Add(group[..Math.Min(3, left)]);
        }

        return true;
    }
}
