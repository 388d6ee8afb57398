namespace Holdfast.Cli.Tests;

/// <summary>The exit codes that docs/json.md promises.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    private int Code(string arguments) =>
        HoldfastProcess.Start([.. arguments.Split(' ').Select(word => word.StartsWith('%') ? _case[word[1..]] : word)]).Code;

    private void WriteFiles()
    {
        _case.Write("chat.txt", TestCase.Chat);
        _case.Write("harmless.txt", TestCase.Harmless);
        _case.Write("empty.txt", "");
        _case.Write("pic.jpg", TestCase.Picture);
        _case.Write("damaged.zip", [.. "PK\x03\x04"u8, .. new byte[60]]);
        _case.Write("answer.json", """{"verdict":"blackmail","form":"shared-images"}""");
        _case.Folder("none");
        _case.Folder("out");
    }

    [Theory]
    [InlineData("read %chat.txt", 0)]
    [InlineData("check %chat.txt", 0)]
    [InlineData("check %harmless.txt", 0)]
    [InlineData("check %chat.txt %gone.txt %pic.jpg", 0)]
    [InlineData("plan %chat.txt", 0)]
    [InlineData("plan", 0)]
    [InlineData("plan --verdict blackmail --form shared-images --country GB --age 15", 0)]
    [InlineData("plan --check %answer.json", 0)]
    [InlineData("pack %chat.txt --out %out", 0)]
    [InlineData("pack %pic.jpg --out %out", 0)]
    [InlineData("--help", 0)]
    [InlineData("--version", 0)]
    [InlineData("read --help", 0)]
    public void Done_is_0(string arguments, int code)
    {
        WriteFiles();
        Assert.Equal(code, Code(arguments));
    }

    [Theory]
    [InlineData("read %empty.txt")]
    [InlineData("check %empty.txt")]
    [InlineData("plan %empty.txt")]
    [InlineData("read %none")]
    [InlineData("check %none --json")]
    [InlineData("verify %damaged.zip")]
    public void Input_without_a_message_and_a_pack_that_is_not_whole_are_1(string arguments)
    {
        WriteFiles();
        Assert.Equal(1, Code(arguments));
    }

    [Theory]
    [InlineData("observe")]
    [InlineData("read")]
    [InlineData("check")]
    [InlineData("pack")]
    [InlineData("read --nonsense")]
    [InlineData("plan --check %gone.json")]
    [InlineData("pack %chat.txt --out %out --note %gone.txt")]
    [InlineData("verify")]
    [InlineData("plan %chat.txt --verdict blackmail")]
    [InlineData("plan --verdict terrible")]
    [InlineData("plan --verdict blackmail --age old")]
    [InlineData("plan --verdict blackmail --age 900")]
    [InlineData("plan --verdict blackmail --paid perhaps")]
    [InlineData("check %chat.txt --country Atlantis")]
    [InlineData("check %chat.txt --lang xx")]
    [InlineData("read %chat.txt --dates mmm")]
    public void Wrong_usage_is_2(string arguments)
    {
        WriteFiles();
        Assert.Equal(2, Code(arguments));
    }

    [Theory]
    [InlineData("read %gone.txt")]
    [InlineData("read %pic.jpg")]
    [InlineData("read %damaged.zip")]
    [InlineData("check %gone.txt")]
    [InlineData("check %damaged.zip --jsonl")]
    [InlineData("plan %gone.txt")]
    [InlineData("plan --check %chat.txt")]
    [InlineData("plan --check %empty.txt")]
    [InlineData("pack %gone.txt --out %out")]
    [InlineData("pack %chat.txt --out %out --key %chat.txt")]
    [InlineData("pack %chat.txt --out %chat.txt")]
    [InlineData("verify %gone.zip")]
    [InlineData("verify %chat.txt")]
    [InlineData("verify %empty.txt")]
    [InlineData("verify %chat.txt --slip %chat.txt")]
    public void Damaged_or_missing_input_is_3(string arguments)
    {
        WriteFiles();
        Assert.Equal(3, Code(arguments));
    }

    [Fact]
    public void Without_a_verb_the_help_is_shown()
    {
        var run = HoldfastProcess.Start();
        Assert.Equal(0, run.Code);
        Assert.Contains("Exit codes", run.Out, StringComparison.Ordinal);
    }
}
