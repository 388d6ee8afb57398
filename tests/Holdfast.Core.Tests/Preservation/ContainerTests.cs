using System.Text;
using Holdfast.Conversations;
using Holdfast.Core.Tests.Conversations.Sqlite;

namespace Holdfast.Preservation;

/// <summary>
/// Exports that are binary files hold the pictures of a chat inside: as a value of a database, a stream of a mail, an object
/// of a document. Such a file is read for its words, and never copied.
/// </summary>
public sealed class ContainerTests
{
    private const string Threat = "if you dont pay me $400 i will send your pics";

    private static readonly byte[][] Pictures = [Drawn.Jpeg, Drawn.Png, Drawn.Heic, Drawn.WebP];

    public static TheoryData<string> Containers => ["msgstore.db", "chat.db", "mail.msg", "chat.pdf", "chat-in-hex.pdf", "sms.xml", "page.html", "thumbnails.json"];

    [Theory]
    [MemberData(nameof(Containers))]
    public void A_picture_inside_a_file_of_messages_stays_out_of_the_pack(string name)
    {
        foreach (var picture in Pictures)
        {
            var file = ExportFile.FromBytes(name, Made(name, picture));
            var pack = Packed.Seal([file, ExportFile.FromBytes("note.txt", "they wrote to me"u8.ToArray())], new CaseOptions(), out var composed);
            byte[] everything = [.. Packed.Files(pack).Values.SelectMany(bytes => (byte[])[.. bytes, .. "\n#\n"u8])];
            Leak.AssertNone(picture, everything);
            Assert.Contains(composed.Items, item => item.File == file && !item.Item.IsCopied);
        }
    }

    [Theory]
    [InlineData("msgstore.db", "whatsapp-db")]
    [InlineData("chat.db", "imessage-db")]
    [InlineData("chat.pdf", "pdf")]
    [InlineData("sms.xml", "sms-backup")]
    public void Its_words_are_read_all_the_same(string name, string format)
    {
        var read = new ConversationCollector();
        ExportSet.Open([ExportFile.FromBytes(name, Made(name, Drawn.Jpeg))], new ReadingOptions()).Read(read);
        Assert.Equal(format, Assert.Single(read.Conversations).Header.Format);
        Assert.Contains(read.Conversations[0].Messages, message => message.Text?.Contains("pay me", StringComparison.Ordinal) == true);
    }

    private static byte[] Made(string name, byte[] picture)
    {
        var base64 = Convert.ToBase64String(picture);
        return name switch
        {
            "msgstore.db" => new SqliteBuilder()
                .Table("CREATE TABLE jid (_id INTEGER PRIMARY KEY, raw_string TEXT)", [null, "447700900123@s.whatsapp.net"])
                .Table("CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, subject TEXT)", [null, 1, null])
                .Table(
                    "CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INT, from_me INT, key_id TEXT, timestamp INT, message_type INT, text_data TEXT)",
                    [null, 1, 0, "A", 1_709_280_000_000, 0, Threat])
                .Table("CREATE TABLE message_thumbnail (message_row_id INTEGER, thumbnail BLOB)", [1, Cut(picture)], [2, base64[..800]])
                .Build(),
            "chat.db" => new SqliteBuilder()
                .Table("CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT)", [null, "+447700900123"])
                .Table("CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, date INTEGER, is_from_me INTEGER, payload_data BLOB)",
                    [null, "A", Threat, 1, 700_000_000_000_000_000, 0, Cut(picture)])
                .Build(),
            "mail.msg" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(Threat), .. picture],
            "chat.pdf" => Pdf("/DCTDecode", picture),
            "chat-in-hex.pdf" => Pdf("[/ASCIIHexDecode/DCTDecode]", Encoding.ASCII.GetBytes(Convert.ToHexString(picture) + ">")),
            "sms.xml" => Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><smses count="1"><mms date="1709280000000" msg_box="1" address="+447700900123"><parts><part ct="image/jpeg" cl="a.jpg" data="{base64}" /><part ct="text/plain" text="{Threat}" /></parts></mms></smses>"""),
            "page.html" => Encoding.UTF8.GetBytes($"<html><body><p>Mira: {Threat}</p><img src='data:image/jpeg;base64,{base64}'><svg><image href='data:;base64,{base64}'/></svg></body></html>"),
            _ => Encoding.UTF8.GetBytes($$$"""{"messages":[{"text":"{{{Threat}}}","thumbnail":{"type":"Buffer","data":[{{{string.Join(',', picture)}}}]}}]}"""),
        };
    }

    // What fits in one page of the small database.
    private static byte[] Cut(byte[] picture) => picture[..800];

    private static byte[] Pdf(string filter, byte[] stream) =>
    [
        .. Encoding.ASCII.GetBytes($"""
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>/Font<</F 6 0 R>>>>>>endobj
            4 0 obj<</Length 80>>stream
            BT /F 12 Tf 50 700 Td (Zed: pay me or I send it) Tj 0 -20 Td (Ada: no please) Tj ET
            endstream endobj
            6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
            5 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/Filter{filter}/Length {stream.Length}>>stream

            """.ReplaceLineEndings("\n")),
        .. stream,
        .. "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8,
    ];
}
