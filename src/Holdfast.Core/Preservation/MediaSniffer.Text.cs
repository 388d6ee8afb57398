using System.Buffers;

namespace Holdfast.Preservation;

public static partial class MediaSniffer
{
    /// <summary>True when the bytes begin with a UTF-16 byte-order mark.</summary>
    internal static bool IsUtf16(ReadOnlySpan<byte> b) => b is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>
    /// True for text in any encoding that keeps ASCII, and for UTF-16 with its mark. No form of picture that is known
    /// does without NUL bytes, so one NUL is enough to say no.
    /// </summary>
    internal static bool LooksLikeText(ReadOnlySpan<byte> b)
    {
        if (IsUtf16(b))
            return Utf16LooksLikeText(b);
        var controls = 0;
        foreach (var c in b)
        {
            if (c == 0)
                return false;
            if (IsControl(c))
                controls++;
        }

        return !TooManyControls(controls, b.Length);
    }

    /// <summary>All bytes of which <see cref="IsControl"/> is true.</summary>
    internal static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (byte)i).Where(IsControl)]);

    /// <summary>A control character that text does not use; the tab, line and page breaks, backspace and escape may be there.</summary>
    internal static bool IsControl(byte c) => c < 0x20 && c is not (0x08 or 0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1A or 0x1B);

    /// <summary>A few stray control characters happen in chats; more than one in a hundred means another kind of data.</summary>
    internal static bool TooManyControls(long controls, long length) => controls > 2 && controls * 100 > length;

    private static bool Utf16LooksLikeText(ReadOnlySpan<byte> b)
    {
        var high = b[0] == 0xFF ? 1 : 0;
        var (units, strange) = (0, 0);
        for (var i = 2; i + 1 < b.Length; i += 2, units++)
        {
            if (b[i + high] == 0 && (b[i + 1 - high] == 0 || IsControl(b[i + 1 - high])))
                strange++;

            // Unpaired surrogates, private use and unassigned halves are common in binary data and rare in text.
            if (b[i + high] is >= 0xE0 and < 0xF9)
                strange++;
        }

        return !TooManyControls(strange, units);
    }

    private static MediaType Text(ReadOnlySpan<byte> b)
    {
        var text = b.StartsWith("\uFEFF"u8) ? b[3..] : b;
        text = text.TrimStart(" \t\r\n"u8);
        if (IsSvg(text))
            return new(MediaKind.Picture, "image/svg+xml", ".svg");
        if (text.IsEmpty)
            return MediaType.PlainText;
        if (text[0] is (byte)'{' or (byte)'[' && (b.Contains((byte)'"') || text[1..].TrimStart(" \t\r\n"u8) is [(byte)'}' or (byte)']', ..]))
            return new(MediaKind.Text, "application/json", ".json");
        if (StartsWithIgnoreCase(text, "<?xml"u8))
            return new(MediaKind.Text, "application/xml", ".xml");
        if (StartsWithIgnoreCase(text, "<!doctype html"u8) || StartsWithIgnoreCase(text, "<html"u8))
            return new(MediaKind.Text, "text/html", ".html");
        if (text.StartsWith("From "u8) && text.IndexOf("\nFrom: "u8) >= 0)
            return new(MediaKind.Text, "application/mbox", ".mbox");
        if (StartsWithIgnoreCase(text, "begin:vcard"u8))
            return new(MediaKind.Text, "text/vcard", ".vcf");
        return LooksLikeMail(text) ? new(MediaKind.Text, "message/rfc822", ".eml") : MediaType.PlainText;
    }

    // An SVG drawing: its first element (after declaration, comments and document type) is "svg".
    private static bool IsSvg(ReadOnlySpan<byte> text)
    {
        for (var steps = 0; steps < 64 && text is [(byte)'<', ..]; steps++)
        {
            if (StartsWithIgnoreCase(text, "<svg"u8) || StartsWithIgnoreCase(text, "<!doctype svg"u8))
                return true;
            var comment = text.StartsWith("<!--"u8);
            if (!comment && text is not [_, (byte)'?' or (byte)'!', ..])
            {
                // A prefixed root element, as in <ns0:svg.
                var name = text[1..Math.Min(text.Length, 64)];
                var end = name.IndexOfAny(" \t\r\n>/"u8);
                return end > 0 && name[..end].EndsWith(":svg"u8);
            }

            var close = comment ? text.IndexOf("-->"u8) : text.IndexOf((byte)'>');
            if (close < 0)
                return false;
            text = text[(close + 1)..].TrimStart("-> \t\r\n"u8);
        }

        return false;
    }

    // RFC 5322 section 2.2: a mail begins with "Name:" lines. One of the usual names within the first lines is enough.
    private static bool LooksLikeMail(ReadOnlySpan<byte> text)
    {
        for (var lines = 0; lines < 100 && !text.IsEmpty; lines++)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            if (line.Length <= 1)
                return false;
            foreach (var name in (ReadOnlySpan<string>)["received:", "return-path:", "delivered-to:", "mime-version:", "message-id:", "content-type:", "x-received:"])
            {
                if (line.Length >= name.Length && System.Text.Ascii.EqualsIgnoreCase(line[..name.Length], name))
                    return true;
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }

        return false;
    }

    private static bool StartsWithIgnoreCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && System.Text.Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
