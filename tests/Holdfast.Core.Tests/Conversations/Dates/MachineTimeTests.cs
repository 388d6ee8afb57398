using System.Globalization;
using Holdfast.Conversations.Dates;

namespace Holdfast.Core.Tests.Conversations.Dates;

public sealed class MachineTimeTests
{
    [Theory]
    [InlineData("2024-06-12 06:18:00 UTC", "2024-06-12T06:18:00Z")]
    [InlineData("2024-06-12T06:18:00.123Z", "2024-06-12T06:18:00.123Z")]
    [InlineData("2024-06-12T06:18:00+02:00", "2024-06-12T06:18:00+02:00")]
    [InlineData("2024-06-12 06:18:00.1234567-09:30", "2024-06-12T06:18:00.123-09:30")]
    [InlineData("2024-06-12T06:18:00 +02:00", "")]
    [InlineData("2024-06-12 06:18:00 +02:00", "2024-06-12T06:18:00+02:00")]
    [InlineData("2024-06-12T06:18:00+14:00", "2024-06-12T06:18:00+14:00")]
    [InlineData("2024-06-12 06:18:00", "2024-06-12T06:18:00")]
    [InlineData("2024-06-12 06:18", "2024-06-12T06:18:00")]
    [InlineData("2024/06/12 06:18:05", "2024-06-12T06:18:05")]
    [InlineData("2024-06-12T06:18:00.12345678", "")]
    [InlineData("2024-02-30 06:18:00", "")]
    [InlineData("2024-06-12 24:00:00", "")]
    [InlineData("2024-06-12 06:60:00", "")]
    [InlineData("2024-13-12 06:18:00", "")]
    [InlineData("2024-06-12 06:18:00x", "")]
    [InlineData("2024-06-12 06:18:0x", "")]
    [InlineData("2024-06-12T06:18:00+15:00", "")]
    [InlineData("Wednesday, June 12, 2024", "")]
    [InlineData("UTC", "")]
    public void A_time_means_what_it_says_and_no_more(string text, string expected) =>
        Assert.Equal(expected, MachineTime.Read(text, isUtc: false).ToString());

    [Fact]
    public void The_short_way_reads_what_the_calendar_reads()
    {
        var random = new Random(12_062_024);
        var digits = "0123456789-:T .+x";
        for (var round = 0; round < 20_000; round++)
        {
            var text = DateTime.UnixEpoch.AddSeconds(random.NextInt64(4_000_000_000)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture).ToCharArray();
            if (round % 2 == 0)
                text[random.Next(text.Length)] = digits[random.Next(digits.Length)];
            var isTime = DateTime.TryParseExact(
                text, ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var expected);
            Assert.Equal(isTime, MachineStamp.TryRead(text, out var wall, out var offset));
            Assert.Equal(expected, wall);
            Assert.Null(offset);
        }
    }
}
