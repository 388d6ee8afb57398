using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Conversations.Timelines;
using Holdfast.Core.Tests.Conversations.Merging;

namespace Holdfast.Core.Tests.Conversations.Timelines;

/// <summary>All conversations on one line, and no time looks surer than it is.</summary>
public sealed class TimelineTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.CreateCustomTimeZone(
        "Rome", TimeSpan.FromHours(1), "Rome", "Rome", "Rome summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                new DateTime(2000, 1, 1), new DateTime(2050, 12, 31), TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday)),
        ]);

    private static Timeline Line(ReadingOptions options, params (string? Owner, string[] Lines)[] conversations)
    {
        var reader = new ScriptedReader("whatsapp-text");
        var builder = new TimelineBuilder(options);
        var files = conversations.Select((one, i) => reader.Add($"{i}.txt", $"chat {i}", one.Owner, one.Lines)).ToList();
        reader.Read(files, options, builder);
        return builder.Build();
    }

    private static IEnumerable<string?> Texts(Timeline line) => line.Entries().Select(entry => entry.Text);

    [Fact]
    public void Points_in_time_of_all_conversations_stand_in_order()
    {
        var line = Line(
            new ReadingOptions(), ("Robin", ["2024-06-10T06:13:00Z|Lena|one", "2024-06-10T06:15:00Z|Robin|three"]), (null, ["2024-06-10T06:14:00Z|Ada|two"]));
        Assert.Equal(["one", "two", "three"], Texts(line));
        Assert.Equal([false, null, true], line.Entries().Select(entry => entry.IsOwner));
        Assert.Equal([0, 1, 0], line.Entries().Select(entry => entry.Conversation));
        Assert.All(line.Entries(), entry => Assert.Equal((TimelineState.Instant, entry.At.Instant), (entry.State, entry.Utc)));
    }

    [Fact]
    public void A_clock_without_a_zone_stands_by_its_reading_and_says_so()
    {
        var line = Line(new ReadingOptions(), (null, ["2024-06-10T06:13:00Z|Lena|one", "2024-06-10T09:00:00Z|Lena|three"]), (null, ["2024-06-10T08:14|Ada|two"]));
        Assert.Equal(["one", "two", "three"], Texts(line));
        var entry = line.Entries().ElementAt(1);
        Assert.Equal((TimelineState.UnknownZone, null), (entry.State, entry.Utc));
    }

    [Theory]
    [InlineData("2024-06-10T08:14", "2024-06-10T06:14:00Z")]
    [InlineData("2024-01-10T08:14", "2024-01-10T07:14:00Z")]
    [InlineData("2024-03-31T02:30", "2024-03-31T01:30:00Z")]
    public void A_clock_whose_zone_the_person_stated_stands_at_its_point_in_time(string clock, string utc)
    {
        var line = Line(new ReadingOptions { Zone = Rome }, (null, [$"{clock}|Ada|two"]));
        var entry = Assert.Single(line.Entries());
        Assert.Equal(TimelineState.StatedZone, entry.State);
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), entry.Utc);
        Assert.Equal(clock + ":00", entry.At.ToString());
    }

    [Fact]
    public void A_zone_can_be_stated_for_one_file()
    {
        var answers = new ReadingAnswers([new() { Target = "1.txt", Zone = "Rome" }]);
        var line = Line(
            new ReadingOptions { Answers = answers, FindZone = _ => Rome }, (null, ["2024-06-10T07:00|Lena|second"]), (null, ["2024-06-10T08:14|Ada|first"]));
        Assert.Equal(["first", "second"], Texts(line));
        Assert.Equal([TimelineState.StatedZone, TimelineState.UnknownZone], line.Entries().Select(entry => entry.State));
    }

    [Fact]
    public void Records_without_a_time_stay_beside_their_neighbours()
    {
        var line = Line(
            new ReadingOptions(),
            (null, ["|Lena|a", "2024-06-10T06:13:00Z|Lena|b", "|Lena|c", "|Lena|d", "2024-06-10T06:30:00Z|Lena|e"]),
            (null, ["2024-06-10T06:12:00Z|Ada|before", "2024-06-10T06:20:00Z|Ada|between"]),
            (null, ["|Zoe|at the end"]));
        Assert.Equal(["before", "a", "b", "c", "d", "between", "e", "at the end"], Texts(line));
        Assert.Equal(4, line.Entries().Count(entry => entry.State == TimelineState.NoTime));
    }

    [Fact]
    public void Equal_times_keep_the_order_of_the_file()
    {
        var line = Line(new ReadingOptions(), (null, [.. Enumerable.Range(0, 50).Select(i => $"2024-06-10T06:13:00Z|Lena|{i}")]));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), Texts(line));
    }

    [Fact]
    public void Days_are_those_that_the_files_show_and_what_has_none_is_counted()
    {
        var line = Line(
            new ReadingOptions { Zone = Rome }, (null, ["2024-06-09T23:59|Lena|a", "2024-06-10T00:30|Lena|b", "|Lena|c", "2024-06-11T00:00|Lena|d"]), (null, ["|Zoe|e"]));
        Assert.Equal(["b"], line.Entries(new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 10)).Where(entry => entry.State != TimelineState.NoTime).Select(entry => entry.Text));
        Assert.Equal(["b", "c", "d"], line.Entries(new DateOnly(2024, 6, 10)).Select(entry => entry.Text));
        Assert.Equal(["a"], line.Entries(to: new DateOnly(2024, 6, 9)).Select(entry => entry.Text));
        Assert.Equal((5, 1), (line.Count, line.WithoutDay));
    }

    [Fact]
    public void Long_and_empty_texts_and_those_without_any_come_back_as_they_were()
    {
        string?[] texts = ["", null, new string('x', 3_000_000), "é🙂", "", null, "end"];
        var builder = new TimelineBuilder(new ReadingOptions());
        var file = ExportFile.FromBytes("a", []);
        builder.Begin(new ConversationHeader("plain-text"));
        foreach (var text in texts)
            builder.Add(new Message { Text = text, File = file, Media = text is null ? ["p.jpg"] : [] });
        builder.End(new ConversationFooter());
        var line = builder.Build();
        Assert.Equal(texts, Texts(line));
        Assert.Equal([.. texts.Select(text => text is null ? 1 : 0)], line.Entries().Select(entry => entry.Media.Count));
    }

    [Fact]
    public void A_hundred_thousand_messages_stay_small()
    {
        var builder = new TimelineBuilder(new ReadingOptions());
        var file = ExportFile.FromBytes("a", []);
        var messages = Enumerable.Range(0, 100_000).Select(i => new Message
        {
            At = MessageTime.FromWall(new DateTime(2024, 1, 1).AddMinutes(i)),
            From = "Lena",
            Text = "a message of about sixty letters, as people write them " + i,
            File = file,
        }).ToList();
        builder.Begin(new ConversationHeader("plain-text"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var message in messages)
            builder.Add(message);
        builder.End(new ConversationFooter());
        var line = builder.Build();
        // A list that grows allocates up to three times what it holds in the end.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100_000, 0, 480);
        Assert.Equal(100_000, line.Count);
    }
}
