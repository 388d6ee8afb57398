using System.Text;
using CsCheck;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Core.Tests.Conversations.TextFiles;

public sealed class TextLinesTests
{
    [Fact]
    public void Lines_end_with_any_of_the_three_line_ends()
    {
        Assert.Equal(["a", "b", "", "c", "d"], Read("a\r\nb\n\nc\rd"u8.ToArray()).Select(l => l.Text));
    }

    [Fact]
    public void Every_line_lies_where_it_says()
    {
        var bytes = Encoding.UTF8.GetBytes("žluť\r\nkůň\npes");
        foreach (var line in Read(bytes))
            Assert.Equal(line.Text, Encoding.UTF8.GetString(bytes, (int)line.Offset, line.Length));
    }

    [Fact]
    public void A_line_without_an_end_comes_in_pieces_that_lose_nothing_and_cut_no_letter()
    {
        var text = string.Concat(Enumerable.Repeat("aé€😀", 5_000));
        var lines = Read(Encoding.UTF8.GetBytes(text), 101);
        Assert.Equal(text, string.Concat(lines.Select(l => l.Text)));
        Assert.All(lines, l => Assert.True(l.Length <= 101 && l.Number == 1));
        Assert.All(lines.Skip(1), l => Assert.True(l.Continues));
    }

    [Fact]
    public void Pieces_and_lines_together_are_the_text() =>
        Gen.Select(Gen.Char["ab\n\ré😀 "].Array[0, 300], Gen.Int[4, 40], Gen.Bool).Sample((units, longest, wide) =>
        {
            TextDecoding.ReplaceLoneSurrogates(units);
            var text = new string(units);
            var encoding = wide ? (Encoding)new UnicodeEncoding(false, true) : new UTF8Encoding(true);
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            var lines = new StringBuilder();
            foreach (var line in Read(bytes, longest))
                lines.Append(lines.Length == 0 || line.Continues ? "" : "\n").Append(line.Text);
            var expected = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim('\n');
            Assert.Equal(expected, lines.ToString().Trim('\n'));
        });

    [Fact]
    public void One_broken_byte_does_not_spoil_the_letters_around_it()
    {
        var damaged = false;
        Assert.Equal("š€š\u201Dš", TextDecoding.Decode([0xC5, 0xA1, 0x80, 0xC5, 0xA1, 0x94, 0xC5, 0xA1], TextForm.Utf8, ref damaged));
        Assert.True(damaged);
    }

    [Theory]
    [InlineData("hello", false)]
    [InlineData("hello", true)]
    [InlineData("привет, как дела", false)]
    public void UTF_16_without_a_mark_is_known_by_its_zero_bytes(string text, bool bigEndian)
    {
        var bytes = new UnicodeEncoding(bigEndian, false).GetBytes(text);
        Assert.Equal(bigEndian ? TextForm.Utf16BigEndian : TextForm.Utf16LittleEndian, TextDecoding.Detect(bytes, out _));
    }

    [Fact]
    public void Bytes_of_a_picture_are_not_text()
    {
        Assert.Null(TextDecoding.DecodeHead([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3, 4]));
    }

    private static List<TextLine> Read(byte[] bytes, int longest = 1000)
    {
        using var lines = new TextLines(new MemoryStream(bytes), longest);
        var all = new List<TextLine>();
        while (lines.MoveNext())
            all.Add(lines.Current);
        return all;
    }
}
