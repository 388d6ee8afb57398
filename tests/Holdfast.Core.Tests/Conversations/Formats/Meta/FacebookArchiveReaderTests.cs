using Holdfast.Conversations.Formats.Meta;

namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class FacebookArchiveReaderTests
{
    [Fact]
    public void Blocks_with_the_same_members_are_one_conversation()
    {
        var read = Read(Thread("A, B", Message("B", 5, "late")) + Thread("A, C", Message("C", 1, "x")) + Thread("A, B", Message("B", 4, "early")));
        Assert.Equal(2, read.Conversations.Count);
        Assert.Equal(["early", "late"], read.Conversations[0].Messages.Select(m => m.Text));
    }

    [Fact]
    public void Blocks_that_list_nobody_stay_apart() =>
        Assert.Equal(2, Read(Thread("", Message("B", 5, "x")) + Thread("", Message("C", 4, "y"))).Conversations.Count);

    [Fact]
    public void The_heading_of_the_page_is_the_owner()
    {
        var conversation = Assert.Single(Read("<h1>A</h1>" + Thread("A, B", Message("B", 5, "x"))).Conversations);
        Assert.Equal(("A", 1.0, "B"), (conversation.Owner, conversation.Footer.OwnerConfidence, conversation.Header.Title));
    }

    [Fact]
    public void Who_speaks_everywhere_is_the_owner_when_nothing_says_it()
    {
        var read = Read(Thread("B", Message("B", 5, "x") + Message("A", 4, "y")) + Thread("C", Message("C", 5, "x") + Message("A", 4, "y")));
        Assert.All(read.Conversations, c => Assert.Equal(("A", 0.9), (c.Owner, c.Footer.OwnerConfidence)));
    }

    [Fact]
    public void Words_that_name_a_class_of_the_page_are_words()
    {
        var message = Assert.Single(Read(Thread("A, B", Message("B", 5, "&lt;div class=&quot;message&quot;&gt; pay"))).Messages);
        Assert.Equal("<div class=\"message\"> pay", message.Text);
    }

    private static string Message(string user, int day, string words) =>
        $"<div class=\"message\"><div class=\"message_header\"><span class=\"user\">{user}</span><span class=\"meta\">October {day}, 2013 at 10:05pm UTC+01</span></div></div><p>{words}</p>";

    private static string Thread(string members, string messages) => $"<div class=\"thread\">{members}{messages}</div>";

    private static StrictSink Read(string html) => StrictSink.Read(new FacebookArchiveReader(), "<html><body>" + html + "</body></html>");
}
