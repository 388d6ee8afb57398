using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Core.Tests.Conversations.Screenshots;

public sealed class ScreenshotReaderTests
{
    private const uint White = 0xffffff, Pale = 0xe9e9eb, Blue = 0x0a7cff, Black = 0x000000, Night = 0x0b141a, Dusk = 0x202c33, Moon = 0xe9edef;

    private readonly BarReader _reader = new();

    [Fact]
    public void Bubbles_on_the_left_are_theirs_and_on_the_right_are_mine()
    {
        var conversation = One(Screen().Bubble(12, 100, Pale, Black, "are you there").Bubble(232, 170, Blue, White, "yes I am").Bubble(12, 240, Pale, Black, "send it now", "or else it goes out"));
        Assert.Equal(["are you there", "yes I am", "send it now or else it goes out"], conversation.Messages.Select(message => message.Text?.ReplaceLineEndings(" ")));
        Assert.Equal([null, "Me", null], conversation.Messages.Select(message => message.From));
        Assert.Equal("Me", conversation.Owner);
        Assert.Equal(0.9, conversation.Footer.OwnerConfidence);
        Assert.True(_reader.AllDarkOnLight);
    }

    [Fact]
    public void Every_message_says_where_in_which_picture_it_stands()
    {
        var message = One(Screen().Bubble(12, 100, Pale, Black, "are you there").Bubble(232, 170, Blue, White, "yes I am")).Messages[1];
        Assert.Equal(new RecordPlace(0, 1, 0), message.Place);
        Assert.Equal("0.png", message.File.Name);
        var (box, confidence) = (message.Picture!.Box, message.Picture.Confidence);
        Assert.InRange(box.X, 228, 236);
        Assert.InRange(box.Y, 168, 173);
        Assert.InRange(box.Right, 230 + PaintedScreen.TextWidth + 20, 232 + PaintedScreen.TextWidth + 26);
        Assert.Equal(0.9, confidence, 3);
    }

    [Fact]
    public void Light_letters_on_dark_are_turned_dark_on_light()
    {
        var conversation = One(new PaintedScreen(_reader, 400, 700, Night).Bubble(12, 100, Dusk, Moon, "are you there").Bubble(232, 170, 0x005c4b, Moon, "yes I am"));
        Assert.Equal(["are you there", "yes I am"], conversation.Messages.Select(message => message.Text));
        Assert.True(_reader.AllDarkOnLight);
    }

    [Fact]
    public void The_name_at_the_top_is_the_title_and_who_writes_on_the_left()
    {
        var conversation = One(WithHeader(Screen(), "Mia Larsen").Bubble(12, 100, Pale, Black, "are you there").Bubble(232, 170, Blue, White, "yes I am"));
        Assert.Equal("Mia Larsen", conversation.Header.Title);
        Assert.Equal(["Mia Larsen", "Me"], conversation.Messages.Select(message => message.From));
        Assert.Equal(["Mia Larsen", "Me"], conversation.Footer.Participants);
    }

    [Fact]
    public void My_own_name_is_used_when_it_was_said()
    {
        var conversation = One(Screen().Bubble(12, 100, Pale, Black, "are you there").Bubble(232, 170, Blue, White, "yes I am"), new ReadingOptions { Me = ["Robin"] });
        Assert.Equal("Robin", conversation.Messages[1].From);
        Assert.Equal(1, conversation.Footer.OwnerConfidence);
    }

    [Fact]
    public void A_certain_date_in_the_middle_and_a_clock_below_make_a_time()
    {
        var message = One(Dated("10 June 2024")).Messages[0];
        Assert.Equal("2024-06-10T21:05:00", message.At.ToString());
        Assert.Equal("10 June 2024 21:05", message.PrintedTime);
    }

    [Theory]
    [InlineData("Yesterday")]
    [InlineData("Mon, 10 June")]
    [InlineData("06/10/2024")]
    public void An_uncertain_date_stays_printed_and_becomes_no_time(string day)
    {
        var message = One(Dated(day)).Messages[0];
        Assert.Equal(TimeKnowledge.None, message.At.Knowledge);
        Assert.Equal(day + " 21:05", message.PrintedTime);
    }

    [Fact]
    public void A_picture_without_words_is_noted_and_nothing_of_it_is_kept()
    {
        var conversation = One(Screen().Bubble(12, 60, Pale, Black, "look at this").Photo(12, 130, 180, 140).Bubble(232, 300, Blue, White, "no thanks"));
        Assert.Equal([MessageKind.Text, MessageKind.Media, MessageKind.Text], conversation.Messages.Select(message => message.Kind));
        Assert.Null(conversation.Messages[1].Text);
    }

    [Fact]
    public void A_plain_box_with_a_coloured_name_in_a_bubble_is_what_it_answers()
    {
        var screen = Screen().Bubble(12, 60, Pale, Black, "first of all").Round(12, 130, 190, 130, Pale).Fill(24, 142, 166, 66, 0xc8c8cc)
            .Text(36, 148, 0xd42a6a, "Mia Larsen").Text(36, 180, Black, "earlier words").Text(24, 226, Black, "the answer").Bubble(232, 300, Blue, White, "fine");
        var message = One(screen).Messages[1];
        Assert.Equal("earlier words", message.Quoted);
        Assert.Equal("the answer", message.Text);
    }

    [Fact]
    public void Two_screenshots_that_overlap_become_one_chat_in_order()
    {
        var (first, second) = (WithHeader(Screen(), "Mia Larsen"), WithHeader(Screen(), "Mia Larsen"));
        first.Bubble(12, 100, Pale, Black, "the oldest of all").Bubble(232, 170, Blue, White, "who is this please").Bubble(12, 240, Pale, Black, "you know me well");
        second.Bubble(232, 100, Blue, White, "who is this please").Bubble(12, 170, Pale, Black, "you know me well").Bubble(232, 240, Blue, White, "leave me alone now");
        var sink = Read([second.Pixels, first.Pixels]);
        var conversation = Assert.Single(sink.Conversations);
        Assert.Equal(["the oldest of all", "who is this please", "you know me well", "leave me alone now"], conversation.Messages.Select(message => message.Text));
        Assert.Equal(ProblemKind.Duplicate, Assert.Single(sink.Problems).Kind);
    }

    [Fact]
    public void Screenshots_of_different_chats_stay_apart()
    {
        var sink = Read(
        [
            WithHeader(Screen(), "Mia Larsen").Bubble(12, 100, Pale, Black, "are you there my friend").Pixels,
            WithHeader(Screen(), "Theo Blanc").Bubble(12, 100, Pale, Black, "are you there my friend").Pixels,
        ]);
        Assert.Equal(["Mia Larsen", "Theo Blanc"], sink.Conversations.Select(conversation => conversation.Header.Title));
        Assert.Empty(sink.Problems);
    }

    [Fact]
    public void What_cannot_be_decoded_is_reported()
    {
        var sink = new ConversationCollector();
        ScreenshotReader.Read([ExportFile.FromBytes("x.png", [1, 2, 3])], new PaintedDecoder(), _reader, new ReadingOptions(), sink);
        Assert.Empty(sink.Conversations);
        Assert.Equal(ProblemKind.Damaged, Assert.Single(sink.Problems).Kind);
    }

    [Fact]
    public void A_picture_without_text_is_reported()
    {
        var sink = Read([Screen().Photo(0, 0, 400, 700).Pixels]);
        Assert.Empty(sink.Conversations);
        Assert.Equal(ProblemKind.NoTextInPicture, Assert.Single(sink.Problems).Kind);
    }

    [Fact]
    public void Any_pixels_and_any_words_end_well_and_stay_inside_the_picture()
    {
        var blocks = Gen.Select(Gen.Int[-20, 200], Gen.Int[-20, 200], Gen.Int[1, 200], Gen.Int[1, 120], Gen.UInt[0, 0xffffff]).Array[0, 25];
        var word = Gen.Select(Gen.String[0, 30], Gen.Int, Gen.Int, Gen.Double, Gen.Int[-3, 5]);
        Gen.Select(Gen.Int[1, 220], Gen.Int[1, 260], Gen.UInt[0, 0xffffff], blocks, word.Array[0, 6], Gen.Byte).Sample((width, height, ground, shapes, words, noise) =>
        {
            var screen = new PaintedScreen(_reader, width, height, ground);
            foreach (var (x, y, w, h, colour) in shapes)
                screen.Fill(x, y, w, h, colour);
            if (noise < 40)
                screen.Photo(0, 0, width, height / 2);
            var sink = new ConversationCollector();
            var decoder = new PaintedDecoder(screen.Pixels);
            var recogniser = new AnyWords([.. words.Select(item => new RecognisedWord(item.Item1, new PictureBox(item.Item2, item.Item3, item.Item3, item.Item2), item.Item4, item.Item5))]);
            ScreenshotReader.Read(decoder.Files, decoder, recogniser, new ReadingOptions(), sink);
            foreach (var box in sink.Conversations.SelectMany(conversation => conversation.Messages).Select(message => message.Picture!.Box))
            {
                Assert.InRange(box.X, 0, width - 1);
                Assert.InRange(box.Y, 0, height - 1);
                Assert.InRange(box.Right, 1, width);
                Assert.InRange(box.Bottom, 1, height);
            }
        }, iter: 300);
    }

    private PaintedScreen Screen() => new(_reader, 400, 700, White);

    private PaintedScreen Dated(string day) =>
        Screen().Text(140, 60, 0x8e8e93, day).Bubble(12, 100, Pale, Black, "are you there").Text(24, 154, 0x8e8e93, "21:05").Bubble(232, 240, Blue, White, "yes I am");

    private static PaintedScreen WithHeader(PaintedScreen screen, string name) =>
        screen.Fill(0, 0, screen.Width, 78, 0xf6f6f6).Fill(0, 78, screen.Width, 1, 0xc0c0c0).Round(40, 40, 28, 28, 0x41b3a3).Text(90, 46, Black, name);

    private Conversation One(PaintedScreen screen, ReadingOptions? options = null) => Assert.Single(Read([screen.Pixels], options).Conversations);

    private ConversationCollector Read(IReadOnlyList<Pixels> pictures, ReadingOptions? options = null)
    {
        var (sink, decoder) = (new ConversationCollector(), new PaintedDecoder([.. pictures]));
        ScreenshotReader.Read(decoder.Files, decoder, _reader, options ?? new ReadingOptions(), sink);
        return sink;
    }

    private sealed class AnyWords(IReadOnlyList<RecognisedWord> words) : ITextRecogniser
    {
        public IReadOnlyList<RecognisedWord> Recognise(GreyImage image, TextBlockShape shape) => words;
    }
}
