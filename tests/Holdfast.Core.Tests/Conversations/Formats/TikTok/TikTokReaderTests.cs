using Holdfast.Conversations;
using Holdfast.Conversations.Formats.TikTok;

namespace Holdfast.Core.Tests.Conversations.Formats.TikTok;

public sealed class TikTokReaderTests
{
    private const string TwoChats =
        ">>> Chat History with mira.k::\n\n2026-07-03 23:00:11 UTC zoe: one\n2026-07-03 23:00:12 UTC mira.k: two\n"
        + ">>> Chat History with tom.b::\n2026-06-01 10:00:00 zoe: three\n";

    [Fact]
    public void The_owner_of_a_text_file_is_who_speaks_in_all_chats()
    {
        var read = Text(TwoChats);
        Assert.All(read.Conversations, c => Assert.Equal(("zoe", 0.9), (c.Owner, c.Footer.OwnerConfidence)));
        Assert.Equal(["one", "two", "three"], read.Messages.Select(m => m.Text));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void In_one_chat_the_owner_is_who_the_heading_does_not_name()
    {
        var conversation = Text(TwoChats[..TwoChats.LastIndexOf(">>>", StringComparison.Ordinal)]).Conversations.Single();
        Assert.Equal(("zoe", 0.7), (conversation.Owner, conversation.Footer.OwnerConfidence));
    }

    [Fact]
    public void A_chat_in_which_only_the_partner_wrote_does_not_hide_the_owner()
    {
        var read = Text(TwoChats + ">>> Chat History with eve::\n2026-06-02 10:00:00 UTC eve: hey\n");
        Assert.All(read.Conversations, c => Assert.Equal("zoe", c.Owner));
    }

    [Fact]
    public void What_the_person_says_about_their_name_goes_first() =>
        Assert.Contains(StrictSink.Read(new TikTokTextReader(), TwoChats, new ReadingOptions { Me = ["MIRA.K"] }).Conversations, c => c.Owner == "mira.k");

    [Fact]
    public void Lines_that_belong_to_no_message_are_reported() =>
        Assert.Equal(ProblemKind.TextBeforeFirstMessage, Assert.Single(Text("Direct messages\n" + TwoChats).Problems).Kind);

    [Theory]
    [InlineData("https://www.tiktokv.com/share/video/1/", MessageKind.Share)]
    [InlineData("https://vm.tiktok.com/abc/", MessageKind.Share)]
    [InlineData("https://tiktok.com.example.com/abc/", MessageKind.Text)]
    [InlineData("see https://www.tiktokv.com/share/video/1/", MessageKind.Text)]
    [InlineData("[Sticker]", MessageKind.Media)]
    [InlineData("", MessageKind.Text)]
    public void A_shared_video_is_a_share_and_words_are_words(string content, MessageKind kind) =>
        Assert.Equal(kind, Json($$"""[{"Date":"2025-03-01 10:00:05","From":"mira","Content":"{{content}}"}]""").Messages.Single().Kind);

    [Fact]
    public void A_message_without_words_is_kept_as_not_exported() =>
        Assert.Equal(MessageKind.NotExported, Json("""[{"Date":"2025-03-01 10:00:05","From":"mira","Content":null}]""").Messages.Single().Kind);

    private static StrictSink Text(string text) => StrictSink.Read(new TikTokTextReader(), text);

    private static StrictSink Json(string list) =>
        StrictSink.Read(new TikTokJsonReader(), """{"Direct Messages":{"Chat History":{"ChatHistory":{"Chat History with mira:":LIST}}}}""".Replace("LIST", list, StringComparison.Ordinal));
}
