using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>
/// What every export reader promises, whatever its format. A reader joins with a subclass of a few lines that names it
/// and gives a sample.
/// </summary>
public abstract class ExportReaderContract
{
    /// <summary>The reader under test, by its format name.</summary>
    protected abstract string Format { get; }

    /// <summary>A small export with several records; empty for formats whose bytes are not text.</summary>
    protected virtual string Sample => "";

    /// <summary>The same as bytes.</summary>
    protected virtual byte[] SampleBytes => Encoding.UTF8.GetBytes(Sample);

    /// <summary>The name that such a file has.</summary>
    protected virtual string SampleName => "sample";

    /// <summary>False for formats whose bytes are not one text, so that they cannot be turned into UTF-16.</summary>
    protected virtual bool IsText => true;

    /// <summary>How many messages the sample holds.</summary>
    protected abstract int Messages { get; }

    /// <summary>What the sample is remarked on; most have nothing to say.</summary>
    protected virtual IReadOnlyList<ProblemKind> Remarks => [];

    private IExportReader Reader => ExportReaders.All.Single(r => r.Format == Format);

    private byte[] Bytes => SampleBytes;

    [Fact]
    public void The_sample_is_recognised_and_read_whole()
    {
        Assert.True(Reader.Recognises(Head(Bytes)));
        var read = Read(Bytes);
        Assert.Equal(Messages, read.Messages.Count());
        Assert.Equal(Remarks, read.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Every_record_of_the_sample_has_a_place_of_its_own()
    {
        var places = Read(Bytes).Messages.Select(m => m.Place).OrderBy(p => p.Offset).ToList();
        Assert.All(places, p => Assert.True(p.Length > 0));
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First.Offset + pair.First.Length <= pair.Second.Offset));
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        Assert.Equal(Dump(Read(Bytes)), Dump(Read(Bytes)));
    }

    [Fact]
    public void A_file_cut_off_anywhere_still_gives_a_result_or_a_problem()
    {
        var bytes = Bytes;
        for (var length = 0; length < bytes.Length; length++)
        {
            var read = Read(bytes[..length]);
            Assert.True(HasResult(read), $"nothing at all for the first {length} bytes");
            CheckPlaces(read, length);
        }
    }

    [Fact]
    public void Changed_bytes_never_break_the_reader()
    {
        var bytes = Bytes;
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var changed = (byte[])bytes.Clone();
            foreach (var (index, value) in changes)
                changed[index] = value;
            var read = Read(changed);
            CheckPlaces(read, changed.Length);
            Assert.True(HasResult(read));
        });
    }

    [Fact]
    public void Any_bytes_at_all_give_a_result_or_a_problem() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        Reader.Recognises(Head(bytes));
        var read = Read(bytes);
        CheckPlaces(read, bytes.Length);
        Assert.True(HasResult(read));
    });

    [Fact]
    public void An_empty_file_holds_no_messages_and_says_so()
    {
        Assert.Contains(Read([]).Problems, p => p.Kind is ProblemKind.NoMessages);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_problem_and_no_crash()
    {
        var file = new ExportFile("gone", 10, () => throw new IOException());
        Assert.Contains(StrictSink.Read(Reader, null, file).Problems, p => p.Kind is ProblemKind.CannotOpen);
    }

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_changes_nothing()
    {
        var bytes = Bytes;
        var slow = new ExportFile(SampleName, null, () => new SlowStream(bytes));
        Assert.Equal(Dump(Read(bytes)), Dump(StrictSink.Read(Reader, null, slow)));
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing_but_the_places()
    {
        if (!IsText)
            return;
        var marked = Read([0xEF, 0xBB, 0xBF, .. Bytes]);
        Assert.Equal(Texts(Read(Bytes)), Texts(marked));
        CheckPlaces(marked, Bytes.Length + 3);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Text_saved_as_UTF_16_is_read_alike(bool bigEndian, bool mark)
    {
        if (!IsText)
            return;
        var encoding = new UnicodeEncoding(bigEndian, mark);
        byte[] wide = [.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)];
        Assert.True(Reader.Recognises(Head(wide)));
        var read = Read(wide);
        Assert.Equal(Texts(Read(Bytes)), Texts(read));
        // The places point at the same words, counted in the bytes of the original.
        Assert.Equal(Slices(Read(Bytes), Bytes, Encoding.UTF8), Slices(read, wide, encoding));
    }

    [Fact]
    public void Nothing_prints_what_people_wrote()
    {
        var read = Read(Bytes);
        foreach (var text in read.Messages.Select(m => m.Text).Where(t => t?.Length > 3))
        {
            Assert.DoesNotContain(read.Messages, m => m.ToString().Contains(text!, StringComparison.Ordinal));
            Assert.DoesNotContain(read.Conversations, c => c.ToString().Contains(text!, StringComparison.Ordinal));
        }
    }

    private static bool HasResult(StrictSink read) => read.Messages.Any() || read.Contacts.Count > 0 || read.Problems.Count > 0;

    private StrictSink Read(byte[] bytes) => StrictSink.Read(Reader, null, ExportFile.FromBytes(SampleName, bytes));

    private ExportHead Head(byte[] bytes)
    {
        var head = bytes.AsMemory(0, Math.Min(bytes.Length, ExportHead.Size));
        return new ExportHead(ExportFile.FromBytes(SampleName, bytes), head, FileMagic.IsBinary(head.Span) ? null : TextDecoding.DecodeHead(head.Span));
    }

    private static List<(string?, string?, string)> Texts(StrictSink read) =>
        read.Messages.Select(m => (m.From, m.Text, m.At.ToString())).ToList();

    private static List<string> Slices(StrictSink read, byte[] bytes, Encoding encoding) =>
    [
        .. read.Messages.Select(m => encoding.GetString(bytes, (int)m.Place.Offset, (int)m.Place.Length).TrimStart('\uFEFF')),
    ];

    private static string Dump(StrictSink read) => ReadingDump.Of(read.Conversations, read.Problems, read.Contacts);

    private static void CheckPlaces(StrictSink read, long length)
    {
        foreach (var place in read.Messages.Select(m => m.Place).Concat(read.Contacts.Select(c => c.Place)).Concat(read.Problems.Select(p => p.Place)))
        {
            Assert.InRange(place.Offset, 0, length);
            Assert.InRange(place.Length, 0, length - place.Offset);
        }
    }

    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
    }
}
