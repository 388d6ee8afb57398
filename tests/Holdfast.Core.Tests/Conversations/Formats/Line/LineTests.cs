using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Line;

namespace Holdfast.Core.Tests.Conversations.Formats.Line;

public sealed class LineTests
{
    private const string Start = "[LINE] Chat history with Mira\nSaved on: 2024/06/13 09:00\n\n2024/06/12(Wed)\n";

    private static StrictSink Read(string lines) => StrictSink.Read(new LineTextReader(), Start + lines);

    [Theory]
    [InlineData("08:13\t", 8, 13, true)]
    [InlineData("24:53\t", 24, 53, true)]
    [InlineData("12:05AM\t", 0, 5, true)]
    [InlineData("1:05 pm ", 13, 5, false)]
    [InlineData("午後1:05\t", 13, 5, true)]
    [InlineData("오전 12:05\t", 0, 5, true)]
    [InlineData("8:13 Amy ", 8, 13, false)]
    public void A_record_begins_with_its_time(string line, int hour, int minute, bool tabbed)
    {
        Assert.True(LineHead.TryParse(line + "x", out var head));
        Assert.Equal((hour, minute, tabbed), (head.Hour, head.Minute, head.IsTabbed));
    }

    [Theory]
    [InlineData("30:00\tx")]
    [InlineData("08:60\tx")]
    [InlineData("08:1\tx")]
    [InlineData("at 08:13\tx")]
    [InlineData("08:13")]
    [InlineData("")]
    public void What_is_no_time_begins_no_record(string line) => Assert.False(LineHead.TryParse(line, out _));

    [Theory]
    [InlineData("2024/06/12(Wed)", true)]
    [InlineData("2017.09.03 Sunday", true)]
    [InlineData("Fri, 1/30/2026", true)]
    [InlineData("2026年7月12日(日)", true)]
    [InlineData("2024/6/12周三", true)]
    [InlineData("2024/06/12 08:13", false)]
    [InlineData("see you on 12/06/2024 at the big old station then", false)]
    [InlineData("1/2", false)]
    public void A_line_that_is_only_a_date_opens_a_day(string line, bool expected) => Assert.Equal(expected, LineDay.Is(line));

    [Fact]
    public void A_quote_that_is_never_closed_swallows_nobody_elses_message()
    {
        var read = Read("08:13\tMira\t\"look\n08:14\tTom\tno\n");
        Assert.Equal([("Mira", "\"look"), ("Tom", "no")], read.Messages.Select(m => (m.From!, m.Text!)));
    }

    [Fact]
    public void A_sentence_about_unsent_messages_is_no_unsent_message()
    {
        var read = Read("08:13\tMira\tI saw that Noa unsent a message.\n08:14\tMira\tMira unsent a message.\n");
        Assert.Equal([MessageKind.Text, MessageKind.Unsent], read.Messages.Select(m => m.Kind));
    }

    [Fact]
    public void The_owner_is_the_one_whom_the_title_does_not_name()
    {
        var read = Read("08:13\tMira\thi\n08:14\tTom\tno\n");
        Assert.Equal(("Tom", 0.7, "Mira"), (read.Conversations[0].Owner, read.Conversations[0].Footer.OwnerConfidence, read.Conversations[0].Header.Title));
    }

    [Fact]
    public void A_message_before_any_day_is_kept_without_a_time()
    {
        var read = StrictSink.Read(new LineTextReader(), "[LINE] Chat history with Mira\n08:13\tMira\thi\n");
        Assert.Equal((MessageTime.None, "hi"), (read.Messages.Single().At, read.Messages.Single().Text));
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.Damaged);
    }

    [Fact]
    public void An_hour_behind_24_is_the_night_that_follows_the_others_of_its_day()
    {
        var read = Read("08:13\tMira\thi\n23:59\tTom\tno\n24:53\tMira\tlate\n25:10\tMira\tlater\n\n2024/06/13(Thu)\n02:00\tTom\tstop\n");
        Assert.Equal(
            ["2024-06-12T08:13:00", "2024-06-12T23:59:00", "2024-06-13T00:53:00", "2024-06-13T01:10:00", "2024-06-13T02:00:00"],
            read.Messages.Select(m => m.At.ToString()));
    }

    [Fact]
    public void The_hour_24_before_the_others_of_its_day_is_the_first_hour_of_that_day()
    {
        var read = Read("24:53\tMira\tearly\n01:10\tTom\tno\n");
        Assert.Equal(["2024-06-12T00:53:00", "2024-06-12T01:10:00"], read.Messages.Select(m => m.At.ToString()));
    }
}
