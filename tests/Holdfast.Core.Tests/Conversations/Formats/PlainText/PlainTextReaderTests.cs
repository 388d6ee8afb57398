using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.PlainText;

namespace Holdfast.Core.Tests.Conversations.Formats.PlainText;

public sealed class PlainTextReaderTests
{
    [Theory]
    [InlineData(DateOrder.DayMonthYear, "2024-03-02T10:13:00")]
    [InlineData(DateOrder.MonthDayYear, "2024-02-03T10:13:00")]
    public void The_order_that_the_person_states_is_used(DateOrder order, string expected)
    {
        var read = Read("[10:13, 2/3/2024] Mira: hi", new ReadingOptions { DateOrder = order });
        Assert.Equal(expected, read.Messages.Single().At.ToString());
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("[10:13, 2/13/2024] A: x\n[10:13, 3/2/2024] A: y", "2024-03-02T10:13:00")]
    [InlineData("[10:13, 13/2/2024] A: x\n[10:13, 3/2/2024] A: y", "2024-02-03T10:13:00")]
    [InlineData("[2024-03-02 10:13:05] A: x\n[2024-03-02 10:13:05] A: y", "2024-03-02T10:13:05")]
    [InlineData("[3.2.24, 10:13 p. m.] A: x\n[3.2.24, 10:13\u202FPM] A: y", "2024-02-03T22:13:00")]
    [InlineData("[12:05 AM, 13/2/2024] A: x\n[12:05 PM, 3/2/2024] A: y", "2024-02-03T12:05:00")]
    public void The_order_is_learned_from_the_whole_text(string text, string expected)
    {
        Assert.Equal(expected, Read(text).Messages.Last().At.ToString());
    }

    [Theory]
    [InlineData("Deadline: tonight\nAmount: 200\nPay me.")]
    [InlineData("From: a@example.com\nSent: Monday\nHello\nFrom: a@example.com\nSent: Monday")]
    [InlineData("He said it all: pay.\nhttps://example.com\n10:30 and 11:30")]
    [InlineData("1: first\n2: second\n1: third")]
    [InlineData("He told me this on Monday evening: pay")]
    public void Prose_with_colons_in_it_stays_one_note(string text)
    {
        var read = Read(text);
        Assert.True(read.Conversations.Single().Header.IsSingleVoice);
        Assert.Equal(text, read.Messages.Single().Text);
        Assert.Null(read.Messages.Single().From);
    }

    [Fact]
    public void A_long_note_comes_in_several_messages_and_loses_nothing()
    {
        var text = string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"line {i} žluť"));
        var read = Read(text, new ReadingOptions { MaxTextLength = 1_000 });
        Assert.Equal(text, string.Join('\n', read.Messages.Select(m => m.Text)));
        Assert.All(read.Messages, m => Assert.True(m.Text!.Length <= 1_000));
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.TextTooLong);
    }

    [Fact]
    public void A_note_of_one_endless_line_is_handed_on_piece_by_piece()
    {
        const long Size = 64L << 20;
        var opened = new List<EndlessLine>();
        var sink = new CountingSink(() => opened[^1].Given);
        var file = new ExportFile("endless", null, Open);
        new PlainTextReader().Read([file], new ReadingOptions(), sink);
        Assert.Equal(Size, sink.Letters);
        Assert.True(sink.MostHeldBack < 4 << 20);

        Stream Open()
        {
            opened.Add(new EndlessLine(Size));
            return opened[^1];
        }
    }

    [Fact]
    public void Every_word_of_a_chat_is_in_some_message() =>
        Gen.Select(Gen.Bool.Select(b => b ? "Mira" : "Tom"), Gen.String[Gen.Char["abc :[]\n—,"], 0, 30]).Array[1, 20].Sample(turns =>
        {
            var text = string.Concat(turns.Select(t => $"{t.Item1}: {t.Item2}\n"));
            var read = Read(text);
            var letters = string.Concat(read.Messages.Select(m => m.From + m.Text)).Count(char.IsLetter);
            Assert.Equal(text.Count(char.IsLetter), letters);
        });

    [Fact]
    public void Another_programs_data_is_not_a_note()
    {
        Assert.False(Recognises("{ \"a\": 1 }"));
        Assert.False(Recognises("<!DOCTYPE html><html>"));
        Assert.True(Recognises("{curly} words"));
    }

    private static bool Recognises(string text) =>
        new PlainTextReader().Recognises(new ExportHead(ExportFile.FromBytes("x", []), Encoding.UTF8.GetBytes(text), text));

    private static StrictSink Read(string text, ReadingOptions? options = null) => StrictSink.Read(new PlainTextReader(), text, options);

    private sealed class CountingSink(Func<long> given) : IConversationSink
    {
        internal long Letters { get; private set; }

        /// <summary>Most bytes that were read but not handed on yet.</summary>
        internal long MostHeldBack { get; private set; }

        public void Begin(ConversationHeader header)
        {
        }

        public void Add(Message message)
        {
            Letters += message.Text!.Length;
            MostHeldBack = Math.Max(MostHeldBack, given() - Letters);
        }

        public void Add(Contact contact)
        {
        }

        public void End(ConversationFooter footer)
        {
        }

        public void Report(ReadingProblem problem)
        {
        }
    }

    private sealed class EndlessLine(long length) : Stream
    {
        internal long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var got = (int)Math.Min(buffer.Length, length - Given);
            buffer[..got].Fill((byte)'a');
            Given += got;
            return got;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
