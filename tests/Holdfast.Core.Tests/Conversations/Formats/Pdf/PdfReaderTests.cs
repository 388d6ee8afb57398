using System.Globalization;
using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Pdf;

public sealed class PdfReaderTests
{
    private static readonly IExportReader Reader = ExportReaders.All.Single(r => r.Format == "pdf");

    private static readonly string Committed = Path.Combine(Root(), "pdf", "chat-on-two-pages", "input", "chat.pdf");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_printed_WhatsApp_chat_is_read_turn_by_turn(bool pack)
    {
        var pdf = PdfWriter.Of(pack, ["21/02/2024, 13:05 - Ada: one", "and more", "21/02/2024, 13:06 - Ben: (two)"], ["21/02/2024, 13:07 - Ada: three"]);
        var read = Read(pdf);
        var conversation = Assert.Single(read.Conversations);
        Assert.Equal("pdf", conversation.Header.Format);
        Assert.Equal([("Ada", "one\nand more"), ("Ben", "(two)"), ("Ada", "three")], conversation.Messages.Select(m => (m.From!, m.Text!)));
        Assert.All(conversation.Messages, m => Assert.Equal("chat.pdf", m.File.Name));
        Assert.Equal(conversation.Messages[0].Place, conversation.Messages[1].Place);
        Assert.NotEqual(conversation.Messages[0].Place, conversation.Messages[2].Place);
        Assert.DoesNotContain(read.Problems, p => p.Kind != ProblemKind.DateOrderUnknown);
    }

    [Fact]
    public void A_mail_printed_by_Outlook_is_one_message()
    {
        var message = Assert.Single(Read(PdfWriter.Of(
            ["Ada Example", "From:\tBen <ben@example.com>", "Sent:\tSaturday, February 3, 2024 10:00 AM", "To:\tAda Example", "Subject:\tPhotos", "Hello,", "pay now."])).Messages);
        Assert.Equal(("Ben", "ben@example.com", "Photos", "Hello,\npay now."), (message.From, message.FromId, message.Subject, message.Text));
        Assert.Equal("2024-02-03T10:00:00", message.At.ToString());
    }

    [Fact]
    public void A_thread_printed_by_Gmail_is_as_many_messages()
    {
        var read = Read(PdfWriter.Of(
            ["Photos", "2 messages", "Ben <ben@example.com>\tSat, Feb 3, 2024 at 10:00 AM", "To: Ada <ada@example.com>", "pay now",
                "Ada <ada@example.com>\tSat, Feb 3, 2024 at 11:30 PM", "To: Ben <ben@example.com>", "no"]));
        var conversation = Assert.Single(read.Conversations);
        Assert.Equal("Photos", conversation.Header.Title);
        Assert.Equal([("Ben", "pay now", "2024-02-03T10:00:00"), ("Ada", "no", "2024-02-03T23:30:00")],
            conversation.Messages.Select(m => (m.From!, m.Text!, m.At.ToString())));
    }

    [Fact]
    public void What_a_browser_prints_around_a_page_is_no_part_of_the_chat()
    {
        var read = Read(PdfWriter.Of(
            ["2/3/24, 10:00 AM\tChat", "21/02/2024, 13:05 - Ada: one", "https://example.com/chat\t1/2"],
            ["2/3/24, 10:00 AM\tChat", "21/02/2024, 13:06 - Ben: see 2/2", "", "https://example.com/chat\t2/2"]));
        Assert.Equal(["one", "see 2/2"], read.Messages.Select(m => m.Text));
        var without = Read(PdfWriter.Of(["21/02/2024, 13:05 - Ada: one", "two"], ["21/02/2024, 13:06 - Ben: page 2"]));
        Assert.Equal(["one\ntwo", "page 2"], without.Messages.Select(m => m.Text));
    }

    [Fact]
    public void Numbers_alone_do_not_tell_the_day_a_printed_mail_was_sent()
    {
        var message = Assert.Single(Read(PdfWriter.Of(["From: Ben", "Sent: 03/02/2024 10:00", "To: Ada", "Subject: x", "body"])).Messages);
        Assert.Equal(TimeKnowledge.None, message.At.Knowledge);
    }

    [Fact]
    public void Letters_are_joined_in_the_order_in_which_a_person_reads_them()
    {
        var drawing = Encoding.ASCII.GetBytes(
            "BT /F1 10 Tf 1 0 0 1 50 700 Tm (second) Tj 1 0 0 1 50 720 Tm [(fi) -20 (rst)] TJ 40 0 Td (line) Tj ET q 1 0 0 1 0 -20 cm BT /F1 10 Tf 50 700 Td (third) Tj T* ET Q");
        Assert.Equal("first line\nsecond\nthird", Assert.Single(Read(Custom(drawing)).Messages).Text);
    }

    [Fact]
    public void A_font_of_two_bytes_a_letter_is_read_by_its_table()
    {
        var writer = new PdfWriter();
        var map = writer.Stream("", "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <041F> endbfchar 1 beginbfrange <0002> <0003> <0440> endbfrange 1 beginbfrange <0005> <0005> [<D83DDE02>] endbfrange"u8.ToArray(), pack: true);
        var descendant = writer.Object("<< /Type /Font /Subtype /CIDFontType2 /DW 600 /W [1 [500 500] 3 3 500] >>");
        var font = writer.Object(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {map} 0 R >>"));
        var pdf = writer.Finish(font, [writer.Stream("", "BT /F1 10 Tf 50 700 Td <00010002000300050009> Tj ET"u8.ToArray())]);
        var read = Read(pdf);
        Assert.Equal("\u041F\u0440\u0441\uD83D\uDE02\uFFFD", Assert.Single(read.Messages).Text);
        // The last code stands for nothing that the file says.
        Assert.Contains(read.Problems, p => p.Kind is ProblemKind.InvalidEncoding);
    }

    [Fact]
    public void Names_of_letters_give_their_meaning()
    {
        var writer = new PdfWriter();
        var font = writer.Object("<< /Type /Font /Subtype /Type1 /Encoding << /Differences [1 /H /eacute /uni20AC /f_unknown] >> >>");
        var pdf = writer.Finish(font, [writer.Stream("", "BT /F1 10 Tf 50 700 Td (\u0001\u0002\u0003) Tj ET"u8.ToArray())]);
        Assert.Equal("H\u00E9\u20AC", Assert.Single(Read(pdf).Messages).Text);
    }

    [Fact]
    public void Objects_that_are_packed_together_are_found()
    {
        var writer = new PdfWriter();
        writer.Stream("/Type /ObjStm /N 1 /First 5", "50 0 << /Type /Font /Subtype /Type1 >>"u8.ToArray(), pack: true);
        var pdf = writer.Finish(50, [writer.Stream("", PdfWriter.Drawing(["a note"]))]);
        Assert.Equal("a note", Assert.Single(Read(pdf).Messages).Text);
    }

    [Fact]
    public void A_form_that_is_drawn_within_a_page_is_read_and_one_that_draws_itself_ends()
    {
        var writer = new PdfWriter();
        var font = writer.Object("<< /Type /Font /Subtype /Type1 >>");
        var form = writer.Stream("/Type /XObject /Subtype /Form", "BT /F1 10 Tf 50 700 Td (inside) Tj ET /X1 Do"u8.ToArray());
        var pdf = writer.Finish(font, [writer.Stream("", "/X1 Do"u8.ToArray())], resources: string.Create(CultureInfo.InvariantCulture, $"/XObject << /X1 {form} 0 R >>"));
        Assert.Equal("inside", Assert.Single(Read(pdf).Messages).Text);
    }

    [Fact]
    public void A_page_tree_in_a_circle_ends()
    {
        var pdf = Encoding.Latin1.GetString(PdfWriter.Of(["a note"]));
        var circle = pdf.Replace("/Kids [", "/Kids [4 0 R 4 0 R ", StringComparison.Ordinal);
        Assert.Single(Read(Encoding.Latin1.GetBytes(circle)).Messages);
    }

    [Fact]
    public void A_scan_is_a_PDF_without_words_and_says_so()
    {
        var writer = new PdfWriter();
        var image = writer.Stream("/Type /XObject /Subtype /Image", new byte[50]);
        var pdf = writer.Finish(99, [writer.Stream("", "q /I Do Q"u8.ToArray())], resources: string.Create(CultureInfo.InvariantCulture, $"/XObject << /I {image} 0 R >>"));
        var read = Read(pdf);
        Assert.Empty(read.Messages);
        Assert.Equal(ProblemKind.PdfWithoutText, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void A_locked_PDF_says_so()
    {
        var writer = new PdfWriter();
        var font = writer.Object("<< /Type /Font /Subtype /Type1 >>");
        var pdf = writer.Finish(font, [writer.Stream("", PdfWriter.Drawing(["x"]))], trailer: "/Encrypt << /Filter /Standard >>");
        Assert.Equal(ProblemKind.FileLocked, Assert.Single(Read(pdf).Problems).Kind);
    }

    [Fact]
    public void A_stream_that_unpacks_to_far_too_much_is_cut_and_reported()
    {
        var writer = new PdfWriter();
        var font = writer.Object("<< /Type /Font /Subtype /Type1 >>");
        var bomb = new byte[(64 << 20) + 1];
        PdfWriter.Drawing(["seen"]).CopyTo(bomb, 0);
        bomb.AsSpan(200).Fill((byte)' ');
        var pdf = writer.Finish(font, [writer.Stream("", bomb, pack: true)]);
        Assert.Contains(Read(pdf).Problems, p => p.Kind is ProblemKind.Truncated);
    }

    [Fact]
    public void A_document_that_came_with_a_chat_is_no_conversation()
    {
        using var held = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(held, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("invoice.pdf").Open();
            entry.Write(PdfWriter.Of(["Invoice 7", "Thank you for your order"]));
        }

        var sink = new StrictSink();
        ExportSet.Open([ExportFile.FromBytes("chat.zip", held.ToArray())], new ReadingOptions()).Read(sink);
        Assert.Empty(sink.Messages);
        Assert.Equal(ProblemKind.FileNotRead, Assert.Single(sink.Problems).Kind);
    }

    [Fact]
    public void A_file_that_only_begins_like_a_PDF_is_damaged()
    {
        Assert.Equal(ProblemKind.Damaged, Assert.Single(Read("%PDF-1.7\n"u8.ToArray()).Problems).Kind);
    }

    [Fact]
    public void The_committed_chat_is_what_this_writes()
    {
        var bytes = PdfWriter.Of(
            pack: false,
            ["[13:05, 6/21/2024] Zed: hi, I saw your page", "[13:06, 6/21/2024] Ada: who is this?"],
            ["[13:09, 6/21/2024] Zed: pay by friday (or else)", "and tell nobody"]);
        if (Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Committed)!);
            File.WriteAllBytes(Committed, bytes);
        }

        Assert.Equal(File.ReadAllBytes(Committed), bytes);
    }

    private static byte[] Custom(byte[] drawing)
    {
        var writer = new PdfWriter();
        var font = writer.Object("<< /Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding /FirstChar 32 /Widths [250] >>");
        return writer.Finish(font, [writer.Stream("", drawing)]);
    }

    private static StrictSink Read(byte[] pdf) => StrictSink.Read(Reader, null, ExportFile.FromBytes("chat.pdf", pdf));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Holdfast.slnx")))
                return Path.Combine(folder.FullName, "tests", "exports");
        }

        throw new DirectoryNotFoundException("tests/exports");
    }
}
