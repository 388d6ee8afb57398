namespace Holdfast.Cli.Tests;

/// <summary>What people wrote stays out of errors, and out of the way of the terminal.</summary>
public sealed class QuietTests : IDisposable
{
    private const string Secret = "Quillfeather";

    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Broken_input_puts_nothing_private_on_standard_error()
    {
        string[] broken =
        [
            _case.Write($"{Secret}.zip", [.. "PK\x03\x04"u8, .. new byte[50]]),
            _case.Write($"{Secret}.json", $$"""{"messages":[{"from":"{{Secret}}","type":"personal_chat","text":"{{Secret}} """),
            _case.Write($"{Secret}.eml", $"From: {Secret}\nDate: {Secret}\nContent-Type: multipart/mixed; boundary={Secret}\n\n--{Secret}\n{Secret}\n"),
            _case.Write($"{Secret}.txt", $"21/02/2024, 13:05 - {Secret}: {Secret}\0\xFF\n31/31/2024, 99:99 - {Secret}: {Secret}\n"),
            _case.Write($"{Secret}.jpg", TestCase.Picture),
            _case.Write($"{Secret}-empty.txt", ""),
            _case[$"{Secret}-gone.txt"],
            _case.Zip($"{Secret}-up.zip", ($"../{Secret}.txt", [1, 2, 3]), ($"{Secret}.txt", "x"u8.ToArray())),
        ];
        _case.Folder("out");
        string[][] verbs =
        [
            ["read"], ["read", "--json"], ["read", "--jsonl"], ["check"], ["check", "--json"], ["plan"], ["verify"], ["verify", "--json"],
            ["pack", "--out", _case["out"]], ["pack", "--out", _case[$"{Secret}.txt"]],
        ];
        foreach (var verb in verbs)
        {
            Assert.DoesNotContain(Secret, HoldfastProcess.Start([.. verb, .. broken]).Error, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Secret, HoldfastProcess.Start([.. verb, broken[6]]).Error, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var options in new[] { new[] { "plan", "--check" }, ["verify", broken[0], "--slip"], ["pack", broken[3], "--key"], ["pack", broken[3], "--note"] })
        {
            foreach (var file in new[] { broken[0], broken[3], broken[6] })
                Assert.DoesNotContain(Secret, HoldfastProcess.Start([.. options, file]).Error, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void An_error_says_what_is_wrong_and_what_to_do()
    {
        var run = HoldfastProcess.Start("verify", _case["gone.zip"]);
        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void An_argument_cannot_act_on_the_terminal()
    {
        var run = HoldfastProcess.Start("read", "--\u001b[2J\u0007");
        Assert.Equal(2, run.Code);
        Assert.DoesNotContain(run.Error.ToCharArray(), c => c is '\u001b' or '\u0007');
    }

    [Fact]
    public void A_name_stays_on_its_line()
    {
        var read = HoldfastProcess.Start("read", _case.Write("chat.txt", "21/02/2024, 13:05 - Le\u2028na\u2029: hello\n21/02/2024, 13:06 - Ben: hi\n"));
        Assert.DoesNotContain(read.Out.ToCharArray(), c => c is '\u2028' or '\u2029');
    }

    [Fact]
    public void No_colour_and_no_control_code_is_written_where_no_terminal_is()
    {
        var chat = _case.Write("chat.txt", TestCase.Chat + "21/02/2024, 13:10 - Le\u001b[31mna: i will \u001b[2J\u0007\u202Esend your nudes to all your friends\n");
        var pack = HoldfastProcess.Start("pack", chat, "--out", _case.Folder("out"));
        var zip = Directory.GetFiles(_case["out"], "*.zip").Single();
        foreach (var run in new[]
        {
            pack, HoldfastProcess.Start("read", chat), HoldfastProcess.Start("read", chat, "--json"), HoldfastProcess.Start("check", chat),
            HoldfastProcess.Start("check", chat, "--json"), HoldfastProcess.Start("plan", chat, "--country", "GB"), HoldfastProcess.Start("verify", zip),
            HoldfastProcess.Start("verify", chat), HoldfastProcess.Start("--help"), HoldfastProcess.Start("check"),
        })
        {
            Assert.DoesNotContain((run.Out + run.Error).ToCharArray(), c => c is '\u001b' or '\u0007' or '\r');
            // JSON keeps the text as it is but for control characters; what is printed for people turns nothing round.
            Assert.True(run.Out.StartsWith('{') || !run.Out.Contains('\u202E', StringComparison.Ordinal));
            Assert.NotEmpty(run.Out + run.Error);
        }
    }
}
