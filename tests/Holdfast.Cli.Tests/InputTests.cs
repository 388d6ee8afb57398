using System.Text;
using System.Text.Json;

namespace Holdfast.Cli.Tests;

/// <summary>Files, folders, zips and standard input give the same answers.</summary>
public sealed class InputTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    private static string Texts(JsonElement read) => string.Join('|', read.GetProperty("conversations").EnumerateArray()
        .SelectMany(one => one.GetProperty("messages").EnumerateArray()).Select(message => message.GetProperty("text").GetString()));

    [Fact]
    public void A_file_a_folder_a_zip_and_standard_input_are_read_alike()
    {
        var bytes = Encoding.UTF8.GetBytes(TestCase.Chat);
        var file = _case.Write("folder/inner/chat.txt", bytes);
        var zip = _case.Zip("chat.zip", ("_chat.txt", bytes));
        var expected = Texts(HoldfastProcess.Start("read", file, "--json").Json);
        Assert.Equal(4, expected.Count(c => c == '|'));
        Assert.Equal(expected, Texts(HoldfastProcess.Start("read", _case["folder"], "--json").Json));
        Assert.Equal(expected, Texts(HoldfastProcess.Start("read", zip, "--json").Json));
        Assert.Equal(expected, Texts(HoldfastProcess.WithInput(bytes, "read", "-", "--json").Json));
        Assert.Equal(expected, Texts(HoldfastProcess.WithInput(File.ReadAllBytes(zip), "read", "-", "--json").Json));
    }

    [Fact]
    public void With_jsonl_each_file_is_one_line_with_its_input()
    {
        _case.Write("folder/a.txt", TestCase.Chat);
        _case.Write("folder/b.txt", TestCase.Harmless);
        _case.Write("folder/c.txt", TestCase.Harmless);
        _case.Write("folder/d.jpg", TestCase.Picture);
        var gone = _case["gone.txt"];
        foreach (var verb in new[] { "read", "check" })
        {
            var run = HoldfastProcess.Start(verb, _case["folder"], gone, "--jsonl");
            Assert.Equal(0, run.Code);
            Assert.Equal(
                [_case["folder/a.txt"], _case["folder/b.txt"], _case["folder/c.txt"], _case["folder/d.jpg"], gone],
                run.Lines.Select(line => line.GetProperty("input").GetString()));
            Assert.Equal([0, 0, 0, 1, 1], run.Lines.Select(line => line.GetProperty("problems").GetArrayLength()));
        }
    }

    [Fact]
    public void With_jsonl_the_answer_of_one_file_does_not_depend_on_those_before()
    {
        var bad = _case.Write("a.txt", TestCase.Chat);
        var good = _case.Write("b.txt", TestCase.Harmless);
        var lines = HoldfastProcess.Start("check", bad, good, bad, "--jsonl").Lines;
        Assert.Equal(["blackmail", "no-signs", "blackmail"], lines.Select(line => line.GetProperty("verdict").GetString()));
        Assert.Equal(lines[0].GetRawText(), lines[2].GetRawText());
        Assert.Equal(lines[1].GetRawText(), Assert.Single(HoldfastProcess.Start("check", good, "--jsonl").Lines).GetRawText());
    }

    [Fact]
    public void The_name_that_is_me_and_the_order_of_dates_are_heeded()
    {
        var path = _case.Write("chat.txt", "03/04/24, 10:00 - Ada: hi\n03/04/24, 10:01 - Ben: hello\n");
        var read = HoldfastProcess.Start("read", path, "--me", "Ben", "--dates", "mdy", "--json").Json.GetProperty("conversations")[0];
        Assert.Equal("Ben", read.GetProperty("owner").GetString());
        Assert.Equal("2024-03-04T10:00:00", read.GetProperty("messages")[0].GetProperty("at").GetString());
    }

    [Fact]
    public void A_folder_that_links_to_itself_ends()
    {
        if (OperatingSystem.IsWindows())
            return;
        _case.Write("folder/a.txt", TestCase.Chat);
        Directory.CreateSymbolicLink(_case["folder/loop"], _case["folder"]);
        var run = HoldfastProcess.Start("read", _case["folder"], "--json");
        Assert.Equal(0, run.Code);
        Assert.Single(run.Json.GetProperty("conversations").EnumerateArray());
        Assert.Contains(run.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("file").GetString() == "loop");
    }
}
