using System.Text.Json;

namespace Holdfast.Cli.Tests;

/// <summary>What the person says is used, and remembered only where they asked for it.</summary>
public sealed class AnswerTests : IDisposable
{
    internal const string Open = "03/04/2024, 13:05 - Ada: shall we meet?\n03/04/2024, 13:06 - Ben O'Hara: yes\n";

    private const string Mail = "From: Ada <ada@example.com>\r\nDate: Wed, 03 Apr 2024 10:30:00 +0000\r\nSubject: hello\r\n\r\nwords\r\n";

    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    private string Chat => _case.Write("chat.txt", Open);

    private static string?[] Times(HoldfastProcess.Run run) =>
        [.. run.Json.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("utc").GetString() ?? entry.GetProperty("at").GetString())];

    [Fact]
    public void Every_question_names_the_options_that_answer_it_and_is_gone_when_they_are_given()
    {
        var chat = Chat;
        var asked = HoldfastProcess.Start("read", chat, "--json").Json.GetProperty("openQuestions").EnumerateArray().ToList();
        Assert.Equal(["who-are-you", "date-order"], asked.Select(question => question.GetProperty("kind").GetString()));
        Assert.Equal(["--me Ada", @"--me 'Ben O'\''Hara'"], Options(asked[0]));
        Assert.Equal(["--dates dmy", "--dates mdy"], Options(asked[1]));
        Assert.Contains("2024-03-04", asked[1].GetRawText(), StringComparison.Ordinal);
        foreach (var verb in new[] { "read", "check" })
        {
            Assert.Contains(@"--me 'Ben O'\''Hara'", HoldfastProcess.Start(verb, chat).Out, StringComparison.Ordinal);
            var answered = HoldfastProcess.Start(verb, chat, "--json", "--me", "Ben O'Hara", "--dates", "mdy").Json;
            Assert.Empty(answered.GetProperty("openQuestions").EnumerateArray());
        }
    }

    private static string?[] Options(JsonElement question) =>
        [.. question.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("option").GetString())];

    [Fact]
    public void A_case_remembers_what_was_said_in_a_private_file_and_prints_nothing_of_it()
    {
        var (chat, file) = (Chat, _case["my.case"]);
        Assert.Equal(0, HoldfastProcess.Start("read", chat, "--case", file).Code);
        Assert.False(File.Exists(file));
        var first = HoldfastProcess.Start("check", chat, "--case", file, "--me", "Ada", "--dates", "chat.txt=mdy", "--zone", "Europe/Rome");
        Assert.DoesNotContain("my.case", first.Out + first.Error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal([Path.GetFileName(file)], Directory.GetFiles(_case.Root, "*.case*").Select(Path.GetFileName));
        Assert.Equal(["2024-03-04T12:05:00Z", "2024-03-04T12:06:00Z"], Times(HoldfastProcess.Start("timeline", chat, "--case", file, "--json")));
        var before = File.ReadAllBytes(file);
        Assert.Equal(["2024-04-03T11:05:00Z", "2024-04-03T11:06:00Z"], Times(HoldfastProcess.Start("timeline", chat, "--case", file, "--dates", "chat.txt=dmy", "--json")));
        Assert.NotEqual(before, File.ReadAllBytes(file));
        Assert.Equal("Ada", HoldfastProcess.Start("read", chat, "--case", file, "--json").Json.GetProperty("conversations")[0].GetProperty("owner").GetString());
    }

    [Fact]
    public void A_file_that_is_no_case_is_not_touched()
    {
        var chat = Chat;
        var other = _case.Write("other.json", "{\"theme\":1}");
        foreach (var verb in new[] { "read", "check", "timeline", "plan", "pack" })
        {
            var run = HoldfastProcess.Start([verb, chat, "--case", other, "--me", "Ada", .. verb == "pack" ? new[] { "--out", _case.Folder("out") } : []]);
            Assert.Equal(3, run.Code);
            Assert.Empty(run.Out);
        }

        Assert.Equal("{\"theme\":1}", File.ReadAllText(other));
        Assert.Empty(Directory.GetFiles(_case["out"]));
    }

    [Fact]
    public void A_case_behind_a_link_stays_there()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (chat, link, file) = (Chat, _case["link.case"], _case.Write("real.case", ""));
        File.CreateSymbolicLink(link, file);
        Assert.Equal(0, HoldfastProcess.Start("read", chat, "--case", link, "--me", "Ada").Code);
        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.Contains("Ada", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_case_is_not_made_one_that_cannot_be_read()
    {
        // Written with indents it would be larger than what is read.
        var entries = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"about":"f{{i}}","me":["A"]}"""));
        var file = _case.Write("full.case", $$"""{"version":1,"answers":[{{entries}}]}""");
        var before = File.ReadAllBytes(file);
        Assert.Equal(3, HoldfastProcess.Start("read", Chat, "--case", file, "--me", "Ada").Code);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal(0, HoldfastProcess.Start("read", Chat, "--case", file).Code);
        Assert.Equal(2, HoldfastProcess.Start("read", Chat, "--case", "").Code);
    }

    [Fact]
    public void A_name_with_an_equals_sign_is_still_a_name()
    {
        var chat = _case.Write("c.txt", Open.Replace("Ada", "A=B", StringComparison.Ordinal));
        Assert.Equal("A=B", HoldfastProcess.Start("read", chat, "--me", "A=B", "--json").Json.GetProperty("conversations")[0].GetProperty("owner").GetString());
    }

    [Theory]
    [InlineData("--dates", "xyz")]
    [InlineData("--dates", "chat.txt=xyz")]
    [InlineData("--zone", "Nowhere/Land")]
    [InlineData("--zone", "chat.txt=")]
    public void A_wrong_answer_is_wrong_usage(string option, string value) =>
        Assert.Equal(2, HoldfastProcess.Start("read", Chat, option, value).Code);

    [Fact]
    public void A_time_line_puts_all_files_in_order_and_marks_clocks_without_a_zone()
    {
        var (chat, mail) = (Chat, _case.Write("m.eml", Mail));
        var line = HoldfastProcess.Start("timeline", chat, mail, "--dates", "dmy", "--json");
        Assert.Equal(["instant", "unknown-zone", "unknown-zone"], line.Json.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("state").GetString()));
        Assert.Contains("time-zone", line.Out, StringComparison.Ordinal);
        var text = HoldfastProcess.Start("timeline", chat, mail, "--dates", "dmy").Out;
        Assert.Contains("13:05 ?", text, StringComparison.Ordinal);
        Assert.Contains("10:30 UTC", text, StringComparison.Ordinal);
        Assert.Contains("--zone", text, StringComparison.Ordinal);
        var placed = HoldfastProcess.Start("timeline", chat, mail, "--dates", "dmy", "--zone", "Asia/Tokyo", "--json").Json;
        Assert.Equal(["stated-zone", "stated-zone", "instant"], placed.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData(3, 0, "--from", "2024-04-03")]
    [InlineData(0, 0, "--from", "2024-04-04")]
    [InlineData(0, 0, "--to", "2024-04-02")]
    [InlineData(2, 1, "--limit", "2")]
    public void Days_and_a_limit_cut_the_line_and_what_is_left_out_is_counted(int shown, int more, string option, string value)
    {
        var line = HoldfastProcess.Start("timeline", Chat, _case.Write("m.eml", Mail), "--dates", "dmy", option, value, "--json").Json;
        Assert.Equal((shown, more), (line.GetProperty("entries").GetArrayLength(), line.GetProperty("more").GetInt32()));
    }

    [Fact]
    public void A_chat_in_two_files_is_told_once_by_every_verb()
    {
        var (first, second) = (_case.Write("WhatsApp Chat with Ada.txt", Open), _case.Write("again/WhatsApp Chat with Ada.txt", Open + "04/04/2024, 09:00 - Ada: good morning\n"));
        Assert.Equal(3, HoldfastProcess.Start("check", first, second, "--json").Json.GetProperty("messages").GetInt32());
        Assert.Equal(3, HoldfastProcess.Start("timeline", first, second, "--json").Json.GetProperty("entries").GetArrayLength());
        var read = HoldfastProcess.Start("read", first, second, "--json").Json;
        Assert.Equal(1, read.GetProperty("conversations").GetArrayLength());
        Assert.Contains(read.GetProperty("problems").EnumerateArray(), problem =>
            problem.GetProperty("kind").GetString() == "duplicate" && problem.GetProperty("count").GetInt32() == 2);
    }
}
