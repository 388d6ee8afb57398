using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Twitter;

namespace Holdfast.Core.Tests.Conversations.Formats.Twitter;

public sealed class TwitterReaderTests
{
    [Theory]
    [InlineData("&lt;b&gt; &quot;x&quot; &#39;y&#39; R&amp;D", "<b> \"x\" 'y' R&D")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("a & b &nosuch; &", "a & b &nosuch; &")]
    public void Escaped_characters_are_read_once(string text, string expected) => Assert.Equal(expected, TweetText.Unescape(text));

    [Fact]
    public void The_owner_is_who_is_in_all_conversations_when_no_file_says_it()
    {
        var read = Read(File("direct-messages.js", Messages("1-2", "2", "1") + "," + Messages("1-3", "3", "1")));
        Assert.All(read.Conversations, c => Assert.Equal(("1", 0.9), (c.Owner, c.Footer.OwnerConfidence)));
    }

    [Fact]
    public void One_conversation_alone_does_not_tell_the_owner() =>
        Assert.Null(Read(File("direct-messages.js", Messages("1-2", "2", "1"))).Conversations.Single().Owner);

    [Fact]
    public void The_same_message_in_two_archives_is_counted_once_and_reported()
    {
        var messages = Messages("1-2", "2", "1");
        var read = Read(File("old/direct-messages.js", messages), File("new/direct-messages.js", messages + " "));
        Assert.Single(read.Messages);
        Assert.Equal(ProblemKind.Duplicate, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void Archives_of_two_people_are_kept_apart()
    {
        var read = Read(
            File("a/direct-messages.js", Messages("1-2", "2", "1")),
            File("a/account.js", """{"account":{"accountId":"1"}}""", "account"),
            File("b/direct-messages.js", Messages("1-2", "2", "1")),
            File("b/account.js", """{"account":{"accountId":"2"}}""", "account"));
        Assert.Equal(["1", "2"], read.Conversations.Select(c => c.Owner));
    }

    [Fact]
    public void Posts_are_listed_as_not_read()
    {
        var read = Read(File("direct-messages.js", Messages("1-2", "2", "1")), File("tweets.js", """{"tweet":{"id":"5"}}""", "tweets"));
        Assert.Equal(("tweets.js", ProblemKind.FileNotRead), (read.Problems.Single().File, read.Problems.Single().Kind));
    }

    [Fact]
    public void An_event_of_an_unknown_shape_is_kept_and_reported()
    {
        var read = Read(File("direct-messages.js", """{"dmConversation":{"conversationId":"9","messages":[{"odd":1}]}}"""));
        Assert.Equal(MessageKind.Notice, read.Messages.Single().Kind);
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.UnreadableBody);
    }

    [Fact]
    public void A_link_that_stands_for_a_long_address_is_put_in_once()
    {
        var text = Read(File("direct-messages.js", """
            {"dmConversation":{"conversationId":"1-2","messages":[{"messageCreate":{"id":"7","senderId":"2","recipientId":"1","createdAt":"2024-01-01T00:00:00.000Z",
            "text":"a https://t.co/x1234 b https://t.co/x1234","urls":[{"url":"https://t.co/x1234","expanded":"https://example.com/long"}]}}]}}
            """)).Messages.Single().Text;
        Assert.Equal("a https://example.com/long b https://t.co/x1234", text);
    }

    private static string Messages(string conversation, string sender, string recipient) =>
        $$$"""{"dmConversation":{"conversationId":"{{{conversation}}}","messages":[{"messageCreate":{"id":"7","senderId":"{{{sender}}}","recipientId":"{{{recipient}}}","createdAt":"2024-01-01T00:00:00.000Z","text":"hi"}}]}}""";

    private static StrictSink Read(params ExportFile[] files) => StrictSink.Read(new TwitterReader(), null, files);

    private static ExportFile File(string name, string items, string data = "direct_messages") =>
        ExportFile.FromBytes(name, Encoding.UTF8.GetBytes($"window.YTD.{data}.part0 = [{items}]"));
}
