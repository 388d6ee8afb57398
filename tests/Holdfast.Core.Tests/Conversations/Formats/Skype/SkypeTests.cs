using Holdfast.Conversations.Formats.Skype;

namespace Holdfast.Core.Tests.Conversations.Formats.Skype;

public sealed class SkypeTests
{
    [Theory]
    [InlineData("plain &amp; simple", "plain & simple", null)]
    [InlineData("a &lt;b&gt; <b raw_pre=\"*\">c</b>", "a <b> c", null)]
    [InlineData("<quote messageid=\"1\"><legacyquote>[1] Mira: </legacyquote>send it<legacyquote>&lt;&lt;&lt; </legacyquote></quote>no", "no", "send it")]
    [InlineData("<quote>one <quote>two</quote></quote>no", "no", "one \ntwo")]
    [InlineData("never <b>closed", "never closed", null)]
    [InlineData("5 < 6", "5 < 6", null)]
    public void The_words_of_others_are_kept_apart_from_the_senders_own(string content, string text, string? quoted)
    {
        var read = SkypeContent.Read(content);
        Assert.Equal((text, quoted), (read.Text, read.Quoted));
    }

    [Fact]
    public void A_content_nested_without_end_is_read()
    {
        var read = SkypeContent.Read(string.Concat(Enumerable.Repeat("<b>", 20_000)) + "deep");
        Assert.Equal("deep", read.Text);
    }

    [Fact]
    public void A_conversation_without_a_name_is_kept()
    {
        const string Export = """
            {"userId":"live:tom","exportDate":"2024","conversations":[{"id":"8:live:x","displayName":null,"MessageList":[
            {"id":"1","originalarrivaltime":"2024-06-12T06:22:00Z","messagetype":"RichText","from":"8:live:x","content":"pay"}]}]}
            """;
        var read = StrictSink.Read(new SkypeJsonReader(), Export);
        Assert.Equal((null, "8:live:x", "live:tom", 1.0), (read.Conversations[0].Header.Title, read.Conversations[0].Header.Id, read.Conversations[0].Owner, read.Conversations[0].Footer.OwnerConfidence));
        Assert.Equal("pay", read.Messages.Single().Text);
    }
}
