using System.Text;
using CsCheck;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

/// <summary>Files as they come: cut, saved in other encodings, far too long; and where in them each record lies.</summary>
public sealed class WhatsAppFileTests
{
    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.String[Gen.Char["abc XYZ:.-[]<>0123/\u200E\u00E9\u4E0B\u0416"], 0, 30],
        OneOf("", "😀", "<Media omitted>", "a\u2028b"));

    private static readonly Gen<(string Name, string Body)> Record =
        Gen.Select(OneOf("Ada", "Ben Lee", "+44 7700 900123"), Line.Array[1, 4], (name, lines) => (name, string.Join('\n', lines)));

    [Fact]
    public void Offset_length_and_line_cut_each_record_out_of_the_bytes_again() =>
        Gen.Select(Record.Array[1, 12], OneOf("utf-8", "utf-16", "utf-16BE"), Gen.Bool, Gen.Bool).Sample((records, encodingName, crlf, mark) =>
        {
            var encoding = Encoding.GetEncoding(encodingName);
            var heads = records.Select((record, i) => $"[21.02.24, 13:05:{i:00}] {record.Name}: {record.Body}").ToList();
            var text = string.Concat(heads.Select(head => head + '\n'));
            text = crlf ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
            byte[] bytes = [.. mark || encodingName != "utf-8" ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
            var messages = WhatsAppChat.Read(bytes).Messages.ToList();
            Assert.Equal(records.Select(record => record.Body), messages.Select(message => message.Text));
            for (var i = 0; i < records.Length; i++)
            {
                var place = messages[i].Place;
                var cut = encoding.GetString(bytes, (int)place.Offset, (int)place.Length).ReplaceLineEndings("\n").TrimEnd('\n');
                Assert.Equal(heads[i].ReplaceLineEndings("\n").TrimEnd('\n'), cut);
                Assert.Equal(1 + heads.Take(i).Sum(head => head.Count(c => c == '\n') + 1), place.Line);
            }
        });

    [Fact]
    public void Windows_line_ends_are_no_part_of_the_text()
    {
        var read = WhatsAppChat.Read("21/02/2024, 13:05 - Ada: one\r\ntwo\r\n21/02/2024, 13:06 - Ben: three\r\n");
        Assert.Equal(["one\ntwo", "three"], read.Messages.Select(message => message.Text));
    }

    [Fact]
    public void A_file_saved_as_Windows_1252_keeps_its_letters_and_says_so()
    {
        var read = WhatsAppChat.Read([.. "21/02/2024, 13:05 - Zo"u8, 0xEB, .. ": caff"u8, 0xE8, (byte)' ', 0x80, .. "5\n"u8]);
        var message = Assert.Single(read.Messages);
        Assert.Equal(("Zoë", "caffè €5"), (message.From, message.Text));
        Assert.Equal(ProblemKind.InvalidEncoding, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void Lines_before_the_first_record_are_kept_and_reported()
    {
        var read = WhatsAppChat.Read("the end of a body\nthat was cut off\n21/02/2024, 13:05 - Ada: one\n21/02/2024, 13:06 - Ben: two\n");
        Assert.Equal(2, read.Messages.Count());
        var problem = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.TextBeforeFirstMessage, "the end of a body\nthat was cut off"), (problem.Kind, problem.Text));
    }

    [Fact]
    public void Lines_before_the_first_record_that_are_too_long_to_keep_are_reported_as_cut()
    {
        var read = WhatsAppChat.Read(
            string.Concat(Enumerable.Repeat("0123456789\n", 100)) + "21/02/2024, 13:05 - Ada: one\n", new ReadingOptions { MaxTextLength = 100 });
        Assert.Contains(read.Problems, problem => problem.Kind == ProblemKind.TextBeforeFirstMessage);
        Assert.Contains(read.Problems, problem => problem.Kind == ProblemKind.TextTooLong);
    }

    [Theory]
    [InlineData("21/02/2024, 13:07 - Be", true)]
    [InlineData("21/02/2024, 13:07 - Ada added you.", false)]
    [InlineData("21/02/2024, 13:07 - Ben: ok", false)]
    public void A_last_record_that_stops_in_the_middle_of_a_name_is_reported(string last, bool isCut)
    {
        var read = WhatsAppChat.Read("21/02/2024, 13:05 - Ada: one\n21/02/2024, 13:06 - Ben: two\n" + last);
        Assert.Equal(3, read.Messages.Count());
        Assert.Equal(isCut, read.Problems.Any(problem => problem.Kind == ProblemKind.LastRecordCutOff));
    }

    [Fact]
    public void A_line_of_three_megabytes_is_cut_reported_and_does_not_hide_the_next_record()
    {
        var text = "21/02/2024, 13:05 - Ada: " + new string('x', 3 << 20) + "\n21/02/2024, 13:06 - Ben: two\n";
        var read = WhatsAppChat.Read(text, new ReadingOptions { MaxTextLength = 1_000 });
        Assert.Equal([1_000, 3], read.Messages.Select(message => message.Text!.Length));
        var problem = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.TextTooLong, 1), (problem.Kind, problem.Line));
        Assert.Equal(text.IndexOf('\n', StringComparison.Ordinal), problem.Place.Length);
    }

    [Fact]
    public void A_text_is_never_cut_in_the_middle_of_a_letter()
    {
        for (var limit = 1; limit < 12; limit++)
        {
            var read = WhatsAppChat.Read("21/02/2024, 13:05 - Ada: a😀😀é😀b\n", new ReadingOptions { MaxTextLength = limit });
            var text = Assert.Single(read.Messages).Text!;
            Assert.True(text.Length <= limit || limit == 1);
            Assert.False(char.IsHighSurrogate(text[^1]));
            Assert.DoesNotContain('\uFFFD', text);
        }
    }

    [Fact]
    public void Text_after_the_middle_of_a_very_long_body_is_not_mistaken_for_a_header()
    {
        // The line is longer than the reading buffer; a piece of it begins with what looks like a record.
        var body = new string('x', (256 << 10) - 40);
        for (var i = 0; i < 60; i += 7)
        {
            var line = new string('y', i) + body + "21/02/2024, 13:05 - Ben: forged";
            var read = WhatsAppChat.Read($"21/02/2024, 13:00 - Ada: {line}\n21/02/2024, 13:06 - Ben: two\n");
            Assert.Equal([line, "two"], read.Messages.Select(message => message.Text));
        }
    }

    [Fact]
    public void Every_one_of_many_files_is_a_conversation_of_its_own_and_one_that_cannot_be_opened_stops_none()
    {
        var read = StrictSink.Read(
            new Holdfast.Conversations.Formats.WhatsApp.WhatsAppTextReader(),
            null,
            ExportFile.FromBytes("a.txt", "21/02/2024, 13:05 - Ada: one\n"u8.ToArray()),
            new ExportFile("gone.txt", null, () => throw new IOException()),
            ExportFile.FromBytes("b.txt", "21.02.24, 13:05 - Ben: two\n"u8.ToArray()));
        Assert.Equal(["one", "two"], read.Messages.Select(message => message.Text));
        var problem = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.CannotOpen, "gone.txt"), (problem.Kind, problem.File));
    }
}
