using System.Text;

namespace Holdfast.Preservation;

/// <summary>
/// Finds, anywhere in a stream, the first bytes of pictures, videos and documents: raw, and written in the other ways in
/// which text can carry bytes (quoted-printable, percent, hex, number lists, uuencode, yEnc). Base64 has its own reader
/// (<see cref="EmbeddedScanner"/>) because its digits depend on where it starts. What is found here cannot be cut out
/// safely, so a file with such a find is withheld whole. ASCII letters are compared without case.
/// </summary>
internal static class SignatureMatcher
{
    private static readonly ByteAutomaton Shared = new(Patterns().Select(pattern => Array.ConvertAll(pattern, Fold)));

    /// <summary>
    /// Steps through the bytes and adds the place of the first byte of each find to <paramref name="finds"/>.
    /// </summary>
    /// <param name="bytes">The next bytes.</param>
    /// <param name="offset">Their place in the file.</param>
    /// <param name="state">0 at the start of a file; kept between calls.</param>
    /// <param name="finds">Receives the places.</param>
    public static void Scan(ReadOnlySpan<byte> bytes, long offset, ref ushort state, List<long> finds)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var length = Shared.Step(ref state, Fold(bytes[i]));
            if (length != 0 && finds.Count < MaxFinds)
                finds.Add(offset + i + 1 - length);
        }
    }

    /// <summary>Finds beyond this number are not kept: the file is withheld by then (memory).</summary>
    public const int MaxFinds = 65_536;

    private static byte Fold(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;

    private static List<byte[]> Patterns()
    {
        List<byte[]> all =
        [
            // Raw starts that no text holds by chance. A raw GIF or BMP is told by its NUL bytes instead.
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D], [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0A],
            [0x1A, 0x45, 0xDF, 0xA3], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
            [(byte)'P', (byte)'K', 3, 4],

            // A picture track in a file that says it is sound (ISO/IEC 14496-12 section 8.4.3).
            [.. "hdlr"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "vide"u8],

            // Raw bytes that were once read as Latin-1 or Windows-1252 and written as UTF-8.
            [0xC3, 0xBF, 0xC3, 0x98, 0xC3, 0xBF], [0xC2, 0x89, (byte)'P', (byte)'N', (byte)'G'],
            [0xE2, 0x80, 0xB0, (byte)'P', (byte)'N', (byte)'G', 0x0D], [0xE2, 0x80, 0xB0, (byte)'P', (byte)'N', (byte)'G', 0x0A],
        ];

        // JPEG (ISO/IEC 10918-1 annex B): start of image, then a marker that can follow it.
        foreach (var marker in (ReadOnlySpan<byte>)[0xC0, 0xC2, 0xC4, 0xDB, 0xDD, 0xFE, 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE8, 0xEC, 0xED, 0xEE, 0xEF])
            all.Add([0xFF, 0xD8, 0xFF, marker]);

        ReadOnlySpan<string> written =
        [
            // ISO media, WebP and AVI brands stand in clear text also inside quoted-printable and escapes.
            "GIF87a", "GIF89a", "%PDF-1", "%PDF-2", "ftypisom", "ftypmp4", "ftypheic", "ftypheix", "ftypmif1", "ftypmsf1", "ftypavif", "ftypavis", "ftypqt", "ftyp3gp",
            "ftypm4v", "ftypmsnv", "ftypiso", "ftypdash", "WEBPVP8", "AVI LIST",

            // Drawings (SVG) can hold pictures, and can be pictures, wherever in a text they stand.
            "<svg", ":svg ", "&lt;svg", "&#60;svg", "&#x3c;svg", @"\u003csvg", @"\x3csvg", "%3csvg", "=3csvg", "www.w3.org/2000/svg", @"www.w3.org\/2000\/svg",

            // Quoted-printable.
            "=FF=D8=FF", "=89PNG", "PK=03=04", "=1AE=DF=A3", "=D0=CF=11=E0",

            // Percent and backslash escapes.
            "%FF%D8%FF", "%89PNG", "%89%50%4E%47", @"\xff\xd8\xff", @"\x89PNG", @"\x89\x50\x4e\x47", @"\u00ff\u00d8\u00ff", @"\u0089PNG", @"\377\330\377", @"\211PNG",

            // Hex, and number lists as programs print them.
            "ffd8ffe0", "ffd8ffe1", "ffd8ffe2", "ffd8ffdb", "ffd8ffee", "ffd8ffed", "ffd8fffe", "ff d8 ff", "ff:d8:ff", "ff-d8-ff", "0xff, 0xd8", "0xff,0xd8", "89504e470d0a", "89 50 4e 47",
            "474946383961", "474946383761", "504b0304", "1a45dfa3", "0000001866747970", "0000001c66747970", "0000002066747970",
            "255,216,255", "255, 216, 255", "-1,-40,-1", "-1, -40, -1", "137,80,78,71", "137, 80, 78, 71", "-119,80,78,71", "-119, 80, 78, 71",
            "\"0\":255,\"1\":216,\"2\":255", "\"0\":137,\"1\":80,\"2\":78",

            // uuencode below a quote mark (unquoted, it is cut out), yEnc, BinHex, Ascii85.
            "M_]C_X", "M_]C_VP", "MB5!.1PT*", "M1TE&.#", "M4$L#!", "=ybegin line=", "must be converted with BinHex", "<~s4IA",
        ];
        foreach (var pattern in written)
            all.Add(Encoding.ASCII.GetBytes(pattern));
        return all;
    }
}
