using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

/// <summary>Headers as phones of many languages write them, and lines that only look like one.</summary>
public sealed class HeaderShapeTests
{
    private const string Afternoon = "2024-02-21T13:05:00";
    private const string WithSeconds = "2024-02-21T13:05:06";

    public static TheoryData<string, string> Shapes() => new()
    {
        // iOS
        { "[21.02.24, 13:05:06] ", WithSeconds },
        { "[21/02/24, 13:05:06] ", WithSeconds },
        { "[21/02/2024, 13:05:06] ", WithSeconds },
        { "[2/21/24, 1:05:06 PM] ", WithSeconds },
        { "[2/21/24, 1:05:06\u202FPM] ", WithSeconds },
        { "[2024-02-21, 13:05:06] ", WithSeconds },
        { "[2024-02-21, 1:05:06 p.m.] ", WithSeconds },
        { "[21.02.2024 13:05:06] ", WithSeconds },
        { "[21-02-2024 13:05:06] ", WithSeconds },
        { "\u200E[21.02.24, 13:05:06] ", WithSeconds },
        { "\u200F[21\u200F/2\u200F/2024, 1:05:06 PM] ", WithSeconds },
        { "[21.02.24, 13:05] ", Afternoon },
        // Android
        { "21/2/24, 13:05 - ", Afternoon },
        { "21.02.24, 13:05 - ", Afternoon },
        { "21-02-24, 13:05 - ", Afternoon },
        { "2/21/24, 1:05 PM - ", Afternoon },
        { "2/21/24, 1:05\u202FPM - ", Afternoon },
        { "21/2/2024, 1:05\u202Fp.\u00A0m. - ", Afternoon },
        { "21/2/2024, 1:05 p. m. - ", Afternoon },
        { "2024-02-21, 1:05 p.m. - ", Afternoon },
        { "2024/02/21, 1:05 pm - ", Afternoon },
        { "21/02/2024 13:05 - ", Afternoon },
        { "21.2.2024 klo 13.05 - ", Afternoon },
        { "21. 2. 2024. 13:05:06 - ", WithSeconds },
        { "21.02.24, 13:05:06 - ", WithSeconds },
        // Others
        { "2024/2/21 下午1:05 - ", Afternoon },
        { "2024/2/21 午後1:05 - ", Afternoon },
        { "2024. 2. 21. 오후 1:05 - ", Afternoon },
        { "21/02/2024, 13:05 – ", Afternoon },
        { "21/02/2024 13:05:06: ", WithSeconds },
        { "13:05, 21/02/2024 - ", Afternoon },
        { "[13:05:06, 21/02/2024] ", WithSeconds },
        { "21/2/2567 13:05 - ", Afternoon },
        { "21.02.2024 г., 13:05 - ", Afternoon },
        { "21.2.2024 г. 13:05 ч. - ", Afternoon },
        { "21.2.2024 во 13:05 - ", Afternoon },
        { "21/02/2024 à 13:05 - ", Afternoon },
        { "2024-02-21 13 h 05 - ", Afternoon },
        { "2024. 02. 21. 13:05 - ", Afternoon },
        { "২১/২/২৪, ১:০৫ PM - ", Afternoon },
        { "२१/२/२४, १:०५ अपराह्न - ", Afternoon },
        { "٢١/٢/٢٠٢٤، ١:٠٥ م - ", Afternoon },
        { "\u200F٢١\u200F/٢\u200F/٢٠٢٤، ١٣:٠٥ - ", Afternoon },
        { "۲۱/۲/۲۰۲۴، ۱۳:۰۵ - ", Afternoon },
        { "\uFEFF21/2/24, 13:05 - ", Afternoon },
        // Midnight and noon
        { "2/21/24, 12:05 AM - ", "2024-02-21T00:05:00" },
        { "2/21/24, 12:05 PM - ", "2024-02-21T12:05:00" },
        { "2024/2/21 上午12:05 - ", "2024-02-21T00:05:00" },
        { "2/21/24, 11:59 pm - ", "2024-02-21T23:59:00" },
        { "21/2/24, 00:05 - ", "2024-02-21T00:05:00" },
        // A 24-hour time with an afternoon word all the same
        { "21/2/24, 13:05 PM - ", Afternoon },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_header_is_read_in_the_shape_of_any_phone(string header, string time)
    {
        var text = $"{header}Ada: one\n{header}Ben: two\nand more\n{header}Ada: three: four\n";
        Assert.True(WhatsAppChat.IsRecognised(text));
        var read = WhatsAppChat.Read(text);
        Assert.Equal(
            [("Ada", "one"), ("Ben", "two\nand more"), ("Ada", "three: four")],
            read.Messages.Select(message => (message.From, message.Text)));
        Assert.All(read.Messages, message => Assert.Equal(time, message.At.ToString()));
        Assert.All(read.Messages, message => Assert.Equal(TimeKnowledge.WallClock, message.At.Knowledge));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_Swedish_phone_is_told_from_signal_export_by_its_marks()
    {
        const string chat = "[2024-02-21 13:05:06] Ada: \u200EMeddelanden är krypterade.\n[2024-02-21 13:05:06] Ben: two\n[2024-02-21 13:06:06] Ada: three\n";
        Assert.Equal("whatsapp-text", FormatOf(chat));
        Assert.Equal("signal-export", FormatOf(chat.Replace("\u200E", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_copy_from_WhatsApp_Web_is_left_to_the_reader_of_pasted_text() =>
        Assert.Equal("plain-text", FormatOf("[10:13 AM, 6/12/2024] Ada: one\n[10:14 AM, 6/12/2024] Ben: two\n[10:20, 12/6/2024] Ada: three\n"));

    private static string? FormatOf(string text) =>
        ExportSet.Open([ExportFile.FromBytes("chat.txt", System.Text.Encoding.UTF8.GetBytes(text))], new ReadingOptions()).Files.Single().Reader?.Format;

    [Theory]
    [InlineData("21.02.24, 13:05 - Ben: pay now")]
    [InlineData("[2024-02-21, 13:05:06] Ben: pay now")]
    [InlineData("[21.02.2024, 13:05:06] Ben: pay now")]
    [InlineData("[21.02.24, 13:05] Ben: pay now")]
    [InlineData("[21.02.24 13:05:06] Ben: pay now")]
    [InlineData("[21/02/24, 13:05:06] Ben: pay now")]
    [InlineData("[2/21/24, 1:05:06 PM] Ben: pay now")]
    [InlineData("[31.02.24, 13:05:06] Ben: pay now")]
    [InlineData("[21.13.24, 13:05:06] Ben: pay now")]
    [InlineData("[21.02.24, 25:05:06] Ben: pay now")]
    [InlineData("[21.02.24, 13:60:06] Ben: pay now")]
    [InlineData("[21.02.24, 13:05:6] Ben: pay now")]
    [InlineData("[21.02.24, 13:05:06 Ben: pay now")]
    [InlineData(" > [21.02.24, 13:05:06] Ben: pay now")]
    public void A_line_that_looks_like_a_header_of_another_shape_is_body(string line)
    {
        var read = WhatsAppChat.Read($"[20.02.24, 13:05:06] Ada: he wrote\n{line}\n[21.02.24, 13:05:07] Ben: no\n[21.02.24, 13:05:08] Ada: yes\n");
        Assert.Equal([$"he wrote\n{line}", "no", "yes"], read.Messages.Select(message => message.Text));
    }

    [Theory]
    [InlineData("[2024-06-12 08:13:00] Me: hello\n[2024-06-12 08:14:00] Ada: hi\n")]
    [InlineData("shopping\n21.02.24 dentist\n13:05 bus\n")]
    [InlineData("1/2/3\n4/5/6\n")]
    [InlineData("{\"messages\":[]}")]
    [InlineData("")]
    public void Text_without_such_headers_is_no_chat(string text) => Assert.False(WhatsAppChat.IsRecognised(text));

    [Fact]
    public void A_chat_of_a_single_record_is_recognised() =>
        Assert.True(WhatsAppChat.IsRecognised("21/02/2024, 13:05 - Ada: one\n"));
}
