using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Csv;
using Holdfast.Conversations.Formats.CsvChat;

namespace Holdfast.Core.Tests.Conversations.Csv;

public sealed class CsvTests
{
    private static List<string[]> Records(string text)
    {
        var result = new List<string[]>();
        using var records = new CsvRecords(new MemoryStream(Encoding.UTF8.GetBytes(text)), new ReadingOptions());
        while (records.MoveNext())
            result.Add([.. Enumerable.Range(0, records.Current.Count).Select(i => records.Current[i])]);
        return result;
    }

    [Theory]
    [InlineData("a,b\n", "a|b")]
    [InlineData("a;b;\n", "a|b|")]
    [InlineData("\"a,\"\"x\"\"\",b", "a,\"x\"|b")]
    [InlineData("\"a\n\nb\",c\r\n", "a\n\nb|c")]
    [InlineData("\n\na,b", "a|b")]
    [InlineData("a\"b,c", "a\"b|c")]
    public void Fields_are_read_as_RFC_4180_writes_them(string text, string fields) =>
        Assert.Equal(fields, string.Join('|', Records(text).Single()));

    [Fact]
    public void Places_cut_each_record_out_of_the_file()
    {
        const string Text = "a,b\r\n\"c\r\nd\",e\r\n";
        using var records = new CsvRecords(new MemoryStream(Encoding.UTF8.GetBytes(Text)), new ReadingOptions());
        var pieces = new List<string>();
        while (records.MoveNext())
            pieces.Add(Text.Substring((int)records.Current.Place.Offset, (int)records.Current.Place.Length));
        Assert.Equal(["a,b", "\"c\r\nd\",e"], pieces);
    }

    [Fact]
    public void A_line_of_any_length_is_one_record()
    {
        foreach (var length in (int[])[65_530, 65_534, 65_536, 65_537, 200_000])
        {
            var records = Records($"a,{new string('x', length - 2)}\nb,c\n");
            Assert.Equal([length - 2, 1], records.Select(r => r[1].Length));
        }
    }

    [Theory]
    [InlineData("Date,From,Message\n2024-06-12 08:13:00,Mira,hi\n", true)]
    [InlineData("date\tsender\ttext\n12.06.2024 08:13\tMira\thi\n", true)]
    [InlineData("Date,From,To,Amount\n2024-06-12 08:13:00,Mira,Tom,5\n", false)]
    [InlineData("Date,From,Message\nsoon,Mira,hi\n", false)]
    [InlineData("Date,From,From,Message\n2024-06-12 08:13:00,Mira,Tom,hi\n", false)]
    [InlineData("Dear Mira, the message from the date is here\n", false)]
    public void Only_a_table_with_sender_time_and_words_is_a_chat(string text, bool expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(expected, new CsvChatReader().Recognises(new ExportHead(ExportFile.FromBytes("a.csv", bytes), bytes, text)));
    }
}
