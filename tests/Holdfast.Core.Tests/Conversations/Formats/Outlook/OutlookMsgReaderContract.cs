using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Outlook;

public sealed class OutlookMsgReaderContract : ExportReaderContract
{
    protected override string Format => "outlook-msg";

    protected override string SampleName => "mail.msg";

    protected override int Messages => 1;

    protected override bool IsText => false;

    protected override byte[] SampleBytes => OutlookMsg.Of(msg => msg
        .Wide(0x0037, "About yesterday").Wide(0x1000, "Hello Ada,\r\nsee you.\r\n")
        .Wide(0x0C1A, "Ben Example").Wide(0x0C1E, "SMTP").Wide(0x0C1F, "ben@example.com").Wide(0x1035, "<1@example.com>")
        .Sent(new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Utc)));
}

public sealed class OutlookMsgReaderTests
{
    private static readonly IExportReader Reader = ExportReaders.All.Single(r => r.Format == "outlook-msg");

    private static readonly string Committed = Path.Combine(Root(), "outlook-msg", "mail-with-a-mail-in-it", "input", "mail.msg");

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    public void Small_and_large_sectors_and_small_and_large_streams_are_read(int shift)
    {
        var long1 = string.Join(' ', Enumerable.Range(0, 2000));
        var message = Read(OutlookMsg.Of(msg => msg.Wide(0x0037, "Short").Wide(0x1000, long1), shift));
        Assert.Equal(("Short", long1), (message.Subject, message.Text));
    }

    [Fact]
    public void A_body_in_a_code_page_is_decoded_with_it()
    {
        var bytes = OutlookMsg.Of(msg => msg.Bytes(0x1000, 0x001E, [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]).Row(0x3FFD, 3, 1251));
        Assert.Equal("Привет", Read(bytes).Text);
    }

    [Fact]
    public void An_HTML_body_without_a_plain_one_becomes_its_words()
    {
        var html = "<html><body><p>Caf\u00E9</p><p>now</p></body></html>";
        var bytes = OutlookMsg.Of(msg => msg.Bytes(0x1013, 0x0102, System.Text.Encoding.Latin1.GetBytes(html)).Row(0x3FDE, 3, 28591));
        Assert.Equal("Caf\u00E9\n\nnow", Read(bytes).Text);
    }

    [Fact]
    public void A_compressed_body_is_unpacked()
    {
        // The worked example of [MS-OXRTFCP] 4.1.1: "{\rtf1\ansi\ansicpg1252\pard hello world}" and a line end.
        byte[] packed =
        [
            0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0, 0x0A, 0, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32,
            0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09, 0, 0x20, 0x62, 0x77, 0x05, 0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0,
        ];
        Assert.Equal("hello world", Read(OutlookMsg.Of(msg => msg.Bytes(0x1009, 0x0102, packed))).Text);
    }

    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 X;}}\pard one\par two \'80 \f1\'cf\f0 {\b bold}\u8364?\line x\~y{\*\unknown gone}}", "one\ntwo \u20AC Пbold\u20AC\nx\u00A0y")]
    [InlineData(@"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 seen \htmlrtf hidden\htmlrtf0 {\*\htmltag84 <b>}bold{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}}", "seen bold")]
    [InlineData(@"{\rtf1 {\uc2\u1055??ok}", "Пok")]
    [InlineData(@"}}}\rtf1 loose \'zz \", "loose zz")]
    public void Words_come_out_of_RTF(string rtf, string expected)
    {
        byte[] plain = [.. BitConverter.GetBytes(rtf.Length + 12), .. BitConverter.GetBytes(rtf.Length), .. "MELA"u8, 0, 0, 0, 0, .. System.Text.Encoding.Latin1.GetBytes(rtf)];
        Assert.Equal(expected, Read(OutlookMsg.Of(msg => msg.Bytes(0x1009, 0x0102, plain))).Text?.Trim());
    }

    [Fact]
    public void The_sender_stands_in_the_headers_when_no_property_names_one()
    {
        var message = Read(OutlookMsg.Of(msg => msg.Wide(0x1000, "x")
            .Wide(0x007D, "From: =?utf-8?q?J=C3=B6rg?= <joerg@example.com>\r\nDate: Sat, 3 Feb 2024 05:05:06 +0100\r\nMessage-ID: <7@example.com>\r\nSubject: Hi\r\n")));
        Assert.Equal(("J\u00F6rg", "joerg@example.com", "Hi", "7@example.com"), (message.From, message.FromId, message.Subject, message.Id));
        Assert.Equal("2024-02-03T05:05:06+01:00", message.At.ToString());
    }

    [Fact]
    public void The_path_of_a_directory_is_no_address_where_there_is_a_better_one()
    {
        var message = Read(OutlookMsg.Of(msg => msg.Wide(0x1000, "x").Wide(0x0C1E, "EX").Wide(0x0C1F, "/O=EXAMPLE/CN=BEN").Wide(0x5D01, "ben@example.com")));
        Assert.Equal("ben@example.com", message.FromId);
    }

    [Fact]
    public void The_year_that_stands_for_no_time_is_no_time()
    {
        var message = Read(OutlookMsg.Of(msg => msg.Wide(0x1000, "x").Row(0x0039, 0x40, 915_151_392_000_000_000)));
        Assert.Equal(TimeKnowledge.None, message.At.Knowledge);
    }

    [Fact]
    public void A_directory_in_a_circle_ends()
    {
        var bytes = OutlookMsg.Of(msg => msg.Wide(0x1000, "words").Wide(0x0037, "subject"));
        // Let the last entry point back at the first of them.
        var at = bytes.AsSpan().LastIndexOf(System.Text.Encoding.Unicode.GetBytes("__properties_version1.0"));
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 72), 1u);
        var read = StrictSink.Read(Reader, null, ExportFile.FromBytes("mail.msg", bytes));
        Assert.Equal("words", Assert.Single(read.Messages).Text);
        Assert.Contains(read.Problems, p => p.Kind is ProblemKind.Damaged);
    }

    [Fact]
    public void Other_compound_files_are_not_claimed()
    {
        var file = new CompoundFileWriter(12);
        file.Stream(0, "WordDocument", new byte[100_000]);
        var bytes = file.ToArray();
        var set = ExportSet.Open([ExportFile.FromBytes("letter.doc", bytes)], new ReadingOptions());
        Assert.Null(Assert.Single(set.Files).Reader);
    }

    [Fact]
    public void A_message_whose_directory_lies_far_behind_is_recognised()
    {
        var bytes = OutlookMsg.Of(msg => msg.Bytes(0x1000, 0x001E, new byte[50_000].Select(_ => (byte)'a').ToArray()).Wide(0x0037, "far"), 12);
        byte[] larger = OutlookMsg.Of(msg => msg.Bytes(0x1013, 0x0102, new byte[90_000]).Wide(0x0037, "far"), 12);
        foreach (var sample in new[] { bytes, larger })
            Assert.Equal("outlook-msg", ExportSet.Open([ExportFile.FromBytes("m", sample)], new ReadingOptions()).Files[0].Reader?.Format);
    }

    [Theory]
    [InlineData("mails.pst", "!BDN\0\0\0\0")]
    [InlineData("Inbox.msf", "// <!-- <mdb:mork:z v=\"1.4\"/> -->\n< <(a=c)> >\n")]
    public void A_store_or_index_of_mails_is_listed_as_a_format_that_is_not_read(string name, string text)
    {
        var sink = new StrictSink();
        ExportSet.Open([ExportFile.FromBytes(name, System.Text.Encoding.Latin1.GetBytes(text))], new ReadingOptions()).Read(sink);
        Assert.Equal(ProblemKind.UnsupportedFormat, Assert.Single(sink.Problems).Kind);
    }

    [Fact]
    public void The_committed_mail_is_what_this_writes()
    {
        var bytes = OutlookMsg.Of(msg => msg
            .Wide(0x0037, "FW: photos").Wide(0x1000, "look what came\r\n").Wide(0x0C1A, "Ada Example").Wide(0x5D01, "ada@example.com")
            .Sent(new DateTime(2024, 2, 3, 10, 0, 0, DateTimeKind.Utc)).File("note.txt")
            .Mail("photos", inner => inner
                .Wide(0x0037, "photos").Wide(0x1000, "pay by friday\r\n").Wide(0x0C1A, "Zed").Wide(0x0C1E, "SMTP").Wide(0x0C1F, "zed@example.net")
                .Wide(0x1035, "<99@example.net>").Sent(new DateTime(2024, 2, 3, 8, 0, 0, DateTimeKind.Utc)).File("one.jpg")));
        if (Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Committed)!);
            File.WriteAllBytes(Committed, bytes);
        }

        Assert.Equal(File.ReadAllBytes(Committed), bytes);
    }

    private static Message Read(byte[] bytes)
    {
        var read = StrictSink.Read(Reader, null, ExportFile.FromBytes("mail.msg", bytes));
        Assert.Empty(read.Problems);
        return Assert.Single(read.Messages);
    }

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
