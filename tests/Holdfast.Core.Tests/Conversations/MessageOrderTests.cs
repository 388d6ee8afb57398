using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations;

public sealed class MessageOrderTests
{
    [Theory]
    [InlineData("1 2 3", "0 1 2")]
    [InlineData("3 2 1", "2 1 0")]
    [InlineData("3 1 2", "1 2 0")]
    [InlineData("2 2 1 1", "3 2 1 0")]
    [InlineData("1 1 2 2", "0 1 2 3")]
    [InlineData("1 - 2", "0 1 2")]
    [InlineData("1 -", "0 1")]
    [InlineData("- 2 1", "2 1 0")]
    [InlineData("", "")]
    public void Messages_come_oldest_first_and_equal_times_keep_the_order_of_the_file(string times, string expected)
    {
        var file = ExportFile.FromBytes("f", []);
        var messages = times.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((time, i) => new Message { File = file, Text = $"{i}", At = time == "-" ? MessageTime.None : MessageTime.FromWall(new DateTime(2024, 1, time[0] - '0')) })
            .ToList();
        MessageOrder.OldestFirst(messages);
        Assert.Equal(expected, string.Join(' ', messages.Select(message => message.Text)));
    }
}
