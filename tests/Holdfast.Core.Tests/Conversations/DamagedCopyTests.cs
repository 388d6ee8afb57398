using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>Recovered copies hold zeros where nothing was written: none of them may cost a message.</summary>
public sealed class DamagedCopyTests
{
    private const string Chat =
        "21/02/2024, 13:05 - Ada: one\n21/02/2024, 13:06 - Ben: two and more\n21/02/2024, 13:07 - Ada: three\n21/02/2024, 13:08 - Ben: four\n";

    [Theory]
    [InlineData("\0")]
    [InlineData("\0\0\0")]
    public void A_chat_with_zeros_behind_it_is_read_whole(string tail) => AssertWhole(Encoding.UTF8.GetBytes(Chat + tail));

    [Theory]
    [InlineData(4_096)]
    [InlineData(70_000)]
    [InlineData(600_000)]
    public void A_chat_that_is_padded_to_a_block_is_read_whole(int zeros) => AssertWhole([.. Encoding.UTF8.GetBytes(Chat), .. new byte[zeros]]);

    [Theory]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(300_000)]
    public void A_hole_between_two_lines_costs_neither_of_them(int zeros)
    {
        var middle = Chat.IndexOf("21/02/2024, 13:07", StringComparison.Ordinal);
        AssertWhole([.. Encoding.UTF8.GetBytes(Chat[..middle]), .. new byte[zeros], .. Encoding.UTF8.GetBytes(Chat[middle..])]);
    }

    [Fact]
    public void A_zero_inside_a_word_is_left_out_of_it() =>
        AssertWhole(Encoding.UTF8.GetBytes(Chat.Replace("and", "a\0nd", StringComparison.Ordinal)));

    [Fact]
    public void A_chat_in_UTF_16_with_zeros_behind_it_is_read_whole() =>
        AssertWhole([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Chat), .. new byte[512]]);

    [Theory]
    [InlineData("help me please\0")]
    [InlineData("he wants money\nand more\n\0\0\0\0")]
    public void A_short_note_with_zeros_behind_it_is_read(string text)
    {
        var sink = Read("note.txt", Encoding.UTF8.GetBytes(text));
        Assert.Equal(text.TrimEnd('\0', '\n'), Assert.Single(sink.Messages).Text);
        Assert.Contains(sink.Problems, problem => problem.Kind == ProblemKind.InvalidEncoding);
    }

    [Fact]
    public void A_structured_file_with_zeros_behind_it_is_read()
    {
        const string Telegram =
            """{"name":"Mira","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date":"2024-02-03T04:05:06","from":"Mira","from_id":"user1","text":"hi"}]}""";
        Assert.Equal("hi", Assert.Single(Read("result.json", Encoding.UTF8.GetBytes(Telegram + "\0\0\0")).Messages).Text);
    }

    [Fact]
    public void Zeros_up_to_the_fiftieth_part_are_forgiven_and_one_more_is_not()
    {
        var letters = new string('a', 5_000);
        var padded = Enumerable.Range(0, 100).Aggregate(letters, (text, i) => text.Insert(i * 40 + 1, "\0"));
        Assert.Equal(letters, TextDecoding.DecodeHead(Encoding.UTF8.GetBytes(padded)));
        Assert.Null(TextDecoding.DecodeHead(Encoding.UTF8.GetBytes(padded.Insert(4_500, "\0"))));
    }

    [Fact]
    public void Binary_files_are_still_no_text()
    {
        Assert.Null(TextDecoding.DecodeHead(new byte[1_000]));
        Assert.Null(TextDecoding.DecodeHead([.. "LUKS"u8, 0xBA, 0xBE, 0, 1, .. "aes"u8, .. new byte[500]]));
        Assert.Null(TextDecoding.DecodeHead([.. Enumerable.Range(0, 4_000).Select(i => (byte)((i * 37 ^ i >> 3) & 0xFF))]));
        Assert.Null(TextDecoding.DecodeHead(Encoding.UTF32.GetBytes("hello world")));
        Assert.Null(TextDecoding.DecodeHead([.. Enumerable.Repeat<byte[]>([.. "Ada"u8, 0, 0, 0, 0, 0], 100).SelectMany(name => name)]));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("[{")]
    [InlineData("{\"a\":")]
    [InlineData("[[\"a\",")]
    public void A_file_of_nothing_but_brackets_is_listed_as_not_read(string unit)
    {
        var sink = Read("d.json", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 1_000_000))));
        Assert.Empty(sink.Messages);
        Assert.Contains(sink.Problems, problem => problem.Kind is ProblemKind.Damaged or ProblemKind.FileNotRead);
    }

    private static void AssertWhole(byte[] bytes)
    {
        var sink = Read("chat.txt", bytes);
        Assert.Equal(["one", "two and more", "three", "four"], sink.Messages.Select(message => message.Text));
        Assert.Equal(ProblemKind.InvalidEncoding, Assert.Single(sink.Problems).Kind);
    }

    private static StrictSink Read(string name, byte[] bytes)
    {
        var sink = new StrictSink();
        ExportSet.Open([ExportFile.FromBytes(name, bytes)], new ReadingOptions()).Read(sink);
        return sink;
    }
}
