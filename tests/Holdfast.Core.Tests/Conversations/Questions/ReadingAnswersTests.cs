using System.Security.Cryptography;
using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;

namespace Holdfast.Core.Tests.Conversations.Questions;

/// <summary>What the person says about one file holds for that file only, and is remembered as it was said.</summary>
public sealed class ReadingAnswersTests
{
    private const string Chat = "03/04/24, 10:00 - Ada: one\n03/04/24, 10:01 - Ben: two\n";

    private static readonly TimeZoneInfo Rome = TimeZoneInfo.CreateCustomTimeZone("Rome", TimeSpan.FromHours(1), "Rome", "Rome");

    private static ExportFile File(string name, string text = Chat, ExportFile? archive = null) =>
        new(name, null, () => new MemoryStream(Encoding.UTF8.GetBytes(text))) { Container = archive };

    private static StrictSink Read(ReadingOptions options, params ExportFile[] files)
    {
        var sink = new StrictSink();
        ExportSet.Open(files, options).Read(sink);
        return sink;
    }

    [Fact]
    public void An_answer_about_one_file_changes_no_other()
    {
        var options = new ReadingOptions { Answers = new([new() { Target = "a.txt", DateOrder = DateOrder.MonthDayYear }, new() { DateOrder = DateOrder.DayMonthYear }]) };
        var sink = Read(options, File("in/a.txt"), File("b.txt", Chat.Replace("one", "three", StringComparison.Ordinal)));
        Assert.Equal(["2024-03-04T10:00:00", "2024-04-03T10:00:00"], sink.Conversations.Select(one => one.Messages[0].At.ToString()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(sink.Problems, problem => problem.Kind == ProblemKind.DateOrderUnknown);
    }

    [Fact]
    public void A_file_is_known_by_its_names_by_its_archive_and_by_its_bytes()
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Chat)));
        foreach (var target in new[] { "in/_chat.txt", "_chat.txt", "Lena.zip", "sha256:" + hash, "sha256:" + hash.ToLowerInvariant() })
        {
            var answers = new ReadingAnswers([new() { Target = target, Me = ["Ada"] }]);
            Assert.Equal(["Ada"], answers.For(File("in/_chat.txt", archive: File("Lena.zip"))).Me);
            Assert.Empty(answers.For(File("other.txt", Chat + "x", File("Ben.zip"))).Me);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_about_nothing() => Assert.Empty(
        new ReadingAnswers([new() { Target = "sha256:" + new string('0', 64), Me = ["Ada"] }]).For(new ExportFile("a", null, () => throw new IOException())).Me);

    [Fact]
    public void Who_I_am_can_be_said_for_one_conversation()
    {
        const string two = """{"chats":{"list":[{"name":"Lena","type":"private_group","id":1,"messages":[{"id":1,"type":"message","date":"2024-02-03T04:05:06","from":"Rob","from_id":"user1","text":"hi"}]},{"name":"Ada","type":"private_group","id":2,"messages":[{"id":2,"type":"message","date":"2024-02-03T04:05:06","from":"Rob","from_id":"user1","text":"hi"}]}]}}""";
        var sink = Read(new ReadingOptions { Answers = new([new() { Target = "Lena", Me = ["Rob"] }]) }, File("result.json", two));
        Assert.Equal(["Rob", null], sink.Conversations.Select(one => one.Owner));
        Assert.Equal(1, sink.Conversations[0].Footer.OwnerConfidence);
    }

    [Fact]
    public void A_zone_is_found_by_the_host_or_not_used()
    {
        var answers = new ReadingAnswers([new() { Zone = "Rome" }]);
        Assert.Equal(Rome, new ReadingOptions { Answers = answers, FindZone = name => name == "Rome" ? Rome : null }.For(File("a")).Zone);
        Assert.Null(new ReadingOptions { Answers = answers }.For(File("a")).Zone);
    }

    [Fact]
    public void What_is_said_later_replaces_what_was_said_about_the_same_thing()
    {
        var answers = new ReadingAnswers([new() { Me = ["Ada"], Zone = "Rome" }, new() { Target = "a", DateOrder = DateOrder.DayMonthYear }])
            .With([new() { Me = ["Ben"] }, new() { Target = "b", Me = ["Eva"] }]);
        Assert.Equal([(null, "Ben", "Rome"), ("a", null, null), ("b", "Eva", null)], answers.All.Select(one => (one.Target, one.Me.FirstOrDefault(), one.Zone)));
        Assert.Equal((DateOrder.DayMonthYear, "Ben"), (answers.For(File("a")).DateOrder, answers.For(File("a")).Me[0]));
    }

    [Fact]
    public void A_case_file_comes_back_as_it_was_written()
    {
        var answers = new ReadingAnswers(
        [
            new() { Me = ["Ada", "Rób \"R\""], DateOrder = DateOrder.MonthDayYear },
            new() { Target = "chat.txt", DateOrder = DateOrder.DayMonthYear, Zone = "Europe/Rome" },
            new() { Target = "other", DateOrder = DateOrder.YearMonthDay },
        ]);
        var again = ReadingAnswersJson.TryRead(ReadingAnswersJson.Empty.With(answers).ToBytes());
        Assert.Equal(
            answers.All.Select(one => (one.Target, string.Join('|', one.Me), one.DateOrder, one.Zone)),
            again!.Answers.All.Select(one => (one.Target, string.Join('|', one.Me), one.DateOrder, one.Zone)));
    }

    [Fact]
    public void Fields_of_a_later_version_are_kept()
    {
        var file = ReadingAnswersJson.TryRead("""{"version":1,"colour":{"a":[1,2]},"answers":[{"about":"a","me":["Ada"],"mood":"calm"},{"me":["Eva"]}]}"""u8);
        var written = Encoding.UTF8.GetString(file!.With(file.Answers.With([new() { Target = "a", Me = ["Ben"] }])).ToBytes());
        foreach (var kept in new[] { "\"colour\"", "\"mood\": \"calm\"", "Ben", "Eva" })
            Assert.Contains(kept, written, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":2,\"answers\":[]}")]
    [InlineData("{\"version\":1,\"answers\":null}")]
    [InlineData("{\"version\":1,\"answers\":[null]}")]
    [InlineData("{\"version\":1,\"answers\":[{\"dates\":\"xyz\"}]}")]
    [InlineData("{\"version\":1,\"answers\":[{\"me\":[null]}]}")]
    [InlineData("{\"version\":1,\"answers\":[{\"me\":\"Ada\"}]}")]
    [InlineData("{\"version\":1")]
    [InlineData("03/04/24, 10:00 - Ada: one")]
    public void Anything_else_is_no_case_file(string text) => Assert.Null(ReadingAnswersJson.TryRead(Encoding.UTF8.GetBytes(text)));
}
