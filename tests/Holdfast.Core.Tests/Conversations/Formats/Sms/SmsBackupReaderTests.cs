using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Sms;

namespace Holdfast.Core.Tests.Conversations.Formats.Sms;

public sealed class SmsBackupReaderTests
{
    private static readonly SmsBackupReader Reader = new();

    [Theory]
    [InlineData("+44 7700 900123", "07700 900123", true)]
    [InlineData("0044 7700-900123", "+447700900123", true)]
    [InlineData("(07700) 900123", "+44 7700 900123", true)]
    [InlineData("15550100123", "+15550100123", true)]
    [InlineData("5550100123", "+15550100123", true)]
    [InlineData("+15550100123", "+5550100123", false)]
    [InlineData("+447700900123", "+447700900124", false)]
    [InlineData("40404", "040404", false)]
    [InlineData("Bank", "bank", false)]
    [InlineData("a1b@example.com", "1", false)]
    public void Spellings_of_one_number_share_a_thread(string one, string other, bool isSame)
    {
        var addresses = new SmsAddresses();
        Assert.Equal(isSame, addresses.Key(one) == addresses.Key(other));
        var turned = new SmsAddresses();
        Assert.Equal(isSame, turned.Key(other) == turned.Key(one));
    }

    [Theory]
    [InlineData(3, MessageEvent.Draft)]
    [InlineData(4, MessageEvent.Waiting)]
    [InlineData(5, MessageEvent.NotSent)]
    [InlineData(6, MessageEvent.Waiting)]
    public void What_was_never_sent_says_so_and_is_no_message(int type, MessageEvent happened)
    {
        var message = Read($"""<smses><sms address="1" date="1709280000000" type="{type}" body="words" /></smses>""").Messages.Single();
        Assert.Equal((MessageKind.Notice, happened, "words", "Me"), (message.Kind, message.Event, message.Text, message.From));
    }

    [Fact]
    public void A_long_subject_stays_within_the_limit_of_one_text()
    {
        var read = StrictSink.Read(
            Reader, $"""<smses><sms address="1" date="1709280000000" type="1" body="hi" subject="{new string('w', 101)}" /></smses>""", new ReadingOptions { MaxTextLength = 100 });
        Assert.Equal(100, read.Messages.Single().Subject!.Length);
        Assert.Equal(ProblemKind.TextTooLong, Assert.Single(read.Problems, problem => problem.Kind == ProblemKind.TextTooLong).Kind);
    }

    [Fact]
    public void Pictures_of_any_size_pass_by()
    {
        var picture = new string('A', 20 << 20);
        var xml = $"""<smses><mms date="1709280000000" msg_box="1" address="1" m_type="132"><parts><part ct="image/jpeg" cl="a.jpg" data="{picture}" /><part ct="text/plain" text="after it" /></parts></mms></smses>""";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bytes = Encoding.UTF8.GetBytes(xml);
        var own = GC.GetAllocatedBytesForCurrentThread() - before;
        var read = StrictSink.Read(Reader, null, ExportFile.FromBytes("sms.xml", bytes));
        Assert.Equal("after it", read.Messages.Single().Text);
        Assert.Equal(["a.jpg"], read.Messages.Single().Media);
        Assert.Empty(read.Problems);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before - own < 20 << 20, "the picture was held");
    }

    [Fact]
    public void A_text_that_is_too_long_is_shown_in_part_and_said()
    {
        var xml = $"""<smses><sms address="1" date="1709280000000" type="1" body="{new string('x', 50_000)}" /></smses>""";
        var read = StrictSink.Read(Reader, new ReadingOptions { MaxTextLength = 1_000 }, ExportFile.FromBytes("sms.xml", Encoding.UTF8.GetBytes(xml)));
        Assert.Equal(1_000, read.Messages.Single().Text!.Length);
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.TextTooLong);
    }

    [Fact]
    public void A_file_with_more_records_than_are_held_comes_in_several_conversations()
    {
        var xml = new StringBuilder("<smses>");
        for (var i = 0; i <= SmsThreads.MostRecords; i++)
            xml.Append("<sms address=\"1\" date=\"1709280000000\" type=\"1\" body=\"\"/>");
        var sink = new Counter();
        Reader.Read([ExportFile.FromBytes("sms.xml", Encoding.UTF8.GetBytes(xml.Append("</smses>").ToString()))], new ReadingOptions(), sink);
        Assert.Equal((2, SmsThreads.MostRecords + 1), (sink.Conversations, sink.Messages));
        Assert.Equal(["1"], sink.Ids);
    }

    [Fact]
    public void A_record_that_is_never_closed_ends_where_the_next_begins()
    {
        var read = Read("""<smses><mms date="1709280000000" msg_box="1" address="1"><parts><part ct="text/plain" text="a" /></parts><sms address="1" date="1709280000001" type="1" body="b" /></smses>""");
        Assert.Equal(["a", "b"], read.Messages.Select(m => m.Text));
        Assert.Equal([ProblemKind.Damaged], read.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Other_markup_is_not_claimed()
    {
        Assert.False(Recognises("<html><body>smses and calls</body></html>"));
        Assert.False(Recognises("he wrote <smses> to me"));
        Assert.True(Recognises("<?xml version='1.0'?><smses count='0'></smses>"));
        Assert.True(Recognises("<calls count=\"1\"><call number=\"1\" date=\"1\" /></calls>"));
    }

    [Fact]
    public void The_owner_has_the_name_that_the_person_gave()
    {
        var file = ExportFile.FromBytes("sms.xml", """<smses><sms address="1" date="1709280000000" type="2" body="b" /></smses>"""u8.ToArray());
        var read = StrictSink.Read(Reader, new ReadingOptions { Me = ["Sam"] }, file);
        Assert.Equal("Sam", read.Messages.Single().From);
        Assert.Equal("Sam", read.Conversations.Single().Owner);
    }

    private static StrictSink Read(string xml) => StrictSink.Read(Reader, xml);

    private static bool Recognises(string text) =>
        Reader.Recognises(new ExportHead(ExportFile.FromBytes("x", []), Encoding.UTF8.GetBytes(text), text));

    private sealed class Counter : IConversationSink
    {
        internal int Conversations { get; private set; }

        internal int Messages { get; private set; }

        internal HashSet<string?> Ids { get; } = [];

        public void Begin(ConversationHeader header) => Ids.Add(header.Id);

        public void Add(Message message) => Messages++;

        public void Add(Contact contact)
        {
        }

        public void End(ConversationFooter footer) => Conversations++;

        public void Report(ReadingProblem problem)
        {
        }
    }
}
