using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Telegram;

namespace Holdfast.Core.Tests.Conversations.Formats.Telegram;

public sealed class TelegramReaderTests
{
    [Fact]
    public void A_joined_message_has_the_sender_of_the_one_above_also_over_the_end_of_a_page()
    {
        var read = Html(("messages.html", Default(1, "Mira", "a")), ("messages10.html", Joined(3, "c")), ("messages2.html", Joined(2, "b")));
        Assert.Equal([("Mira", "a"), ("Mira", "b"), ("Mira", "c")], Assert.Single(read.Conversations).Messages.Select(m => (m.From!, m.Text!)));
    }

    [Fact]
    public void A_line_of_the_platform_does_not_change_who_speaks_below()
    {
        var read = Html(("messages.html", Default(1, "Mira", "a") + "<div class=\"message service\" id=\"message2\"><div class=\"body details\">Tom pinned this message</div></div>" + Joined(3, "b")));
        Assert.Equal("Mira", read.Messages.Last().From);
        Assert.Null(read.Messages.ElementAt(1).From);
        Assert.Equal(MessageKind.Notice, read.Messages.ElementAt(1).Kind);
    }

    [Fact]
    public void Chats_of_different_folders_or_names_are_different_conversations()
    {
        var read = Html(("chats/chat_1/messages.html", Default(1, "Mira", "a")), ("chats/chat_2/messages.html", Default(1, "Ben", "b")));
        Assert.Equal(2, read.Conversations.Count);
    }

    [Theory]
    [InlineData("Outgoing (12 seconds)", "Mira")]
    [InlineData("Cancelled", "Mira")]
    [InlineData("Missed", "Tom")]
    [InlineData("Incoming", "Tom")]
    [InlineData("Declined", "Tom")]
    [InlineData("Something new", null)]
    public void A_call_shows_whose_export_it_is(string status, string? owner)
    {
        var call = "<div class=\"media_wrap clearfix\"><div class=\"media clearfix pull_left media_call\"><div class=\"body\"><div class=\"title bold\">Tom</div><div class=\"status details\">" + status + "</div></div></div></div>";
        var conversation = Assert.Single(Html(("messages.html", Message(1, "Mira", call))).Conversations);
        Assert.Equal((owner, MessageKind.Call), (conversation.Owner, conversation.Messages[0].Kind));
    }

    [Fact]
    public void In_a_chat_of_two_the_title_names_the_other()
    {
        var conversation = Assert.Single(Html(("messages.html", Default(1, "Chat", "a") + Default(2, "Tom", "b"))).Conversations);
        Assert.Equal(("Tom", 0.7), (conversation.Owner, conversation.Footer.OwnerConfidence));
    }

    [Fact]
    public void A_link_behind_other_words_is_kept()
    {
        var text = "<a href=\"https://example.com/a\">example.com/a</a> <a href=\"https://example.org/b\">my bank</a>";
        var message = Assert.Single(Html(("messages.html", Default(1, "Mira", text))).Messages);
        Assert.Equal("example.com/a my bank", message.Text);
        Assert.Equal(["https://example.org/b"], message.Media);
    }

    [Fact]
    public void A_self_destructing_picture_of_the_JSON_export_has_expired()
    {
        var read = Json("""{"id":1,"type":"message","date":"2024-02-03T04:05:06","from":"Mira","from_id":"user5","self_destruct_period_seconds":10,"photo":"(File unavailable, please try again later)","text":""}""");
        Assert.Equal(MessageKind.Expired, Assert.Single(read.Messages).Kind);
    }

    [Fact]
    public void Cards_places_replies_and_passed_on_words_of_the_JSON_export_keep_their_kind()
    {
        var read = Json(
            """{"id":1,"type":"message","date":"2024-02-03T04:05:06","from":"Mira","from_id":"user5","contact_information":{"first_name":"Ada","phone_number":"+447700900123"},"text":""}""",
            """{"id":2,"type":"message","date":"2024-02-03T04:05:07","from":"Mira","from_id":"user5","location_information":{"latitude":1.5,"longitude":2.5},"text":""}""",
            """{"id":3,"type":"message","date":"2024-02-03T04:05:08","from":"Mira","from_id":"user5","reply_to_message_id":1,"text":"see"}""",
            """{"id":4,"type":"message","date":"2024-02-03T04:05:09","from":"Mira","from_id":"user5","forwarded_from":"Ben","text":"his words"}""");
        Assert.Equal([MessageKind.ContactCard, MessageKind.Share, MessageKind.Text, MessageKind.Share], read.Messages.Select(m => m.Kind));
        Assert.Equal("1", read.Messages.ElementAt(2).ReplyTo);
        Assert.Equal("5", Assert.Single(read.Conversations).Header.Id);
    }

    [Fact]
    public void What_the_person_says_about_their_name_goes_before_what_the_JSON_shows()
    {
        var read = Json(new ReadingOptions { Me = ["mira"] }, """{"id":1,"type":"message","date":"2024-02-03T04:05:06","from":"Mira","from_id":"user5","text":"x"}""", """{"id":2,"type":"message","date":"2024-02-03T04:05:06","from":"Tom","from_id":"user9","text":"y"}""");
        Assert.Equal(("Mira", 1.0), (Assert.Single(read.Conversations).Owner, read.Conversations[0].Footer.OwnerConfidence));
    }

    private static string Default(int id, string from, string text) => Message(id, from, $"<div class=\"text\">{text}</div>");

    private static string Joined(int id, string text) => Message(id, null, $"<div class=\"text\">{text}</div>");

    private static string Message(int id, string? from, string inner) =>
        $"<div class=\"message default clearfix{(from is null ? " joined" : "")}\" id=\"message{id}\"><div class=\"body\"><div class=\"pull_right date details\" title=\"23.08.2023 13:11:{id:00}\">13:11</div>"
        + (from is null ? "" : $"<div class=\"from_name\">{from}</div>") + inner + "</div></div>";

    private static StrictSink Html(params (string Name, string Messages)[] pages) => StrictSink.Read(
        new TelegramHtmlReader(),
        null,
        [.. pages.Select(p => ExportFile.FromBytes(p.Name, Encoding.UTF8.GetBytes("<div class=\"page_header\"><div class=\"text bold\">Chat</div></div><div class=\"history\">" + p.Messages + "</div>")))]);

    private static StrictSink Json(params string[] messages) => Json(new ReadingOptions(), messages);

    private static StrictSink Json(ReadingOptions options, params string[] messages) => StrictSink.Read(
        new TelegramJsonReader(), $$"""{"name":"Mira","type":"personal_chat","id":5,"messages":[{{string.Join(',', messages)}}]}""", options);
}
