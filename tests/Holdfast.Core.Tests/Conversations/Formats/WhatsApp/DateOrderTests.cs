using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

public sealed class DateOrderTests
{
    private static Conversation Read(string[] dates, DateOrder told = DateOrder.Unknown) =>
        Sink(dates, told).Conversations.Single();

    private static StrictSink Sink(string[] dates, DateOrder told = DateOrder.Unknown) =>
        WhatsAppChat.Read(string.Concat(dates.Select(date => $"{date} - Ada: hello\n")), new ReadingOptions { DateOrder = told });

    [Theory]
    [InlineData(DateOrder.DayMonthYear, "03/04/24, 10:00", "13/04/24, 10:00")]
    [InlineData(DateOrder.MonthDayYear, "03/04/24, 10:00", "04/13/24, 10:00")]
    [InlineData(DateOrder.DayMonthYear, "03.04.24, 10:00", "13.04.24, 10:00")]
    public void A_number_above_twelve_decides(DateOrder order, params string[] dates)
    {
        var footer = Read(dates).Footer;
        Assert.Equal((order, 1.0), (footer.DateOrder, footer.DateOrderConfidence));
    }

    [Fact]
    public void One_number_above_twelve_at_the_end_of_a_long_chat_decides_for_its_beginning()
    {
        var dates = Enumerable.Repeat("03/04/24, 10:00", 5000).Append("04/13/24, 10:00").ToArray();
        Assert.Equal("2024-03-04T10:00:00", Read(dates).Messages[0].At.ToString());
    }

    [Theory]
    [InlineData(DateOrder.MonthDayYear, "04/01/24, 10:00", "04/02/24, 10:00", "04/03/24, 10:00", "04/04/24, 10:00", "04/05/24, 10:00")]
    [InlineData(DateOrder.DayMonthYear, "01/04/24, 10:00", "02/04/24, 10:00", "03/04/24, 10:00", "04/04/24, 10:00", "05/04/24, 10:00")]
    public void Days_that_follow_one_another_tell_the_order(DateOrder order, params string[] dates)
    {
        var sink = Sink(dates);
        Assert.Equal(order, sink.Conversations[0].Footer.DateOrder);
        Assert.DoesNotContain(sink.Problems, problem => problem.Kind == ProblemKind.DateOrderUnknown);
    }

    [Theory]
    [InlineData("02/11/19, 10:00", "10/11/19, 10:00", "02/11/19, 10:01")]
    [InlineData("02/11/19, 10:00", "03/11/19, 10:00", "04/11/19, 10:01")]
    public void One_odd_date_and_two_days_in_a_row_are_not_enough_to_tell(params string[] dates) =>
        Assert.Contains(Sink(dates).Problems, problem => problem.Kind == ProblemKind.DateOrderUnknown);

    [Theory]
    [InlineData(DateOrder.DayMonthYear, "03.04.24, 10:00")]
    [InlineData(DateOrder.MonthDayYear, "3/4/24, 10:00 AM")]
    [InlineData(DateOrder.DayMonthYear, "03/04/24, 10:00")]
    public void Failing_all_else_the_habits_of_phones_tell_the_likelier_order(DateOrder order, string date) =>
        Assert.Equal(order, Read([date, date]).Footer.DateOrder);

    [Fact]
    public void An_order_that_nothing_shows_is_reported()
    {
        var sink = Sink(["03/04/24, 10:00", "03/04/24, 10:01"]);
        Assert.Equal(ProblemKind.DateOrderUnknown, Assert.Single(sink.Problems).Kind);
        Assert.True(sink.Conversations[0].Footer.DateOrderConfidence < 0.75);
    }

    [Theory]
    [InlineData(DateOrder.DayMonthYear, "2024-04-03T10:00:00")]
    [InlineData(DateOrder.MonthDayYear, "2024-03-04T10:00:00")]
    public void What_the_person_says_settles_an_open_order(DateOrder told, string time)
    {
        var sink = Sink(["03/04/24, 10:00", "03/04/24, 10:01"], told);
        Assert.Equal(time, sink.Messages.First().At.ToString());
        Assert.Empty(sink.Problems);
    }

    [Fact]
    public void What_the_person_says_does_not_make_a_date_that_no_calendar_has() =>
        Assert.Equal("2024-04-13T10:00:00", Read(["13/04/24, 10:00"], DateOrder.MonthDayYear).Messages[0].At.ToString());

    [Fact]
    public void An_answer_that_the_dates_cannot_have_loses_no_message()
    {
        var sink = Sink(["03/04/2024, 10:00", "03/04/2024, 10:01"], DateOrder.YearMonthDay);
        Assert.Equal(2, sink.Messages.Count());
    }

    [Theory]
    [InlineData(DateOrder.Unknown)]
    [InlineData(DateOrder.DayMonthYear)]
    [InlineData(DateOrder.MonthDayYear)]
    public void Where_the_year_comes_first_the_month_follows_whatever_anybody_says(DateOrder told)
    {
        var sink = Sink(["2024-03-04, 10:00", "2024-03-05, 10:00"], told);
        Assert.Equal("2024-03-04T10:00:00", sink.Messages.First().At.ToString());
        Assert.Equal(DateOrder.YearMonthDay, sink.Conversations[0].Footer.DateOrder);
        Assert.Empty(sink.Problems);
    }
}
