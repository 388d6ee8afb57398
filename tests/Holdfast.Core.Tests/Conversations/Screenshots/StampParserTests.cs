using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Core.Tests.Conversations.Screenshots;

public sealed class StampParserTests
{
    [Theory]
    [InlineData("21:05", "21:05", null)]
    [InlineData("9:05 PM", "21:05", null)]
    [InlineData("12:05 AM", "00:05", null)]
    [InlineData("9:05PM", "21:05", null)]
    [InlineData("9:05 p. m.", "21:05", null)]
    [InlineData("21.05", "21:05", null)]
    [InlineData("21h05", "21:05", null)]
    [InlineData("2l:O5", "21:05", null)]
    [InlineData("10 June 2024", null, "2024-06-10")]
    [InlineData("June 10, 2024", null, "2024-06-10")]
    [InlineData("10 giugno 2024", null, "2024-06-10")]
    [InlineData("10 de junio de 2024", null, "2024-06-10")]
    [InlineData("10 de junho de 2024 às 21:05", "21:05", "2024-06-10")]
    [InlineData("10. Juni 2024 um 21:05", "21:05", "2024-06-10")]
    [InlineData("lundi 10 juin 2024 à 21:05", "21:05", "2024-06-10")]
    [InlineData("mar 5 marzo 2024", null, "2024-03-05")]
    [InlineData("25/06/2024", null, "2024-06-25")]
    [InlineData("2024-06-25", null, "2024-06-25")]
    [InlineData("Today 9:41 AM", "09:41", null)]
    [InlineData("Mon, 10 June", null, null)]
    [InlineData("Aujourd’hui", null, null)]
    [InlineData("06/10/2024", null, null)]
    [InlineData("Gestern, 21:05", "21:05", null)]
    public void Dates_and_times_are_read_as_far_as_they_are_certain(string text, string? clock, string? date)
    {
        var stamp = StampParser.Parse(text, DateOrder.Unknown);
        Assert.NotNull(stamp);
        Assert.Equal(clock, stamp.Clock?.ToString("HH:mm", null));
        Assert.Equal(date, stamp.Date?.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("see you at 21:05")]
    [InlineData("ok")]
    [InlineData("10")]
    [InlineData("25:99")]
    [InlineData("May I come")]
    [InlineData("Mia Larsen")]
    [InlineData("31/31/2024")]
    public void Other_words_are_no_date(string text) => Assert.Null(StampParser.Parse(text, DateOrder.Unknown));

    [Theory]
    [InlineData(DateOrder.DayMonthYear, "2024-10-06")]
    [InlineData(DateOrder.MonthDayYear, "2024-06-10")]
    public void The_order_that_the_person_said_decides(DateOrder order, string date) =>
        Assert.Equal(date, StampParser.Parse("06/10/2024", order)!.Date?.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("21:05 w", "21:05")]
    [InlineData("? 9:05 PM v/", "21:05")]
    public void Ticks_beside_a_time_do_no_harm(string text, string clock) =>
        Assert.Equal(clock, StampParser.Ending(text, DateOrder.Unknown)!.Clock?.ToString("HH:mm", null));
}
