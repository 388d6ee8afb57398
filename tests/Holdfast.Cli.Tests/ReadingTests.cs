using System.Text;

namespace Holdfast.Cli.Tests;

/// <summary>What a person sees of their files: words and not codes, and no flood of lines.</summary>
public sealed class ReadingTests : IDisposable
{
    private const string Calls = """
        <?xml version="1.0"?><smses count="2">
        <sms address="+447700900123" date="1709280000000" type="3" body="please do not" contact_name="Mira" />
        <sms address="+447700900123" date="1709280060000" type="1" body="pay me" contact_name="Mira" /></smses>
        """;

    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Thousands_of_pictures_do_not_drown_the_one_file_that_matters()
    {
        var entries = Enumerable.Range(0, 2_000).Select(i => ($"photos/{i}.jpg", TestCase.Picture[..64])).Append(("chat.txt", Encoding.UTF8.GetBytes(TestCase.Chat)));
        var zip = _case.Zip("download.zip", [.. entries, ("broken.json", "{\"messages\": ["u8.ToArray())]);
        foreach (var verb in new[] { "read", "check" })
        {
            var run = HoldfastProcess.Start(verb, zip);
            Assert.Equal(0, run.Code);
            var lines = run.Out.Split('\n');
            Assert.InRange(lines.Length, 10, 150);
            Assert.Contains("    photos/0.jpg", lines);
            Assert.Contains("    and 1992 more", lines);
            Assert.Contains(lines, line => line.StartsWith("  broken.json: ", StringComparison.Ordinal));
        }

        Assert.Equal(2_001, HoldfastProcess.Start("read", zip, "--json").Json.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public void A_report_of_thousands_of_pictures_can_still_be_read()
    {
        var entries = Enumerable.Range(0, 1_000).Select(i => ($"photos/{i}.jpg", (byte[])[.. TestCase.Picture[..64], (byte)(i & 0xFF), (byte)(i >> 8)]));
        var zip = _case.Zip("download.zip", [.. entries, ("chat.txt", Encoding.UTF8.GetBytes(TestCase.Chat))]);
        var pack = HoldfastProcess.Start("pack", zip, "--out", _case.Folder("out"), "--json").Json;
        Assert.Equal(1_001, pack.GetProperty("withheld").GetInt32());
        using var archive = System.IO.Compression.ZipFile.OpenRead(pack.GetProperty("file").GetString()!);
        using var reader = new StreamReader(archive.Entries.Single(entry => entry.FullName.EndsWith("report/report.txt", StringComparison.Ordinal)).Open());
        var report = reader.ReadToEnd();
        Assert.InRange(report.Split('\n').Length, 500, 4_000);
        Assert.Contains("801 more withheld items are left out here.", report, StringComparison.Ordinal);
        Assert.Contains("chat.txt", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "[draft, not sent] please do not", "2024-03-01  UTC", "1 conversation", "text messages of the phone")]
    [InlineData("it", "[bozza, non inviata] please do not", "2024-03-01  UTC", "draft", "SMS del telefono")]
    public void What_happened_is_said_in_the_language_of_the_person(string language, string draft, string day, string never, string format)
    {
        var run = HoldfastProcess.Start("read", _case.Write("sms.xml", Calls), "--lang", language);
        Assert.Contains($"Me: {draft}\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(day + "\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"({format})", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(never, run.Out, StringComparison.Ordinal);
        var timeline = HoldfastProcess.Start("timeline", _case["sms.xml"], "--lang", language);
        Assert.Contains($": {draft}\n", timeline.Out, StringComparison.Ordinal);
        var message = HoldfastProcess.Start("read", _case["sms.xml"], "--json").Json.GetProperty("conversations")[0].GetProperty("messages")[0];
        Assert.Equal(("draft", "notice"), (message.GetProperty("event").GetString(), message.GetProperty("kind").GetString()));
    }

    [Fact]
    public void A_list_of_requests_is_something_to_read_as_it_is_something_to_check()
    {
        var list = _case.Write("requests.json", TestCase.Requests);
        foreach (var arguments in new string[][] { ["read"], ["read", "--json"], ["read", "--jsonl"], ["check"], ["check", "--json"] })
            Assert.Equal(0, HoldfastProcess.Start([.. arguments, list]).Code);
    }

    [Fact]
    public void A_download_that_holds_one_side_only_says_so_calmly()
    {
        var file = _case.Write("matches.json", """[{"match":[{"timestamp":"2023-05-01 10:00:00"}],"chats":[{"body":"hi","timestamp":"2023-05-01 10:01:00"}]}]""");
        var run = HoldfastProcess.Start("read", file);
        Assert.Contains("Please note\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("What the other side wrote", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Not read\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(["one-side-only"], HoldfastProcess.Start("check", file, "--json").Json.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("kind").GetString()));
    }
}
