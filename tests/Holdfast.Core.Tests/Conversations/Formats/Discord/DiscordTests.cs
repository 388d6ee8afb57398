using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Discord;

namespace Holdfast.Core.Tests.Conversations.Formats.Discord;

public sealed class DiscordTests
{
    private const string Rule = "==============================================================";

    private static StrictSink ReadText(string body, ReadingOptions? options = null) => StrictSink.Read(
        new DiscordTextReader(), $"{Rule}\nGuild: Server\nChannel: talk\n{Rule}\n\n{body}\n{Rule}\nExported 2 message(s)\n{Rule}\n", options);

    [Fact]
    public void A_snowflake_gives_the_instant_to_the_millisecond() =>
        Assert.Equal("2016-04-30T11:18:25.796Z", Snowflake.TimeOf("175928847299117063").ToString());

    [Fact]
    public void A_small_number_is_no_snowflake() => Assert.Equal(MessageTime.None, Snowflake.TimeOf("100"));

    [Fact]
    public void The_order_of_day_and_month_is_learnt_from_the_whole_file()
    {
        var read = ReadText("[06/07/2024 08:13] mira\none\n\n\n[06/13/2024 08:14] mira\ntwo\n\n");
        Assert.Equal(["2024-06-07T08:13:00", "2024-06-13T08:14:00"], read.Messages.Select(m => m.At.ToString()));
        Assert.Equal((DateOrder.MonthDayYear, 1.0), (read.Conversations[0].Footer.DateOrder, read.Conversations[0].Footer.DateOrderConfidence));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void What_the_person_says_about_dates_goes_before_a_guess()
    {
        var read = ReadText("[06/07/2024 08:13] mira\none\n\n", new ReadingOptions { DateOrder = DateOrder.MonthDayYear });
        Assert.Equal("2024-06-07T08:13:00", read.Messages.Single().At.ToString());
        Assert.DoesNotContain(read.Problems, p => p.Kind == ProblemKind.DateOrderUnknown);
    }

    [Fact]
    public void A_guess_about_dates_is_reported()
    {
        var read = ReadText("[06/07/2024 08:13] mira\none\n\n");
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.DateOrderUnknown);
        Assert.True(read.Conversations[0].Footer.DateOrderConfidence < 0.75);
    }

    [Fact]
    public void A_rule_inside_a_message_does_not_end_the_file()
    {
        var read = ReadText($"[06/13/2024 08:13] mira\none\n{Rule}\nmore\n\n\n[06/13/2024 08:14] mira\ntwo\n\n");
        Assert.Equal([$"one\n{Rule}\nmore", "two"], read.Messages.Select(m => m.Text));
    }

    [Fact]
    public void A_date_in_brackets_in_the_middle_of_a_message_begins_no_record()
    {
        var read = ReadText("[06/13/2024 08:13] mira\none\n[06/13/2024 08:14] tom\nmore\n\n");
        Assert.Equal("one\n[06/13/2024 08:14] tom\nmore", read.Messages.Single().Text);
    }

    [Fact]
    public void A_sentence_that_names_somebody_stays_what_the_sender_wrote() =>
        Assert.Equal(MessageKind.Text, DiscordKinds.OfWords("Added your mother to the group."));

    [Fact]
    public void The_same_words_in_an_edited_copy_are_counted_once_and_changed_words_are_kept()
    {
        const string Before = """
            {"guild":{"id":"0"},"channel":{"id":"900000000000000001","type":"DirectTextChat","name":"Mira"},"dateRange":{},"messages":[
            """;
        string File(string text) => Before + """{"id":"1250368000000000001","type":"Default","timestamp":"2024-06-12T08:13:00Z","content":"WORDS","author":{"name":"Mira"}}]}"""
            .Replace("WORDS", text, StringComparison.Ordinal);
        var first = ExportFile.FromBytes("a.json", System.Text.Encoding.UTF8.GetBytes(File("pay")));
        var again = ExportFile.FromBytes("b.json", System.Text.Encoding.UTF8.GetBytes(File("pay") + " "));
        var changed = ExportFile.FromBytes("c.json", System.Text.Encoding.UTF8.GetBytes(File("hello")));
        var read = StrictSink.Read(new DiscordJsonReader(), null, first, again, changed);
        Assert.Equal(["pay", "hello"], read.Messages.Select(m => m.Text));
        Assert.Equal([("b.json", ProblemKind.Duplicate)], read.Problems.Select(p => (p.File, p.Kind)));
        Assert.Single(read.Conversations);
    }

    [Fact]
    public void The_owner_of_a_chat_of_two_is_the_one_whom_the_channel_does_not_name()
    {
        const string Export = """
            {"guild":{"id":"0"},"channel":{"id":"900000000000000001","type":"DirectTextChat","name":"Mira"},"dateRange":{},"messages":[
            {"id":"1250368000000000001","timestamp":"2024-06-12T08:13:00Z","content":"a","author":{"name":"mira.sample","nickname":"Mira"}},
            {"id":"1250368000000000002","timestamp":"2024-06-12T08:14:00Z","content":"b","author":{"name":"tom.sample","nickname":"Tom"}}]}
            """;
        var concluded = StrictSink.Read(new DiscordJsonReader(), Export).Conversations.Single();
        Assert.Equal(("tom.sample", 0.7), (concluded.Owner, concluded.Footer.OwnerConfidence));
        var said = StrictSink.Read(new DiscordJsonReader(), Export, new ReadingOptions { Me = ["Mira.Sample"] }).Conversations.Single();
        Assert.Equal(("mira.sample", 1.0), (said.Owner, said.Footer.OwnerConfidence));
    }

    [Fact]
    public void A_package_without_its_account_file_still_shows_who_wrote()
    {
        const string Export = """[{"ID": 1250368000000000003, "Timestamp": "2024-06-12 06:16:00", "Contents": "no", "Attachments": ""}]""";
        var read = StrictSink.Read(new DiscordPackageReader(), Export, name: "c900000000000000001/messages.json");
        Assert.Equal(("Me", 1.0, "900000000000000001"), (read.Conversations[0].Owner, read.Conversations[0].Footer.OwnerConfidence, read.Conversations[0].Header.Id));
        Assert.Equal("2024-06-12T06:16:00Z", read.Messages.Single().At.ToString());
    }

    [Theory]
    [InlineData("AuthorID,Author,Date,Content,Attachments,Reactions\n\"1\",\"a\"\n")]
    [InlineData("AuthorID,Author,Date,Content,Attachments,Reactions\n\"1\",\"a\",\"2024-06-12T08:13:00Z\",\"open")]
    public void A_broken_row_is_kept_and_reported(string export)
    {
        var read = StrictSink.Read(new DiscordTableReader(), export);
        Assert.Equal("a", read.Messages.Single().From);
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.Damaged && p.Place.Line == 2);
    }

    [Theory]
    [InlineData("06/11/2024 8:13 PM", "2024-06-11T20:15:00")]
    [InlineData("11/06/2024 8:13 PM", "2024-06-11T20:15:00")]
    public void An_id_beside_a_printed_date_shows_the_order_of_the_date(string stamp, string edited)
    {
        var html = $"""
            <div class="chatlog__message-group"><div class="chatlog__message-container" data-message-id="1250368000000000001">
            <span class="chatlog__author" title="mira">Mira</span><span class="chatlog__timestamp">{stamp}</span>
            <div class="chatlog__content">hi <span class="chatlog__edited-timestamp" title="{stamp.Replace("8:13", "8:15", StringComparison.Ordinal)}">(edited)</span></div></div></div>
            """;
        var read = StrictSink.Read(new DiscordHtmlReader(), html);
        Assert.Equal((edited, "hi"), (read.Messages.Single().EditedAt.ToString(), read.Messages.Single().Text));
        Assert.Equal("2024-06-12T08:36:01.914Z", read.Messages.Single().At.ToString());
        Assert.Empty(read.Problems);
    }
}
