using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Email;

namespace Holdfast.Core.Tests.Conversations.Formats.Email;

public sealed class EmailReaderTests
{
    [Fact]
    public void Parts_without_number_do_not_fill_the_memory()
    {
        const string Head = "From: Ann <ann@example.com>\nDate: Wed, 12 Jun 2024 08:13:00 +0000\nMIME-Version: 1.0\n";
        var parts = string.Concat(Enumerable.Repeat("\n--b\nContent-Type: text/plain\n\nx", 60_000));
        var read = StrictSink.Read(new EmailReader(), $"{Head}Content-Type: multipart/mixed; boundary=b\n{parts}\n--b--\n");
        Assert.Equal("Ann", read.Messages.Single().From);
        Assert.Contains(read.Problems, problem => problem.Kind == ProblemKind.TextTooLong);

        var plain = StrictSink.Read(new EmailReader(), $"{Head}\nhi{string.Concat(Enumerable.Repeat("\n--x", 60_000))}\nend\n");
        Assert.EndsWith("end", plain.Messages.Single().Text, StringComparison.Ordinal);
        Assert.Empty(plain.Problems);
    }

    [Theory]
    [InlineData("From: a@example.com\nTo: b@example.com\nSubject: x\n\nbody")]
    [InlineData("Received: from x\n by y\nDate: Sat, 3 Feb 2024 04:05:06 +0100\n\nbody")]
    [InlineData("From a@example.com Sat Feb  3 04:05:06 2024\nFrom: a@example.com\n\nbody")]
    public void A_mail_is_known_by_its_header(string text) => Assert.True(Recognises(text));

    [Theory]
    [InlineData("Mira: hi\nMe: no\n")]
    [InlineData("From: Mira with love\n\nhello")]
    [InlineData("I got this mail\nFrom: a@example.com\nTo: b@example.com\n")]
    [InlineData("From Russia with love\nMira: hi")]
    public void Other_text_is_no_mail(string text) => Assert.False(Recognises(text));

    [Theory]
    [InlineData("<p>one<p>two", "one\n\ntwo")]
    [InlineData("a<br>b<br/>c", "a\nb\nc")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("<pre>a\nb</pre>", "a\nb")]
    [InlineData("&lt;b&gt; &amp; &#8364;", "<b> & €")]
    [InlineData("<script>x</script><style>y</style><!-- z -->seen", "seen")]
    [InlineData("<div style='DISPLAY : NONE'>no<div>no</div>no</div>yes", "yes")]
    [InlineData("<div style='color:#fff'>kept in doubt</div>", "kept in doubt")]
    [InlineData("<span style='font-size:0'>n</span>y<br style='display:none'>z", "y\nz")]
    [InlineData("<head><title>t</title><body>no closing head", "no closing head")]
    [InlineData("p&#8203;ass\u200Dword", "p\u200Bass\u200Dword")]
    public void Markup_becomes_what_a_reader_sees(string html, string expected) => Assert.Equal(expected, HtmlText.Convert(html, 1_000));

    [Theory]
    [InlineData("a \nb\nc", false, "a b\nc")]
    [InlineData("a \nb", true, "ab")]
    [InlineData(" From x\n-- \nme", false, "From x\n-- \nme")]
    public void Flowed_lines_are_joined(string text, bool deleteSpace, string expected) => Assert.Equal(expected, FlowedText.Join(text, deleteSpace));

    [Theory]
    [InlineData("From a@example.com Sat Feb  3 04:05:06 2024", true)]
    [InlineData("From - Sat Feb  3 04:05:06 2024", true)]
    [InlineData("From a@example.com", true)]
    [InlineData("From Russia with love", false)]
    [InlineData("From here, 10 minutes", false)]
    public void A_border_of_a_mailbox_has_an_address_or_a_time(string line, bool expected) =>
        Assert.Equal(expected, Mbox.IsBorder(Encoding.ASCII.GetBytes(line)));

    [Theory]
    [InlineData("=?utf-8?B?QUJD?=\n ")]
    [InlineData("a")]
    public void A_field_of_any_length_is_read_in_part_and_reported(string piece)
    {
        var field = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var read = StrictSink.Read(
            new EmailReader(), $"Subject: {field}\nFrom: Ann <ann@example.com>\nDate: Wed, 12 Jun 2024 08:13:00 +0000\n\npay now\n", new ReadingOptions { MaxTextLength = 1000 });
        var message = read.Messages.Single();
        Assert.Equal(("Ann", "pay now"), (message.From, message.Text));
        Assert.Equal(1000, message.Subject!.Length);
        Assert.All(read.Problems, problem => Assert.Equal(ProblemKind.TextTooLong, problem.Kind));
        Assert.Equal(2, read.Problems.Count);
    }

    [Fact]
    public void A_mail_nested_far_too_deep_is_read_without_exhausting_the_stack()
    {
        var mail = new StringBuilder("From: a@example.com\nTo: b@example.com\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (var i = 0; i < 5_000; i++)
            mail.Append("--b").Append(i).Append("\nContent-Type: multipart/mixed; boundary=b").Append(i + 1).Append("\n\n");
        Assert.Single(StrictSink.Read(new EmailReader(), mail.ToString()).Messages);
    }

    [Fact]
    public void Words_in_a_mail_whose_parts_cannot_be_told_apart_are_kept_and_the_damage_is_reported()
    {
        var read = StrictSink.Read(new EmailReader(), "From: a@example.com\nTo: b@example.com\nContent-Type: multipart/mixed\n\npay now");
        Assert.Equal("pay now", read.Messages.Single().Text);
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.Damaged);
    }

    [Fact]
    public void A_picture_alone_is_a_message_without_words()
    {
        var message = StrictSink.Read(
            new EmailReader(),
            "From: a@example.com\nTo: b@example.com\nContent-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=").Messages.Single();
        Assert.Equal(MessageKind.Media, message.Kind);
        Assert.Equal(["x.png"], message.Media);
    }

    private static bool Recognises(string text) =>
        new EmailReader().Recognises(new ExportHead(ExportFile.FromBytes("x", []), Encoding.UTF8.GetBytes(text), text));
}
