using Holdfast.Conversations;
using Holdfast.Conversations.Dates;

namespace Holdfast.Core.Tests.Conversations.Dates;

/// <summary>Dates and times as programs and cultures print them.</summary>
public sealed class StampTests
{
    [Theory]
    [InlineData("12/06/2024 08:13", "2024-06-12T08:13:00")]
    [InlineData("6/25/2024 8:13 PM", "2024-06-25T20:13:00")]
    [InlineData("12.06.2024 klo 8.13", "2024-06-12T08:13:00")]
    [InlineData("2024/12/01 8:13", "2024-12-01T08:13:00")]
    [InlineData("12-Jun-24 08:13 AM", "2024-06-12T08:13:00")]
    [InlineData("Wednesday, June 12, 2024 at 6:13:00\u202FAM UTC", "2024-06-12T06:13:00Z")]
    [InlineData("12 June 2024 at 18:14:05 UTC", "2024-06-12T18:14:05Z")]
    [InlineData("Mittwoch, 12. Juni 2024 um 18:14:05 UTC", "2024-06-12T18:14:05Z")]
    [InlineData("mercredi 12 juin 2024 à 18:14:05 UTC", "2024-06-12T18:14:05Z")]
    [InlineData("miércoles, 12 de junio de 2024, 6:14:05 p.\u00A0m. UTC", "2024-06-12T18:14:05Z")]
    [InlineData("mar, 11 jun 2024 18:14", "2024-06-11T18:14:00")]
    [InlineData("2024年6月12日水曜日 18:14:05 UTC", "2024-06-12T18:14:05Z")]
    [InlineData("2024년 6월 12일 수요일 오후 6시 14분 5초 UTC", "2024-06-12T18:14:05Z")]
    [InlineData("среда, 12 июня 2024 г. в 18:14:05 UTC", "2024-06-12T18:14:05Z")]
    [InlineData("12 Haziran 2024 Çarşamba 18:14:05 UTC+3", "2024-06-12T18:14:05+03:00")]
    [InlineData("12 มิถุนายน 2567 18:14", "2024-06-12T18:14:00")]
    [InlineData("٢٠٢٤/٠٦/١٢ ٠٨:١٣", "2024-06-12T08:13:00")]
    [InlineData("Thứ Tư, 12 tháng 6, 2024 lúc 18:14", "2024-06-12T18:14:00")]
    [InlineData("12/6/2567 8:13", "2024-06-12T08:13:00")]
    [InlineData("8:13 12/06/2024", "2024-06-12T08:13:00")]
    [InlineData("31 June 2024 at 18:14", "")]
    [InlineData("12/06/2024 28:13", "")]
    [InlineData("99/99/2024 08:13", "")]
    [InlineData("call me at 5", "")]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "")]
    public void A_time_in_the_words_of_a_culture_is_read_by_its_numbers(string text, string expected) =>
        Assert.Equal(expected, CultureStamp.TryParse(text, out var stamp) ? stamp.Resolve(DateOrder.DayMonthYear).ToString() : "");

    [Theory]
    [InlineData("jan", 1)]
    [InlineData("Mar", 3)]
    [InlineData("SEPT", 9)]
    [InlineData("août", 8)]
    [InlineData("jui", 0)]
    [InlineData("listopadu", 11)]
    [InlineData("me", 0)]
    [InlineData("lip", 0)]
    [InlineData("lipca", 7)]
    [InlineData("lipnja", 6)]
    public void A_month_is_known_by_its_name_or_its_unmistakable_beginning(string word, int month) =>
        Assert.Equal(month, MonthNames.Of(word));

    [Fact]
    public void Every_language_names_twelve_months() =>
        Assert.All(DateWords.Shared.Months, year => Assert.Equal(12, year.Value.Length));
}
