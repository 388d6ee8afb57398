using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Dates;

namespace Holdfast.Core.Tests.Conversations.Dates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("Jun 10, 2024 6:28 am", "2024-06-10T06:28:00")]
    [InlineData("Jun 10, 2024 12:05 am", "2024-06-10T00:05:00")]
    [InlineData("Jun 10, 2024 12:05 pm", "2024-06-10T12:05:00")]
    [InlineData("Jun 10, 2024, 6:28:12\u202FPM", "2024-06-10T18:28:12")]
    [InlineData("May 01, 2026 5:10 pm", "2026-05-01T17:10:00")]
    [InlineData("Oct 19, 2019 at 2:37 PM", "2019-10-19T14:37:00")]
    [InlineData("19 Oct 2019, 14:37", "2019-10-19T14:37:00")]
    [InlineData("10 giu 2024, 06:28", "2024-06-10T06:28:00")]
    [InlineData("giu 10, 2024 6:28 am", "2024-06-10T06:28:00")]
    [InlineData("venerdì 4 ottobre 2013 alle ore 22:05 UTC+02", "2013-10-04T22:05:00+02:00")]
    [InlineData("10 de jun. de 2024 6:28 p. m.", "2024-06-10T18:28:00")]
    [InlineData("10 de junho de 2024 às 06:28", "2024-06-10T06:28:00")]
    [InlineData("10 juin 2024 à 06 h 28", "2024-06-10T06:28:00")]
    [InlineData("10. März 2024 um 06:28", "2024-03-10T06:28:00")]
    [InlineData("10.06.2024, 06:28", "2024-06-10T06:28:00")]
    [InlineData("10 mrt. 2024 06:28", "2024-03-10T06:28:00")]
    [InlineData("24 дек 2021 г., 18:05", "2021-12-24T18:05:00")]
    [InlineData("10 Haz 2024 06:28", "2024-06-10T06:28:00")]
    [InlineData("10. kesäkuuta 2024 klo 6.28", "2024-06-10T06:28:00")]
    [InlineData("2024. jún. 10. 6:28", "2024-06-10T06:28:00")]
    [InlineData("2024年6月10日 下午6:28", "2024-06-10T18:28:00")]
    [InlineData("2024년 6월 10일 오후 6:28", "2024-06-10T18:28:00")]
    [InlineData("10 tháng 6, 2024 18:28", "2024-06-10T18:28:00")]
    [InlineData("١٠ يونيو ٢٠٢٤، ٦:٢٨ م", "2024-06-10T18:28:00")]
    [InlineData("10 Jun 2024, 6:28 PTG", "2024-06-10T18:28:00")]
    [InlineData("10 Jun 2024, 6:28 PG", "2024-06-10T06:28:00")]
    [InlineData("2024-06-10 06:28", "2024-06-10T06:28:00")]
    [InlineData("13/06/2024, 06:28", "2024-06-13T06:28:00")]
    [InlineData("Friday, October 4, 2013 at 10:05pm PDT", "2013-10-04T22:05:00-07:00")]
    [InlineData("Wednesday, November 12, 2008 at 8:53pm UTC+01", "2008-11-12T20:53:00+01:00")]
    [InlineData("Tuesday, June 4, 2013 at 8:53am UTC+05:30", "2013-06-04T08:53:00+05:30")]
    public void A_date_is_read_in_the_spelling_of_many_languages(string text, string expected) =>
        Assert.Equal(expected, WrittenDate.Read(text, DateOrder.Unknown, out _)?.ToString());

    [Theory]
    [InlineData("see you")]
    [InlineData("Jun 10, 2024")]
    [InlineData("10:30")]
    [InlineData("Jun 31, 2024 6:28 am")]
    [InlineData("Jun 10, 2024 26:28")]
    [InlineData("on Jun 10, 2024 6:28 am I will send it to all of your friends")]
    [InlineData("2024 2024 2024 10:30")]
    [InlineData("Jun 10, 2024 6:28 am UTC+99")]
    public void What_is_no_date_is_not_read_as_one(string text) =>
        Assert.Equal(text.EndsWith("+99", StringComparison.Ordinal) ? "2024-06-10T06:28:00" : null, WrittenDate.Read(text, DateOrder.Unknown, out _)?.ToString());

    [Fact]
    public void Two_small_numbers_wait_for_the_person_to_say_their_order()
    {
        Assert.Null(WrittenDate.Read("05/06/2024, 06:28", DateOrder.Unknown, out var isAmbiguous));
        Assert.True(isAmbiguous);
        Assert.Equal("2024-06-05T06:28:00", WrittenDate.Read("05/06/2024, 06:28", DateOrder.DayMonthYear, out _)?.ToString());
        Assert.Equal("2024-05-06T06:28:00", WrittenDate.Read("05/06/2024, 06:28", DateOrder.MonthDayYear, out _)?.ToString());
    }

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.OneOf(Gen.String, Gen.Char["0123456789:./-, apm年月UTC+"].Array[0, 60].Select(c => new string(c)))
        .Sample(text => WrittenDate.Read(text, DateOrder.DayMonthYear, out _));
}
