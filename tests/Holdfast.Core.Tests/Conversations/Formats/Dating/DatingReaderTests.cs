using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Dating;

namespace Holdfast.Core.Tests.Conversations.Formats.Dating;

public sealed class DatingReaderTests
{
    [Theory]
    [InlineData("Fri, 02 July 2021 20:31:15 GMT", "2021-07-02T20:31:15Z")]
    [InlineData("Sun, 02 Jul 2021 20:31:15 GMT", "2021-07-02T20:31:15Z")]
    [InlineData("2 May 2021 20:31:15 GMT", "2021-05-02T20:31:15Z")]
    [InlineData("2021-07-02T20:31:15.500Z", "2021-07-02T20:31:15.500Z")]
    [InlineData("2021-07-02 20:31:15", "2021-07-02T20:31:15")]
    [InlineData("soon", "")]
    public void Dates_of_Tinder_are_read_whatever_the_day_of_the_week(string date, string expected) =>
        Assert.Equal(expected, Tinder($$"""{"from":"You","to":1,"message":"x","sent_date":"{{date}}"}""").Messages.Single().At.ToString());

    [Fact]
    public void A_match_that_never_got_an_answer_still_has_two_people()
    {
        var conversation = Tinder("""{"from":"You","to":7,"message":"x","sent_date":"2021-07-02 20:31:15"}""").Conversations.Single();
        Assert.Equal(["You", "7"], conversation.Footer.Participants);
        Assert.Equal("You", conversation.Owner);
    }

    [Fact]
    public void A_body_that_is_no_text_is_kept_and_reported()
    {
        var read = Tinder("""{"from":"You","to":7,"message":{"a":1},"sent_date":"2021-07-02 20:31:15"}""");
        Assert.Equal(MessageKind.Text, read.Messages.Single().Kind);
        Assert.Equal([ProblemKind.UnreadableBody, ProblemKind.OneSideOnly], read.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void The_name_that_the_person_gave_stands_for_the_owner_of_a_Hinge_download()
    {
        var read = StrictSink.Read(
            new HingeReader(), """[{"chats":[{"body":"x","timestamp":"2023-05-01 10:05:00"}]}]""", new ReadingOptions { Me = ["Zoe"] });
        Assert.Equal(("Zoe", "Zoe"), (read.Messages.Single().From, read.Conversations.Single().Owner));
    }

    [Fact]
    public void A_time_of_Hinge_without_a_zone_stays_without_one() =>
        Assert.Equal(
            TimeKnowledge.WallClock,
            StrictSink.Read(new HingeReader(), """[{"chats":[{"body":"x","timestamp":"2023-05-01 10:05:00"}]}]""").Messages.Single().At.Knowledge);

    private static StrictSink Tinder(string message) =>
        StrictSink.Read(new TinderReader(), """{"Messages":[{"match_id":"m","messages":[M]}]}""".Replace("M]", message + "]", StringComparison.Ordinal));
}
