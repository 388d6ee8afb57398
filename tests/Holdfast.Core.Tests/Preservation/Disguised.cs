using System.Text;

namespace Holdfast.Preservation;

/// <summary>Ways to carry a file in a text in pieces or in writings that no reader of base64 joins again.</summary>
internal static class Disguised
{
    private const string Mail = "From: someone@example.com\r\nMIME-Version: 1.0\r\nContent-Type: image/jpeg\r\n";

    public static IEnumerable<(string Name, string Text)> All(byte[] b)
    {
        var data = Convert.ToBase64String(b);
        foreach (var size in (int[])[3, 4, 10, 16, 20, 24, 40, 76, 100])
        {
            foreach (var (name, between) in ((string, string)[])[
                ("blanks", " "), ("line ends", "\n"), ("empty lines", "\n\n"), ("array items", "\",\n  \""), ("commas", ","), ("semicolons", "; "),
                ("breaks", "<br>"), ("elements", "</i><i>"), ("long elements", "</part>\n<part>"), ("plus signs", "\"+\n\""), ("bars", "\n| "),
                ("zero-width spaces", "\u200B"), ("marks of direction", "\u200E\n"), ("hard spaces", "\u00A0"), ("stars", " * ")])
            {
                yield return ($"{size} digits, {name}", $"look [\"{Join(data, size, between)}\"]\nbye\n");
            }
        }

        foreach (var size in (int[])[40, 64, 100])
            yield return ($"chat lines of {size}", "01/02/2024, 10:00 - Alex: look\n01/02/2024, 10:00 - Alex: " + Join(data, size, "\n01/02/2024, 10:00 - Alex: ") + "\n");
        var hex = Convert.ToHexStringLower(b);
        yield return ("dump", string.Join("\n", b.Chunk(16).Select((line, i) => $"{i * 16:x8}: {Join(Convert.ToHexStringLower(line), 4, " ")}  ................")));
        yield return ("dump without offsets", "look\n" + Join(hex, 4, " "));
        yield return ("dump of words in the other order", "look\n" + string.Join(" ", b.Chunk(2).Select(c => $"{c[^1]:x2}{c[0]:x2}")));
        yield return ("hex in lines of a byte", "look\n" + Join(hex, 2, "\n"));
        yield return ("hex with prefix", "look\n" + string.Join("\n", b.Select(x => $"0x{x:X2}")));
        yield return ("numbers and blanks", "look\n" + string.Join(" ", b));
        yield return ("numbers and lines", "look\n" + string.Join(",\n", b));
        yield return ("octal numbers", "look\n" + string.Join(" ", b.Select(x => Convert.ToString(x, 8).PadLeft(3, '0'))));
        yield return ("binary numbers", "look\n" + string.Join(" ", b.Select(x => Convert.ToString(x, 2).PadLeft(8, '0'))));
        yield return ("numbers of a map after a word", "look\nP3\n40 40\n255\n" + string.Join("\n", b));
        yield return ("Ascii85", "look\n" + Ascii85(b));
        yield return ("Ascii85 in lines", "look\n" + Join(Ascii85(b), 72, "\n"));
        yield return ("quoted-printable in short lines", "look\n\n" + string.Join("=\r\n", b.Chunk(2).Select(c => string.Concat(c.Select(x => $"={x:X2}")))));
        yield return ("mail, comment before the encoding", Mail + "Content-Transfer-Encoding: (x) base64\r\n\r\n" + Join(data, 76, " * \r\n"));
        yield return ("mail, unknown encoding", Mail.Replace("image/jpeg", "text/plain") + "Content-Transfer-Encoding: x-mine\r\n\r\nhello\r\n");
        yield return ("mail, two encodings", Mail.Replace("image/jpeg", "text/plain") + "Content-Transfer-Encoding: base64\r\nContent-Transfer-Encoding: 7bit\r\n\r\nhello\r\n");
        yield return ("drawing in a page", "<html><p>hello</p><svg width=\"9\"><path d=\"M0 0\"/></svg></html>");
        yield return ("drawing in a chat", "01/02/2024, 10:00 - Alex: <svg xmlns='http://www.w3.org/2000/svg'><image href='x'/></svg>\n");
        yield return ("drawing behind a long comment", "<!--" + string.Concat(Enumerable.Repeat(" a long comment", 900)) + "--><svg></svg>");
        yield return ("document after a word", "look\n%PDF-1.4\n1 0 obj\n");
    }

    private static string Join(string text, int size, string between) => string.Join(between, text.Chunk(size).Select(c => new string(c)));

    private static string Ascii85(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
        {
            var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i));
            var group = new char[5];
            for (var j = 4; j >= 0; j--, value /= 85)
                group[j] = (char)(33 + value % 85);
            text.Append(group);
        }

        return text.ToString();
    }
}
