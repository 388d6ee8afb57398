using System.Text;
using CsCheck;

namespace Holdfast.Preservation;

public class MediaSnifferTests
{
    public static TheoryData<MediaKind, string, string> Starts => new()
    {
        { MediaKind.Picture, "image/jpeg", "FFD8FFE000104A464946000101" },
        { MediaKind.Picture, "image/png", "89504E470D0A1A0A0000000D49484452" },
        { MediaKind.Picture, "image/gif", "47494638396140004000F00000" },
        { MediaKind.Picture, "image/webp", "5249464600100000574542505650382000" },
        { MediaKind.Picture, "image/bmp", "424D36100000000000003600000028000000" },
        { MediaKind.Picture, "image/tiff", "49492A00080000000100" },
        { MediaKind.Picture, "image/tiff", "4D4D002A000000080001" },
        { MediaKind.Picture, "image/heic", "0000001866747970686569630000000068656963" },
        { MediaKind.Picture, "image/heic", "00000018667479706D6966310000000068656963" },
        { MediaKind.Picture, "image/avif", "0000001C6674797061766966000000006D696631" },
        { MediaKind.Picture, "image/x-icon", "00000100010010100000010020006804" },
        { MediaKind.Picture, "image/vnd.adobe.photoshop", "38425053000100000000000000030000" },
        { MediaKind.Picture, "image/jxl", "FF0A7A000B81" },
        { MediaKind.Picture, "image/jxl", "0000000C4A584C200D0A870A" },
        { MediaKind.Picture, "image/x-portable-anymap", "50360A3634203634203235350A00FF10" },
        { MediaKind.Video, "video/mp4", "00000018667479706D70343200000000" },
        { MediaKind.Video, "video/3gpp", "00000018667479703367703400000000" },
        { MediaKind.Video, "video/quicktime", "00000014667479707174202000000000" },
        { MediaKind.Video, "video/quicktime", "000000086D6F6F760000006C6D766864" },
        { MediaKind.Video, "video/x-matroska", "1A45DFA39F4286810142F7810142F281" },
        { MediaKind.Video, "video/x-msvideo", "5249464600100000415649204C495354" },
        { MediaKind.Video, "video/mpeg", "000001BA21000100018000" },
        { MediaKind.Video, "video/x-flv", "464C5601050000000900" },
        { MediaKind.Video, "video/ogg", "4F67675300020000000000000000010000000000000000000000012A807468656F7261" },
        { MediaKind.Sound, "audio/ogg", "4F676753000200000000000000000100000000000000000000000113" + "4F70757348656164" },
        { MediaKind.Sound, "audio/mpeg", "49443304000000000000" },
        { MediaKind.Sound, "audio/mpeg", "FFFB90640000" },
        { MediaKind.Sound, "audio/aac", "FFF15080" },
        { MediaKind.Sound, "audio/mp4", "00000018667479704D34412000000000" },
        { MediaKind.Sound, "audio/amr", "2321414D520A3C00" },
        { MediaKind.Sound, "audio/wav", "524946460010000057415645666D7420" },
        { MediaKind.Sound, "audio/flac", "664C614300000022" },
        { MediaKind.Sound, "audio/x-caf", "6361666600010000" },
        { MediaKind.Document, "application/pdf", "255044462D312E370A25E2E3CFD30A" },
        { MediaKind.Document, "application/x-ole-storage", "D0CF11E0A1B11AE1" },
        { MediaKind.Archive, "application/zip", "504B0304140000000800" },
        { MediaKind.Archive, "application/gzip", "1F8B0800" },
        { MediaKind.Unknown, "application/octet-stream", "0102030405060708FF00FE" },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_form_is_told_by_its_first_bytes(MediaKind kind, string mime, string hex)
    {
        var type = MediaSniffer.Sniff(Convert.FromHexString(hex));
        Assert.Equal((kind, mime), (type.Kind, type.Mime));
    }

    [Theory]
    [InlineData("text/plain", "hello")]
    [InlineData("text/plain", "")]
    [InlineData("text/plain", "P1 is the name of the road\n")]
    [InlineData("text/plain", "BMW and GIF and II* and RIFF are words")]
    [InlineData("text/plain", "he sent a %PDF- file")]
    [InlineData("application/json", " {\"a\":1}")]
    [InlineData("application/xml", "<?xml version=\"1.0\"?><smses/>")]
    [InlineData("text/html", "<!DOCTYPE HTML><p>x<svg></svg>")]
    [InlineData("message/rfc822", "Received: from x\r\nSubject: y\r\n\r\nz")]
    [InlineData("application/mbox", "From a@example.com Mon\r\nFrom: a@example.com\r\n\r\nz")]
    [InlineData("image/svg+xml", "<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("image/svg+xml", "\uFEFF<ns0:svg xmlns:ns0=\"http://www.w3.org/2000/svg\"/>")]
    public void Text_is_told_by_its_first_words(string mime, string text) =>
        Assert.Equal(mime, MediaSniffer.Sniff(Encoding.UTF8.GetBytes(text)).Mime);

    [Fact]
    public void Text_in_UTF_16_and_in_old_encodings_is_text()
    {
        Assert.Equal(MediaKind.Text, MediaSniffer.Sniff([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("ciao, perché?")]).Kind);
        Assert.Equal(MediaKind.Text, MediaSniffer.Sniff([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("ciao, perché?")]).Kind);
        Assert.Equal(MediaKind.Text, MediaSniffer.Sniff(Encoding.Latin1.GetBytes("Größe, perché")).Kind);
    }

    [Fact]
    public void Any_bytes_have_a_form() =>
        Gen.Byte.Array[0, 300].Sample(bytes => MediaSniffer.Sniff(bytes).Mime.Length > 0, iter: 5_000, seed: "0000KDJ3n5x4");

    [Fact]
    public void Bytes_with_a_NUL_are_never_text() =>
        Gen.Byte.Array[1, 300].Sample(bytes => MediaSniffer.Sniff([.. "hello "u8, .. bytes, 0, .. "x"u8]).Kind != MediaKind.Text, iter: 2_000, seed: "0000KDJ3n5x4");
}
