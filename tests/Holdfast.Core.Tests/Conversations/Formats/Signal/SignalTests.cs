using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Signal;

namespace Holdfast.Core.Tests.Conversations.Formats.Signal;

public sealed class SignalTests
{
    private static string? ReaderOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var head = new ExportHead(ExportFile.FromBytes("chat.md", bytes), bytes, text);
        return ExportReaders.All.FirstOrDefault(r => r.Recognises(head))?.Format;
    }

    [Theory]
    [InlineData("[2024-06-12 08:13:00] Mira: hi\n", "signal-export")]
    [InlineData("[2019-12-24, 12:23] Mira: hi\n[2019-12-24, 12:24] Me: hi\n", "signal-export")]
    [InlineData("[2024-06-12, 08:13:00] Mira: hi\n[2024-06-12, 08:14:00] Me: hi\n", "whatsapp-text")]
    [InlineData("[2024/06/12 08:13:00] Mira: hi\n[2024/06/12 08:14:00] Me: hi\n", "whatsapp-text")]
    [InlineData("\u200e[2024-06-12, 08:13:00] Mira: \u200ehi\n[2024-06-12, 08:14:00] Me: hi\n", "whatsapp-text")]
    public void Signal_and_WhatsApp_are_told_apart_by_their_first_line(string text, string format) => Assert.Equal(format, ReaderOf(text));

    [Theory]
    [InlineData("[2024-13-12 08:13:00] Mira: hi")]
    [InlineData("[2024-06-31 08:13:00] Mira: hi")]
    [InlineData("[2024-06-12 24:13:00] Mira: hi")]
    [InlineData("[2024-06-12 08:13:00] no colon")]
    [InlineData("[2024-06-12 08:13:00]")]
    [InlineData("[2024-06-12 08:13:0")]
    public void What_is_no_head_begins_no_record(string line) => Assert.False(SignalHead.TryParse(line, out _));

    [Fact]
    public void The_words_that_are_answered_are_kept_apart()
    {
        var body = SignalBody.Read("\n\n> one\n> two\n\nno  \n(- Me: 😡 -)");
        Assert.Equal(("no", "one\ntwo", "Me 😡"), (body.Text, body.Quoted, string.Join(' ', body.Reactions.Select(r => $"{r.Actor} {r.Symbol}"))));
    }

    [Theory]
    [InlineData("> said with a sign", "> said with a sign")]
    [InlineData("look [here](https://example.com/)", "look [here](https://example.com/)")]
    [InlineData("(- nothing here -)", "(- nothing here -)")]
    [InlineData("a missed call is not a Missed call", "a missed call is not a Missed call")]
    public void What_people_typed_stays_theirs(string body, string text)
    {
        var read = SignalBody.Read(body);
        Assert.Equal((text, MessageKind.Text), (read.Text, read.Kind));
        Assert.Null(read.Quoted);
    }

    [Fact]
    public void Me_is_the_owner_under_the_name_that_the_person_gave()
    {
        var read = StrictSink.Read(new SignalExportReader(), "[2024-06-12 08:13:00] Me: hi\n", new ReadingOptions { Me = ["Tom"] });
        Assert.Equal(("Tom", "Tom", 1.0), (read.Messages.Single().From, read.Conversations[0].Owner, read.Conversations[0].Footer.OwnerConfidence));
    }

    [Fact]
    public void The_form_with_more_messages_is_read_and_the_other_is_reported()
    {
        static ExportFile File(string name, string text) => ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(text));
        const string Row = """{"date": "2024-06-12T08:13:00", "sender": "Mira", "body": "hi", "quote": "", "reactions": []}""";
        var read = StrictSink.Read(new SignalExportReader(), null,
            File("Mira/chat.md", "[2024-06-12 08:13:00] Mira: hi\n"), File("Mira/data.json", $"{Row}\n{Row}\n"), File("Noa/chat.md", "[2024-06-12 08:13:00] Noa: yo\n"));
        Assert.Equal([("Mira", 2), ("Noa", 1)], read.Conversations.Select(c => (c.Header.Title!, c.Messages.Count)));
        Assert.Equal([("Mira/chat.md", ProblemKind.Duplicate)], read.Problems.Select(p => (p.File, p.Kind)));
    }

    [Fact]
    public void An_encrypted_backup_is_known_and_reported()
    {
        byte[] backup = [0, 0, 0, 54, 0x0A, 52, 0x0A, 16, .. new byte[16], 0x12, 32, .. new byte[32], .. Enumerable.Repeat((byte)0x91, 200)];
        var sink = new StrictSink();
        ExportSet.Open([ExportFile.FromBytes("signal-2024-06-12.backup", backup)], new ReadingOptions()).Read(sink);
        Assert.Equal([ProblemKind.UnsupportedFormat], sink.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void A_page_is_read_and_its_following_messages_keep_their_sender_and_no_time()
    {
        const string Page = """
            <html><head><link href="../style.css"></head><body><div class="page" id="pg0">
            <div class="msg"><span class="date">2024-06-12</span><span class="time">08:13:00</span><span class="sender">Mira</span><p class="body">hi</p></div>
            <div class="msg cont"><p class="body">pay</p></div></div></body></html>
            """;
        var read = StrictSink.Read(new SignalExportReader(), Page, name: "Mira/index.html");
        Assert.Equal([("Mira", "hi", "2024-06-12T08:13:00"), ("Mira", "pay", "")], read.Messages.Select(m => (m.From!, m.Text!, m.At.ToString())));
        Assert.Empty(read.Problems);
    }
}
