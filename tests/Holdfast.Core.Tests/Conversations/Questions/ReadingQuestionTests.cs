using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;

namespace Holdfast.Core.Tests.Conversations.Questions;

/// <summary>What the files leave open is asked, and nothing else.</summary>
public sealed class ReadingQuestionTests
{
    private const string Open = "03/04/24, 10:00 - Ada: one\n03/04/24, 10:01 - Ben: two\n";
    private const string Clear = "13/04/24, 10:00 - Ada: one\n13/04/24, 10:01 - Ben: two\n";
    private const string Telegram =
        """{"name":"Mira","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date":"2024-02-03T04:05:06","date_unixtime":"1706933106","from":"Mira","from_id":"user1","text":"hi"}]}""";

    private static IReadOnlyList<ReadingQuestion> Ask(ReadingOptions options, params (string Name, string Text)[] files) =>
        ExportSet.Open(files.Select(file => ExportFile.FromBytes(file.Name, Encoding.UTF8.GetBytes(file.Text))), options).Read(new StrictSink());

    [Fact]
    public void Who_the_person_is_is_asked_with_the_names()
    {
        var question = Assert.Single(Ask(new ReadingOptions(), ("a.txt", Clear)));
        Assert.Equal((QuestionKind.WhoAreYou, null), (question.Kind, question.Assumed));
        Assert.Equal(["Ada", "Ben"], question.Candidates);
    }

    [Fact]
    public void A_name_in_many_chats_is_asked_for_once_and_comes_first()
    {
        var questions = Ask(
            new ReadingOptions(), ("a.txt", Clear), ("b.txt", Clear.Replace("Ada", "Eva", StringComparison.Ordinal)), ("c.txt", Clear.Replace("Ben", "Zoe", StringComparison.Ordinal).Replace("Ada", "Kim", StringComparison.Ordinal)));
        Assert.Equal(2, questions.Count);
        Assert.Equal("Ben", questions[0].Candidates[0]);
        Assert.Equal(["Kim", "Zoe"], questions[1].Candidates);
    }

    [Fact]
    public void A_name_concluded_from_the_name_of_the_file_is_shown_as_an_assumption()
    {
        var question = Assert.Single(Ask(new ReadingOptions(), ("WhatsApp Chat with Ada.txt", Clear)));
        Assert.Equal(("Ben", 0.7), (question.Assumed, question.Confidence));
        Assert.Empty(Ask(new ReadingOptions { Me = ["Ben"] }, ("WhatsApp Chat with Ada.txt", Clear)));
    }

    [Fact]
    public void Dates_are_shown_in_both_readings_and_asked_for_until_the_person_says()
    {
        var options = new ReadingOptions { Me = ["Ada"] };
        var question = Assert.Single(Ask(options, ("a.txt", Open)));
        Assert.Equal((QuestionKind.DateOrder, "a.txt", true), (question.Kind, question.File?.Name, question.IsOnlyFile));
        Assert.Equal((new DateTime(2024, 4, 3), new DateTime(2024, 3, 4)), (question.DayFirst, question.MonthFirst));
        Assert.Equal(DateOrder.DayMonthYear, question.AssumedOrder);
        Assert.Empty(Ask(options with { DateOrder = DateOrder.MonthDayYear }, ("a.txt", Open)));
        Assert.Empty(Ask(options, ("a.txt", Clear)));
    }

    [Fact]
    public void Month_first_is_shown_the_right_way_round_too()
    {
        var question = Assert.Single(Ask(new ReadingOptions { Me = ["Ada"] }, ("a.txt", "3/4/24, 10:00 AM - Ada: one\n3/4/24, 10:01 AM - Ben: two\n")));
        Assert.Equal(
            (DateOrder.MonthDayYear, new DateTime(2024, 4, 3), new DateTime(2024, 3, 4)), (question.AssumedOrder, question.DayFirst, question.MonthFirst));
    }

    [Fact]
    public void Dates_that_are_the_same_in_both_readings_are_not_asked_for() =>
        Assert.Empty(Ask(new ReadingOptions { Me = ["Ada"] }, ("a.txt", Open.Replace("03/04", "04/04", StringComparison.Ordinal))));

    [Fact]
    public void Pasted_dates_that_follow_one_another_tell_their_order()
    {
        const string pasted = "[10:13, 04/01/2024] Ada: one\n[10:14, 04/02/2024] Ben: two\n[10:13, 04/03/2024] Ada: one\n[10:14, 04/04/2024] Ben: two\n";
        var sink = new StrictSink();
        Assert.Empty(ExportSet.Open([ExportFile.FromBytes("a", Encoding.UTF8.GetBytes(pasted))], new ReadingOptions { Me = ["Ada"] }).Read(sink));
        Assert.Equal((DateOrder.MonthDayYear, 0.8), (sink.Conversations[0].Footer.DateOrder, sink.Conversations[0].Footer.DateOrderConfidence));
    }

    [Fact]
    public void A_zone_is_asked_for_only_where_another_file_has_points_in_time()
    {
        var options = new ReadingOptions { Me = ["Ada"] };
        Assert.Empty(Ask(options, ("a.txt", Clear)));
        Assert.Empty(Ask(options, ("b.json", Telegram)));
        Assert.Equal(QuestionKind.TimeZone, Assert.Single(Ask(options, ("a.txt", Clear), ("b.json", Telegram))).Kind);
        Assert.Empty(Ask(options with { Zone = TimeZoneInfo.Utc }, ("a.txt", Clear), ("b.json", Telegram)));
    }

    [Theory]
    [InlineData("You deleted this message", 0.9)]
    [InlineData("\u200EYou created group \u201CTrip\u201D", 0.7)]
    [InlineData("\u200EHai creato il gruppo \u201CTrip\u201D", 0.7)]
    [InlineData("You created group \u201CTrip\u201D", 0)]
    public void What_the_phone_says_about_its_owner_shows_who_that_is(string line, double confidence)
    {
        var sink = new StrictSink();
        var chat = $"[13/04/24, 10:00:00] Ada: one\n[13/04/24, 10:01:00] Ben: {line}\n[13/04/24, 10:02:00] Ben: two\n";
        ExportSet.Open([ExportFile.FromBytes("_chat.txt", Encoding.UTF8.GetBytes(chat))], new ReadingOptions()).Read(sink);
        Assert.Equal((confidence > 0 ? "Ben" : null, confidence), (sink.Conversations[0].Owner, sink.Conversations[0].Footer.OwnerConfidence));
    }

    [Fact]
    public void The_name_of_a_group_is_nobody()
    {
        var sink = new StrictSink();
        const string chat = "[13/04/24, 10:00:00] Trip: \u200EYou created group \u201CTrip\u201D\n[13/04/24, 10:02:00] Ben: two\n[13/04/24, 10:03:00] Ada: hi\n";
        ExportSet.Open([ExportFile.FromBytes("_chat.txt", Encoding.UTF8.GetBytes(chat))], new ReadingOptions()).Read(sink);
        Assert.Null(sink.Conversations[0].Owner);
    }
}
