using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Signal;

namespace Holdfast.Core.Tests.Conversations.Formats.Signal;

public sealed class SigtopTests
{
    [Theory]
    [InlineData("Mira (+447700900123)", "Mira", "+447700900123")]
    [InlineData("Mira (work) (+447700900123)", "Mira (work)", "+447700900123")]
    [InlineData("Class (group)", "Class", null)]
    [InlineData("Mira", "Mira", null)]
    [InlineData("(+447700900123)", "(+447700900123)", null)]
    public void A_person_is_a_name_and_what_identifies_them(string text, string name, string? id) =>
        Assert.Equal(new SigtopPerson(name, id), SigtopPerson.Read(text));

    [Fact]
    public void What_somebody_wrote_below_an_empty_line_begins_no_record()
    {
        var read = StrictSink.Read(new SigtopTextReader(), """
            Conversation: Mira (+447700900123)

            From: Mira (+447700900123)
            Type: incoming
            Sent: Wed, 12 Jun 2024 08:13:00 +0200

            one

            From: the bank

            Type: incoming
            two

            """);
        Assert.Equal("one\n\nFrom: the bank\n\nType: incoming\ntwo", read.Messages.Single().Text);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_mail_is_no_conversation_of_sigtop()
    {
        const string Mail = "From: Mira <mira@example.com>\nTo: tom@example.com\nDate: Wed, 12 Jun 2024 08:13:00 +0200\nSubject: hi\n\nType: incoming\nSent: now\n";
        var bytes = System.Text.Encoding.UTF8.GetBytes(Mail);
        var head = new ExportHead(ExportFile.FromBytes("mail.eml", bytes), bytes, Mail);
        Assert.Equal("email", ExportReaders.All.First(r => r.Recognises(head)).Format);
    }

    [Fact]
    public void You_is_the_owner_under_the_name_that_the_person_gave()
    {
        const string Text = "Conversation: Mira (+447700900123)\n\nFrom: You\nType: outgoing\nSent: Wed, 12 Jun 2024 08:14:00 +0200\n\nno\n";
        Assert.Equal(("You", "You", 1.0), Owner(null));
        Assert.Equal(("Tom", "Tom", 1.0), Owner(new ReadingOptions { Me = ["Tom"] }));

        static (string?, string?, double) Owner(ReadingOptions? options)
        {
            var read = StrictSink.Read(new SigtopTextReader(), Text, options);
            return (read.Messages.Single().From, read.Conversations[0].Owner, read.Conversations[0].Footer.OwnerConfidence);
        }
    }

    [Fact]
    public void In_a_group_people_stand_under_their_numbers()
    {
        const string Rows = """
            [{"type":"incoming","conversationId":"c","source":"+447700900123","sent_at":1718172780123,"body":"a"},
             {"type":"incoming","conversationId":"c","source":"+447700900456","sent_at":1718172780124,"body":"b"}]
            """;
        var read = StrictSink.Read(new SigtopJsonReader(), Rows, name: "Class (group).json");
        Assert.Equal(["+447700900123", "+447700900456"], read.Messages.Select(m => m.From));
        Assert.Equal("Class", read.Conversations[0].Header.Title);
    }
}
