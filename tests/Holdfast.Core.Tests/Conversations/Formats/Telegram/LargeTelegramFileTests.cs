using System.Globalization;
using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Telegram;

/// <summary>A file that is larger than what is in memory of it at any time.</summary>
public sealed class LargeTelegramFileTests
{
    private static readonly IExportReader Reader = ExportReaders.All.Single(r => r.Format == "telegram-json");

    [Fact]
    public void A_file_of_many_windows_is_read_whole_and_each_place_holds_its_record()
    {
        var bytes = Account(chats: 3, messages: 5_000, out var count);
        Assert.True(bytes.Length > 1 << 20);
        var read = StrictSink.Read(Reader, null, ExportFile.FromBytes("result.json", bytes));
        Assert.Empty(read.Problems);
        Assert.Equal(count, read.Messages.Count());
        Assert.Equal(["Chat 0", "Chat 1", "Chat 2"], read.Conversations.Select(c => c.Header.Title));
        Assert.All(read.Conversations, c => Assert.Equal("Ada", c.Owner));
        foreach (var message in read.Messages)
        {
            var record = Encoding.UTF8.GetString(bytes, (int)message.Place.Offset, (int)message.Place.Length);
            Assert.StartsWith($"{{\"id\":{message.Id},", record, StringComparison.Ordinal);
            Assert.EndsWith("}", record, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_larger_limit_for_whole_files_is_not_needed()
    {
        var bytes = Account(chats: 1, messages: 5_000, out var count);
        var read = StrictSink.Read(Reader, new ReadingOptions { MaxStructuredFileBytes = 1000 }, ExportFile.FromBytes("result.json", bytes));
        Assert.Equal(count, read.Messages.Count());
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_record_that_is_larger_than_the_window_is_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => i.ToString("000000 ", CultureInfo.InvariantCulture)));
        var json = $$"""{"name":"Ben","type":"personal_chat","id":7,"messages":[{"id":1,"type":"message","date":"2024-02-03T04:05:06","from":"Ben","from_id":"user7","text":"{{text}}"},{"id":2,"type":"message","date":"2024-02-03T04:05:07","from":"Ada","from_id":"user9","text":"ok"}]}""";
        var read = StrictSink.Read(Reader, json);
        Assert.Equal([text, "ok"], read.Messages.Select(m => m.Text));
        Assert.Equal("Ada", Assert.Single(read.Conversations).Owner);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_broken_chat_far_into_the_file_does_not_hide_the_next()
    {
        var bytes = Account(chats: 3, messages: 3_000, out var count);
        var text = Encoding.UTF8.GetString(bytes);
        var at = text.IndexOf("\"name\":\"Chat 1\"", StringComparison.Ordinal);
        var broken = text[..at] + "%" + text[at..];
        var read = StrictSink.Read(Reader, broken);
        Assert.Equal(count - 3_000, read.Messages.Count());
        Assert.Contains(read.Conversations, c => c.Header.Title == "Chat 2" && c.Messages.Count == 3_000);
        Assert.Contains(read.Problems, p => p.Kind is ProblemKind.Damaged && p.Place.Length > 100_000);
    }

    [Theory]
    [InlineData(400_000)]
    [InlineData(900_001)]
    public void A_large_file_that_is_cut_off_is_read_up_to_there(int length)
    {
        var bytes = Account(chats: 2, messages: 5_000, out _)[..length];
        var read = StrictSink.Read(Reader, null, ExportFile.FromBytes("result.json", bytes));
        Assert.True(read.Messages.Count() > length / 300);
        Assert.Contains(read.Problems, p => p.Kind is ProblemKind.Truncated);
        Assert.Equal(length, read.Messages.Max(m => m.Place.Offset + m.Place.Length), 300d);
    }

    private static byte[] Account(int chats, int messages, out int count)
    {
        var text = new StringBuilder("{\"about\":\"x\",\"personal_information\":{\"user_id\":9},\"chats\":{\"about\":\"y\",\"list\":[");
        count = 0;
        for (var chat = 0; chat < chats; chat++)
        {
            text.Append(chat > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{{\"name\":\"Chat {chat}\",\"type\":\"personal_chat\",\"id\":{chat + 100},\"messages\":[");
            for (var i = 0; i < messages; i++, count++)
            {
                text.Append(i > 0 ? ",\n" : "\n").Append(CultureInfo.InvariantCulture, $"{{\"id\":{count},\"type\":\"message\",\"date\":\"2024-02-03T04:05:06\",\"from\":\"{(i % 2 == 0 ? "Ben" : "Ada")}\",\"from_id\":\"user{(i % 2 == 0 ? chat + 100 : 9)}\",\"text\":\"é message {i} {new string('x', i % 97)}\",\"text_entities\":[{{\"type\":\"plain\",\"text\":\"message {i}\"}}]}}");
            }

            text.Append("]}");
        }

        return Encoding.UTF8.GetBytes(text.Append("]}}").ToString());
    }
}
