using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Merging;

/// <summary>Chats in the forms that platforms really write, through the readers: each told once.</summary>
public sealed class RealFormsTests
{
    private static ExportFile File(string name, string text, ExportFile? archive = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new ExportFile(name, bytes.Length, () => new MemoryStream(bytes)) { Container = archive };
    }

    private static StrictSink Read(params ExportFile[] files)
    {
        var set = ExportSet.Open(files, new ReadingOptions());
        Assert.All(set.Files, file => Assert.NotNull(file.Reader));
        var sink = new StrictSink();
        set.Read(sink);
        return sink;
    }

    private static long Dropped(StrictSink sink) => sink.Problems.Where(problem => problem.Kind == ProblemKind.Duplicate).Sum(problem => problem.Count ?? 0);

    private static string Telegram(params (int Id, string From, int User, string Utc, string Text)[] messages) =>
        """{"name":"Mira K","type":"personal_chat","id":700,"messages":[""" + string.Join(",", messages.Select(one =>
            $$"""{"id":{{one.Id}},"type":"message","date":"2023-11-23T13:11:00","date_unixtime":"{{DateTimeOffset.Parse(one.Utc, null).ToUnixTimeSeconds()}}","from":"{{one.From}}","from_id":"user{{one.User}}","text":"{{one.Text}}","text_entities":[]}""")) + "]}";

    private static string TelegramPage(params (int Id, string From, string Date, string Text)[] messages) =>
        """<!DOCTYPE html><html><head><title>Exported Data</title></head><body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Mira K</div></div></div><div class="page_body chat_page"><div class="history">"""
        + string.Concat(messages.Select(one =>
            $"""<div class="message default clearfix" id="message{one.Id}"><div class="body"><div class="pull_right date details" title="{one.Date} UTC+01:00">13:11</div><div class="from_name">{one.From}</div><div class="text">{one.Text}</div></div></div>"""))
        + "</div></div></div></body></html>";

    [Fact]
    public void A_Telegram_chat_as_JSON_and_as_pages_is_one()
    {
        var json = Telegram((1, "Mira K", 700, "2023-11-23T12:11:23Z", "hi"), (2, "Ada", 4, "2023-11-23T12:12:00Z", "who are you?"), (3, "Mira K", 700, "2023-11-23T12:12:30Z", "pay"));
        var page = TelegramPage((1, "Mira K", "23.11.2023 13:11:23", "hi"), (2, "Ada", "23.11.2023 13:12:00", "who are you?"), (3, "Mira K", "23.11.2023 13:12:30", "pay"), (5, "Mira K", "24.11.2023 09:00:00", "answer me"));
        var sink = Read(File("messages.html", page), File("result.json", json));
        Assert.Equal(["hi", "who are you?", "pay", "answer me"], Assert.Single(sink.Conversations).Messages.Select(message => message.Text));
        Assert.Equal(3, Dropped(sink));
    }

    [Fact]
    public void Two_Telegram_chats_in_which_I_wrote_the_same_are_two()
    {
        var one = Telegram((1, "Ada", 4, "2023-11-23T12:11:23Z", "hello"), (2, "Ada", 4, "2023-11-23T12:12:00Z", "are you there?"), (3, "Ada", 4, "2023-11-23T12:12:30Z", "ok"));
        var other = one.Replace("\"id\":700", "\"id\":701", StringComparison.Ordinal);
        Assert.Equal(6, Read(File("a/result.json", one), File("b/result.json", other)).Messages.Count());
    }

    private static string Instagram(params (string From, string Utc, string Text)[] messages) =>
        """{"participants":[{"name":"Lena"},{"name":"Ada"}],"messages":[""" + string.Join(",", messages.Reverse().Select(one =>
            $$"""{"sender_name":"{{one.From}}","timestamp_ms":{{DateTimeOffset.Parse(one.Utc, null).ToUnixTimeMilliseconds()}},"content":"{{one.Text}}"}""")) + """],"title":"Lena","thread_path":"inbox/lena_1"}""";

    private static string InstagramPage(params (string From, string Time, string Text)[] messages) =>
        """<html><head><title>Lena</title></head><body class="_5vb_ _2yq _a7o5"><div class="_a705"><div class="_a706" role="main">"""
        + string.Concat(messages.Reverse().Select(one =>
            $"""<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><div class="_3-95 _2pim _a6-h _a6-i">{one.From}</div><div class="_3-95 _a6-p"><div><div></div><div>{one.Text}</div><div></div><div></div></div></div><div class="_3-94 _a6-o">{one.Time}</div></div>"""))
        + "</div></div></body></html>";

    [Fact]
    public void An_Instagram_thread_as_JSON_and_as_a_page_is_one()
    {
        var json = Instagram(("Lena", "2024-06-10T06:13:20.5Z", "caf\\u00c3\\u00a9?"), ("Ada", "2024-06-10T06:14:01Z", "who are you?"), ("Lena", "2024-06-10T06:14:59Z", "pay"));
        var page = InstagramPage(("Lena", "Jun 10, 2024 8:13 am", "café?"), ("Ada", "Jun 10, 2024 8:14 am", "who are you?"), ("Lena", "Jun 10, 2024 8:14 am", "pay"));
        const string folder = "your_instagram_activity/messages/inbox/lena_1/";
        var sink = Read(File(folder + "message_1.html", page), File(folder + "message_1.json", json));
        var conversation = Assert.Single(sink.Conversations);
        Assert.Equal(["café?", "who are you?", "pay"], conversation.Messages.Select(message => message.Text));
        Assert.All(conversation.Messages, message => Assert.Equal(TimeKnowledge.Instant, message.At.Knowledge));
        Assert.Equal(3, Dropped(sink));
    }

    [Fact]
    public void Two_downloads_of_an_account_made_on_different_days_are_one_also_where_a_reaction_came_later()
    {
        var first = Instagram(("Lena", "2024-06-10T06:13:20Z", "hi"), ("Ada", "2024-06-10T06:14:01Z", "ok"), ("Ada", "2024-06-10T06:14:01Z", "ok"));
        var second = Instagram(("Lena", "2024-06-10T06:13:20Z", "hi"), ("Ada", "2024-06-10T06:14:01Z", "ok"), ("Ada", "2024-06-10T06:14:01Z", "ok"), ("Lena", "2024-06-12T06:14:01Z", "pay"))
            .Replace("\"content\":\"hi\"", "\"content\":\"hi\",\"reactions\":[{\"reaction\":\"x\",\"actor\":\"Ada\"}]", StringComparison.Ordinal);
        const string name = "messages/inbox/lena_1/message_1.json";
        var sink = Read(File(name, first), File(name, second));
        var messages = Assert.Single(sink.Conversations).Messages;
        Assert.Equal(["hi", "ok", "ok", "pay"], messages.Select(message => message.Text));
        Assert.Single(messages[0].Reactions);
    }

    [Fact]
    public void A_part_of_a_WhatsApp_chat_pasted_from_a_window_is_that_part()
    {
        const string chat = "21/06/2024, 10:13 - Lena: hi\n21/06/2024, 10:14 - Ada: who is this?\n21/06/2024, 10:20 - Lena: pay by tonight\n21/06/2024, 10:21 - Ada: no\n";
        const string pasted = "Lena, [21.06.2024 10:13]\nhi\n\nAda, [21.06.2024 10:14]\nwho is this?\n\nLena, [21.06.2024 10:20]\npay by tonight\n";
        var sink = Read(File("WhatsApp Chat with Lena.txt", chat), File("note.txt", pasted));
        Assert.Equal((1, 4, 3L), (sink.Conversations.Count, sink.Messages.Count(), Dropped(sink)));
    }

    [Fact]
    public void A_mail_that_is_also_in_a_mailbox_is_one()
    {
        const string mail = "From: Lena <lena@example.com>\nDate: Mon, 10 Jun 2024 06:13:00 +0000\nMessage-ID: <1@example.com>\nSubject: pay\n\nby tonight\n";
        const string other = "From: Lena <lena@example.com>\nDate: Mon, 10 Jun 2024 06:14:00 +0000\nMessage-ID: <2@example.com>\nSubject: pay\n\nnow\n";
        var box = $"From lena@example.com Mon Jun 10 06:13:00 2024\n{mail}\nFrom lena@example.com Mon Jun 10 06:14:00 2024\n{other}";
        var sink = Read(File("pay.eml", mail.Replace("\n", "\r\n", StringComparison.Ordinal)), File("inbox.mbox", box));
        Assert.Equal((1, 2, 1L), (sink.Conversations.Count, sink.Messages.Count(), Dropped(sink)));
    }
}
