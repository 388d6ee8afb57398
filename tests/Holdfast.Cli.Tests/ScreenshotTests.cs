using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Holdfast.Cli.Tests;

/// <summary>Pictures are decoded when they are named as screenshots, and only then; nothing of them is left on the disk.</summary>
public sealed class ScreenshotTests : IDisposable
{
    private static readonly Lazy<bool> IsReady = new(() =>
        HoldfastProcess.Start("read", "--screenshot", Picture("line-en.png"), "--json").Json.GetProperty("problems").GetArrayLength() == 0);

    private readonly TestCase _case = new();

    public ScreenshotTests() => Assert.SkipUnless(IsReady.Value, "Tesseract is not installed");

    public void Dispose() => _case.Dispose();

    [Fact]
    public void The_words_of_a_named_screenshot_are_read_and_marked_as_read_by_a_machine()
    {
        var run = HoldfastProcess.Start("read", "--screenshot", Chat(), "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var conversation = Assert.Single(run.Json.GetProperty("conversations").EnumerateArray());
        Assert.Equal("screenshot", conversation.GetProperty("format").GetString());
        var messages = conversation.GetProperty("messages").EnumerateArray().ToList();
        Assert.Contains(messages, message => message.GetProperty("text").GetString()!.StartsWith("I have your video. Send me 300 euro", StringComparison.Ordinal));
        Assert.All(messages, message => Assert.InRange(message.GetProperty("picture").GetProperty("confidence").GetDouble(), 0.5, 1));
        Assert.Contains("by a machine", HoldfastProcess.Start("read", "--screenshot", Chat()).Out, StringComparison.Ordinal);
        var check = HoldfastProcess.Start("check", "--screenshot", Chat());
        Assert.Contains("blackmail", check.Out, StringComparison.Ordinal);
        Assert.Contains("by a machine", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_among_the_files_is_not_decoded()
    {
        _case.Write("chat.txt", TestCase.Harmless);
        Chat();
        var run = HoldfastProcess.Start("read", _case.Root, "--json");
        Assert.Single(run.Json.GetProperty("conversations").EnumerateArray());
        Assert.Equal(["picture-not-read"], Kinds(run.Json));
        Assert.Equal(3, HoldfastProcess.Start("check", Chat()).Code);
        Assert.Contains("--screenshot", HoldfastProcess.Start("check", Chat()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_screenshot_in_a_folder_is_read_once()
    {
        _case.Write("chat.txt", TestCase.Harmless);
        var run = HoldfastProcess.Start("read", _case.Root, "--screenshot", Chat(), Chat(), "--json");
        Assert.Equal(["whatsapp-text", "screenshot"], run.Json.GetProperty("conversations").EnumerateArray().Select(one => one.GetProperty("format").GetString()));
        Assert.Empty(Kinds(run.Json));
    }

    [Fact]
    public void A_file_after_it_that_is_no_picture_is_read_like_every_other()
    {
        var run = HoldfastProcess.Start("read", "--screenshot", Chat(), _case.Write("chat.txt", TestCase.Harmless), "--jsonl");
        Assert.Equal([_case["chat.txt"], "--screenshot"], run.Lines.Select(line => line.GetProperty("input").GetString()));
        Assert.All(run.Lines, line => Assert.Single(line.GetProperty("conversations").EnumerateArray()));
    }

    [Fact]
    public void A_named_picture_without_the_bytes_of_one_is_not_asked_to_be_named_again()
    {
        var run = HoldfastProcess.Start("read", "--json", "--screenshot", _case.Write("screen.png", "not a picture"));
        Assert.Equal(3, run.Code);
        Assert.Equal(["unknown-format"], Kinds(run.Json));
    }

    [Fact]
    public void A_pack_holds_the_words_and_not_the_picture()
    {
        var picture = File.ReadAllBytes(Chat());
        var run = HoldfastProcess.Start("pack", "--screenshot", Chat(), "--out", _case.Folder("out"));
        Assert.Equal(0, run.Code);
        var (files, report) = Unpacked("out");
        Assert.DoesNotContain(files, bytes => bytes.AsSpan().SequenceEqual(picture));
        Assert.Contains("| You have two hours.", report, StringComparison.Ordinal);
        Assert.Contains("read from the picture by a machine", report.ReplaceLineEndings(" "), StringComparison.Ordinal);

        Assert.Equal(0, HoldfastProcess.Start("pack", "--screenshot", Chat(), "--safe", "chat.png", "--out", _case.Folder("safe")).Code);
        Assert.Contains(Unpacked("safe").Files, bytes => bytes.AsSpan().SequenceEqual(picture));
    }

    [Fact]
    public void A_timeline_shows_it_too() => Assert.Contains(
        "please do not do this", HoldfastProcess.Start("timeline", "--screenshot", Chat()).Out, StringComparison.Ordinal);

    [Fact]
    public void A_plan_can_come_from_a_screenshot()
    {
        var run = HoldfastProcess.Start("plan", "--screenshot", Chat(), "--country", "GB", "--json");
        Assert.Equal(0, run.Code);
        Assert.NotEqual(2, HoldfastProcess.Start("plan", "--screenshot", Chat()).Code);
        Assert.Equal(2, HoldfastProcess.Start("plan", "--screenshot", Chat(), "--verdict", "blackmail").Code);
    }

    [Fact]
    public void A_broken_or_empty_picture_is_listed()
    {
        var whole = File.ReadAllBytes(Chat());
        var run = HoldfastProcess.Start(
            "read", "--screenshot", _case.Write("half.png", whole[..(whole.Length / 2)]), _case.Write("noise.jpg", TestCase.Picture), "--json");
        Assert.Equal(3, run.Code);
        Assert.Equal(["damaged", "damaged"], Kinds(run.Json));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Nothing_of_a_picture_is_written_to_the_disk()
    {
        var watched = _case.Folder("watched");
        string[] pictures = [Chat(), .. new[] { "flag.heic", "flag.avif", "flag.webp", "flag.jpg" }.Select(Picture)];
        foreach (var folder in new[] { watched, "/dev/null/nowhere" })
        {
            var run = HoldfastProcess.WithEnvironment(
                [.. new[] { "TMPDIR", "TMP", "TEMP", "MAGICK_TEMPORARY_PATH", "MAGICK_TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME" }.Select(name => (name, folder))],
                ["read", "--screenshot", .. pictures, "--json"]);
            Assert.Single(run.Json.GetProperty("conversations").EnumerateArray());
            Assert.DoesNotContain("damaged", Kinds(run.Json));
            Assert.Equal("", run.Error);
        }

        Assert.Empty(Directory.GetFileSystemEntries(watched));
    }

    [Fact]
    public void Without_Tesseract_the_rest_works_and_says_how_to_get_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the library is hidden by the loader of Linux");
        _case.Write("libtesseract.so.5", "no library");
        _case.Write("chat.txt", TestCase.Chat);
        (string, string)[] hidden = [("LD_LIBRARY_PATH", _case.Root)];
        var json = HoldfastProcess.WithEnvironment(hidden, "check", _case["chat.txt"], "--screenshot", Chat(), "--json");
        Assert.Equal(0, json.Code);
        Assert.Equal("blackmail", json.Json.GetProperty("verdict").GetString());
        Assert.Equal(["text-recognition-missing"], Kinds(json.Json));
        var alone = HoldfastProcess.WithEnvironment(hidden, "check", "--screenshot", Chat());
        Assert.Equal(3, alone.Code);
        Assert.Contains("apt install tesseract-ocr", alone.Out, StringComparison.Ordinal);
    }

    private static string[] Kinds(JsonElement answer) =>
        [.. answer.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("kind").GetString()!)];

    private static string Picture(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Holdfast.slnx")))
                return Path.Combine(folder.FullName, "tests", "pictures", name);
        }

        throw new DirectoryNotFoundException("the tests run inside a checkout");
    }

    private string Chat() => _case.Write("chat.png", File.ReadAllBytes(Picture("chat-en.png")));

    private (List<byte[]> Files, string Report) Unpacked(string folder)
    {
        using var zip = ZipFile.OpenRead(Directory.GetFiles(_case[folder], "*.zip").Single());
        var files = zip.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (entry.Name, Bytes: copy.ToArray());
        }).ToList();
        return ([.. files.Select(file => file.Bytes)], Encoding.UTF8.GetString(files.First(file => file.Name == "report.txt").Bytes));
    }
}
