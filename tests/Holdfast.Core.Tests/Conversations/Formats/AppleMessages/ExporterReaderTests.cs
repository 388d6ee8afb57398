using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.AppleMessages;

namespace Holdfast.Core.Tests.Conversations.Formats.AppleMessages;

public sealed class ExporterReaderTests
{
    private static readonly ExporterTextReader TextReader = new();
    private static readonly ExporterHtmlReader HtmlReader = new();

    [Theory]
    [InlineData("May 17, 2022  5:29:42 PM", "2022-05-17T17:29:42", "")]
    [InlineData("Dec 31, 2000 12:00:00 AM", "2000-12-31T00:00:00", "")]
    [InlineData("Jul 17, 2022 12:04:04 PM (Read by you after 5 seconds)", "2022-07-17T12:04:04", " (Read by you after 5 seconds)")]
    [InlineData("Feb 29, 2024  1:00:00 AM x", "2024-02-29T01:00:00", " x")]
    public void A_time_is_read(string text, string time, string rest)
    {
        Assert.True(ExporterStamp.TryRead(text, out var at, out var left));
        Assert.Equal((time, rest), (at.ToString(), left.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("May")]
    [InlineData("may 17, 2022  5:29:42 PM")]
    [InlineData("anF 17, 2022  5:29:42 PM")]
    [InlineData("Feb 30, 2022  5:29:42 PM")]
    [InlineData("May 17, 2022 15:29:42 PM")]
    [InlineData("May 17, 2022  5:29:42")]
    [InlineData("May 17, 2022  5:29:42 PMs")]
    [InlineData("May 17, 0000  5:29:42 PM")]
    public void Other_words_are_no_time(string text) => Assert.False(ExporterStamp.TryRead(text, out _, out _));

    [Fact]
    public void Any_letters_give_a_time_or_none() =>
        Gen.String[Gen.Char["JanFebMy 0129,:APMedit later"], 0, 40].Sample(text =>
            (!ExporterStamp.TryRead(text, out var at, out var rest) || rest.Length < text.Length && at.Knowledge == TimeKnowledge.WallClock)
            && (!ExporterStamp.TryReadEdit("Edited " + text, out var span, out _) || span >= TimeSpan.Zero));

    [Theory]
    [InlineData("Edited 9 seconds later", 9)]
    [InlineData("Edited 1 second later", 1)]
    [InlineData("Edited 2 days, 1 hour, 1 minute, 5 seconds later: x", 176_465)]
    public void The_time_of_an_edit_is_counted(string text, int seconds)
    {
        Assert.True(ExporterStamp.TryReadEdit(text, out var span, out _));
        Assert.Equal(TimeSpan.FromSeconds(seconds), span);
    }

    [Fact]
    public void Words_that_only_look_like_an_edit_are_kept()
    {
        var read = StrictSink.Read(TextReader, "May 17, 2022  5:29:42 PM\nTom\nsee\nEdited 9 seconds later: pay me\n\n");
        Assert.Equal("see\nEdited 9 seconds later: pay me", read.Messages.Single().Text);
        Assert.Empty(read.Messages.Single().Earlier);
    }

    [Fact]
    public void The_same_reply_in_both_places_is_one_message_and_a_second_one_is_another()
    {
        const string Reply = "May 17, 2022  5:30:00 PM\nMe\nok\n";
        var inner = "    " + Reply.Replace("\n", "\n    ", StringComparison.Ordinal).TrimEnd() + "\n";
        var read = StrictSink.Read(TextReader, $"May 17, 2022  5:29:42 PM\nTom\nask\n{inner}\n{Reply}This message responded to an earlier message.\n\n{Reply}\n");
        Assert.Equal(["ask", "ok", "ok"], read.Messages.Select(m => m.Text));
    }

    [Fact]
    public void A_reply_that_stands_only_under_its_message_comes_at_its_own_time()
    {
        var read = StrictSink.Read(
            TextReader, "May 17, 2022  5:29:42 PM\nTom\nask\n    May 17, 2022  5:40:00 PM\n    Me\n    late\n\nMay 17, 2022  5:30:00 PM\nTom\nsoon\n\n");
        Assert.Equal(["ask", "soon", "late"], read.Messages.Select(m => m.Text));
    }

    [Fact]
    public void Notes_that_begin_otherwise_are_not_claimed()
    {
        Assert.False(Recognises(TextReader, "Hello\n\nMay 17, 2022  5:29:42 PM\nTom\nx"));
        Assert.False(Recognises(TextReader, "May 17, 2022  5:29:42 PM\n\nTom"));
        Assert.False(Recognises(TextReader, "May 17, 2022  5:29:42 PM we met"));
        Assert.True(Recognises(TextReader, "\nMay 17, 2022  5:29:42 PM You named the conversation Trip\n\nMay 17, 2022  5:30:42 PM\nTom\nx"));
        Assert.False(Recognises(HtmlReader, "<html><div class=\"message default clearfix\"></div></html>"));
    }

    [Fact]
    public void The_owner_is_whoever_the_page_marks_as_sending()
    {
        var read = StrictSink.Read(
            HtmlReader, "<div class=\"message\"><div class=\"sent iMessage\"><p><span class=\"timestamp\">May 17, 2022  5:29:42 PM</span><span class=\"sender\">Sam</span></p><div class=\"message_part\"><span class=\"bubble\">x</span></div></div></div>");
        Assert.Equal("Sam", read.Conversations.Single().Owner);
        Assert.Equal(1, read.Conversations.Single().Footer.OwnerConfidence);
    }

    private static bool Recognises(IExportReader reader, string text) =>
        reader.Recognises(new ExportHead(ExportFile.FromBytes("x", []), System.Text.Encoding.UTF8.GetBytes(text), text));
}
