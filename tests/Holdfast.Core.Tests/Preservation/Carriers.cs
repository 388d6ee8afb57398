using System.Text;

namespace Holdfast.Preservation;

/// <summary>Every way of carrying a file in a text that is tried here: its name, and the text around the file.</summary>
internal static class Carriers
{
    private const string Mail = "From: someone@example.com\r\nTo: me@example.org\r\nSubject: look\r\nMIME-Version: 1.0\r\n";

    /// <summary>Texts from which the file can be cut.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[], string>> Separable = new Dictionary<string, Func<byte[], string>>
    {
        ["mail, base64 part"] = b => Parts("image/jpeg", "base64", Drawn.Wrapped(b)),
        ["mail, base64 part of unknown type"] = b => Parts("application/octet-stream", "base64", Drawn.Wrapped(b)),
        ["mail, base64 part that says it is text"] = b => Parts("text/plain", "base64", Drawn.Wrapped(b)),
        ["mail, quoted-printable part"] = b => Parts("image/jpeg", "quoted-printable", Drawn.QuotedPrintable(b) + "\r\n"),
        ["mail, quoted-printable part of unknown type"] = b => Parts("application/x-thing", "quoted-printable", Drawn.QuotedPrintable(b) + "\r\n"),
        ["mail, uuencoded part"] = b => Parts("image/jpeg", "x-uuencode", Drawn.Uuencoded(b)),
        ["mail, quoted-printable page with data address"] = b => Parts("text/html", "quoted-printable", Drawn.QuotedPrintable(
            Encoding.ASCII.GetBytes($"<p>hello</p><img src=\"data:image/jpeg;base64,{Convert.ToBase64String(b)}\"><p>bye</p>")) + "\r\n"),
        ["mail that is one picture"] = b => Mail + "Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Drawn.Wrapped(b),
        ["mail in a mail"] = b => Mail + "Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n" +
            Parts("image/jpeg", "quoted-printable", Drawn.QuotedPrintable(b) + "\r\n") + "--outer--\r\n",
        ["mailbox"] = b => "From a@example.com Mon Jan  1 00:00:00 2024\r\n" + Parts("text/plain", "7bit", "first\r\n") +
            "\r\nFrom b@example.com Mon Jan  1 00:00:00 2024\r\n" + Parts("image/jpeg", "quoted-printable", Drawn.QuotedPrintable(b) + "\r\n"),
        ["page with data address"] = b => $"<!DOCTYPE html><html><body><p>hi</p><img src=\"data:image/jpeg;base64,{Convert.ToBase64String(b)}\"></body></html>",
        ["page with percent-escaped data address"] = b => $"<html><img src='data:image/jpeg;base64,{Uri.EscapeDataString(Convert.ToBase64String(b))}'></html>",
        ["page with wrapped data address"] = b => $"<html><img src=\"data:image/png;base64,\n{Drawn.Wrapped(b, 60, "\n")}\"></html>",
        ["page with entities"] = b => $"<html><img src=\"data:image/png;base64,{Convert.ToBase64String(b).Replace("+", "&#43;").Replace("/", "&#x2F;")}\"></html>",
        ["JSON value"] = b => $$"""{"messages":[{"from":"x","thumbnail":"{{Convert.ToBase64String(b)}}","text":"hello"}]}""",
        ["JSON value with escaped slashes"] = b => $$"""{"thumbnail":"{{Convert.ToBase64String(b).Replace("/", "\\/")}}","text":"hello"}""",
        ["JSON value with escaped code points"] = b => $$"""{"thumbnail":"{{Convert.ToBase64String(b).Replace("/", "\\u002F").Replace("+", "\\u002B").Replace("=", "\\u003D")}}"}""",
        ["JSON value with escaped line ends"] = b => $$"""{"thumbnail":"{{Drawn.Wrapped(b, 76, "\\r\\n")}}","text":"hello"}""",
        ["JSON value, URL alphabet without padding"] = b => $$"""{"thumbnail":"{{Convert.ToBase64String(b).TrimEnd('=').Replace('+', '-').Replace('/', '_')}}"}""",
        ["XML attribute"] = b => $"<smses><part ct=\"image/jpeg\" data=\"{Convert.ToBase64String(b)}\" /></smses>",
        ["XML attribute with spaces for line ends"] = b => $"<smses><part ct=\"image/jpeg\" data=\"{Drawn.Wrapped(b, 76, " ")}\" /></smses>",
        ["card"] = b => $"BEGIN:VCARD\r\nVERSION:3.0\r\nPHOTO;ENCODING=b;TYPE=JPEG:{Drawn.Wrapped(b, 74, "\r\n ")}\r\nEND:VCARD\r\n",
        ["chat line"] = b => $"01/02/2024, 10:00 - Alex: look\n{Convert.ToBase64String(b)}\n01/02/2024, 10:01 - Sam: hello there\n",
        ["chat line after a word"] = b => $"01/02/2024, 10:00 - Alex: the picture {Drawn.Wrapped(b, 64, "\n")}01/02/2024, 10:01 - Sam: hello\n",
        ["quoted mail text"] = b => "hello\n> " + Drawn.Wrapped(b, 72, "\n> ") + "\nbye\n",
        ["short lines"] = b => "hello\n\n" + Drawn.Wrapped(b, 12, "\n") + "\nbye\n",
        ["uuencoded in a note"] = b => "hello\n" + Drawn.Uuencoded(b) + "bye\n",
        ["base64 of a page with data address"] = b => "{\"body\":\"" + Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"<html><p>hello hello</p><img src=\"data:image/jpeg;base64,{Convert.ToBase64String(b)}\"></html>")) + "\"}",
    };

    /// <summary>Texts that are withheld whole.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[], byte[]>> Inseparable = new Dictionary<string, Func<byte[], byte[]>>
    {
        ["raw bytes after text"] = b => [.. "hello there, this is a note\n"u8, .. b],
        ["hex"] = b => Encoding.ASCII.GetBytes("hello " + Convert.ToHexString(b) + " bye"),
        ["number list"] = b => Encoding.ASCII.GetBytes("[" + string.Join(", ", b) + "]"),
        ["percent escapes"] = b => Encoding.ASCII.GetBytes("hello " + string.Concat(b.Select(x => $"%{x:x2}"))),
        ["UTF-16 note"] = b => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("hello\n" + Convert.ToBase64String(b) + "\n")],
        ["Latin-1 written as UTF-8"] = b => Encoding.UTF8.GetBytes("hello " + Encoding.Latin1.GetString(b)),
        ["quoted-printable without a header"] = b => Encoding.ASCII.GetBytes("hello\n\n" + Drawn.QuotedPrintable(b)),
    };

    private static string Parts(string type, string encoding, string body) =>
        Mail + "Content-Type: multipart/mixed;\r\n boundary=\"=_b1\"\r\n\r\n--=_b1\r\nContent-Type: text/plain\r\n\r\nYou have one hour.\r\n--=_b1\r\n" +
        $"Content-Type: {type}; name=\"a.jpg\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}--=_b1--\r\n";
}
