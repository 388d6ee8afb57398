using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Meta;

namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class MetaHtmlReaderTests
{
    private const string Path = "your_instagram_activity/messages/inbox/mira_1/message_1.html";

    [Theory]
    [InlineData("I saw that this message was unsent, pay")]
    [InlineData("This message was unsent by me")]
    [InlineData("Liked a message from you")]
    [InlineData("Your mother missed a call")]
    public void A_platform_word_inside_a_message_does_not_make_it_a_notice(string words)
    {
        var message = Assert.Single(Read(Box("Mira", words, "Jun 10, 2024 6:28 am")).Messages);
        Assert.Equal((MessageKind.Text, words), (message.Kind, message.Text));
    }

    [Fact]
    public void A_time_that_somebody_wrote_is_not_the_time_of_the_message()
    {
        var message = Assert.Single(Read(Box("Mira", "<div>Tom</div><div>x</div><div>May 1, 2020 1:00 am</div>", "Jun 10, 2024 6:28 am")).Messages);
        Assert.Equal(("2024-06-10T06:28:00", "Mira"), (message.At.ToString(), message.From));
        Assert.Contains("May 1, 2020", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_a_time_that_can_be_read_is_kept_and_reported()
    {
        var read = Read(Box("Mira", "hi", "???"));
        Assert.Equal("hi", Assert.Single(read.Messages).Text);
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.Damaged);
    }

    [Fact]
    public void Pages_of_one_conversation_are_one_conversation_oldest_first()
    {
        var read = StrictSink.Read(
            new MetaHtmlReader(),
            null,
            File("a/messages/inbox/mira_1/message_2.html", Box("Tom", "old", "Jun 10, 2023 6:28 am")),
            File("a/messages/inbox/mira_1/message_1.html", Box("Mira", "new", "Jun 10, 2024 6:28 am") + Box("Mira", "middle", "Jun 9, 2024 6:28 am")));
        var conversation = Assert.Single(read.Conversations);
        Assert.Equal(["old", "middle", "new"], conversation.Messages.Select(m => m.Text));
        Assert.Equal("mira_1", conversation.Header.Id);
    }

    [Fact]
    public void The_same_message_in_two_exports_is_counted_once_and_reported()
    {
        var one = Box("Mira", "hi", "Jun 9, 2024 6:28 am");
        var read = StrictSink.Read(
            new MetaHtmlReader(),
            null,
            File("old/messages/inbox/mira_1/message_1.html", one + one + one),
            File("new/messages/inbox/mira_1/message_1.html", Box("Mira", "pay", "Jun 10, 2024 6:28 am") + one));
        Assert.Equal(["hi", "hi", "hi", "pay"], Assert.Single(read.Conversations).Messages.Select(m => m.Text));
        Assert.Equal((ProblemKind.Duplicate, 1L), (Assert.Single(read.Problems).Kind, read.Problems[0].Count));
    }

    [Fact]
    public void The_owner_is_who_takes_part_in_all_conversations()
    {
        var read = StrictSink.Read(
            new MetaHtmlReader(),
            null,
            File("messages/inbox/mira_1/message_1.html", Box("Mira", "x", "Jun 10, 2024 6:28 am") + Box("Tom", "y", "Jun 10, 2024 6:27 am")),
            File("messages/message_requests/ben_2/message_1.html", Box("Ben", "x", "Jun 10, 2024 6:28 am") + Box("Tom", "y", "Jun 10, 2024 6:27 am")));
        Assert.All(read.Conversations, c => Assert.Equal(("Tom", 0.9), (c.Owner, c.Footer.OwnerConfidence)));
        Assert.Equal([ConversationFolder.Inbox, ConversationFolder.Requests], read.Conversations.Select(c => c.Header.Folder));
    }

    [Theory]
    [InlineData("your_instagram_activity/media/posts_1.html")]
    [InlineData("connections/followers_and_following/followers_1.html")]
    public void Other_pages_of_the_same_download_are_not_taken_for_conversations(string name)
    {
        var html = Page("Posts", Box("My holiday", "<img src='media/1.jpg'>", "Jun 10, 2024 6:28 am"));
        Assert.False(Recognises(name, html));
        Assert.True(Recognises(Path, html));
    }

    [Fact]
    public void A_single_page_without_its_folder_is_known_by_a_sender_whom_the_title_names()
    {
        Assert.True(Recognises("message_1.html", Page("Mira", Box("Mira", "x", "Jun 10, 2024 6:28 am"))));
        Assert.False(Recognises("message_1.html", Page("Shop", "<div>Mira</div><div>x</div>")));
    }

    [Fact]
    public void A_box_that_is_stuffed_with_names_links_and_pictures_is_read_at_once()
    {
        var many = Enumerable.Range(0, 20_000).ToList();
        var stuffed = string.Concat(many.Select(i => $"<div><img src='{i}.jpg'><a href='https://example.com/{i}'>https://example.com/{i}</a>w{i}</div>"));
        var read = Read("<div class=\"_a6-g\">Participants: " + string.Join(", ", many.Select(i => "n" + i)) + "</div>" + Box("Mira", "hi</div>" + stuffed + "<div>", "Jun 10, 2024 6:28 am"));
        Assert.Equal(40_000, Assert.Single(read.Messages).Media.Count);
        Assert.Equal(20_001, Assert.Single(read.Conversations).Footer.Participants.Count);
    }

    [Fact]
    public void A_reaction_keeps_its_symbol_and_its_actor()
    {
        var body = "hi<ul class=\"_a6-q\"><li><span>👨‍👩‍👧Tom<span> (Jun 10, 2024 6:30 am)</span></span></li><li>❤Mira B</li></ul>";
        var message = Assert.Single(Read(Box("Mira", body, "Jun 10, 2024 6:28 am")).Messages);
        Assert.Equal([("👨‍👩‍👧", "Tom"), ("❤", "Mira B")], message.Reactions.Select(r => (r.Symbol, r.Actor!)));
        Assert.Equal("hi", message.Text);
    }

    private static string Box(string name, string words, string time) =>
        $"<div class=\"pam _a6-g uiBoxWhite\"><h2 class=\"_a6-h _a6-i\">{name}</h2><div class=\"_a6-p\"><div><div></div><div>{words}</div><div></div></div></div><div class=\"_3-94 _a6-o\">{time}</div></div>";

    private static string Page(string title, string boxes) => $"<html><head><title>{title}</title></head><body><main class=\"_a706\">{boxes}</main></body></html>";

    private static ExportFile File(string name, string boxes) => ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(Page("Mira", boxes)));

    private static StrictSink Read(string boxes) => StrictSink.Read(new MetaHtmlReader(), null, File(Path, boxes));

    private static bool Recognises(string name, string html) =>
        new MetaHtmlReader().Recognises(new ExportHead(ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(html)), Encoding.UTF8.GetBytes(html), html));
}
