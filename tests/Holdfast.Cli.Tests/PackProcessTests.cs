using System.IO.Compression;
using System.Text;
using Holdfast.Packs;

namespace Holdfast.Cli.Tests;

/// <summary>Packs as files on a disk: whole or not there, the same twice, and without any picture.</summary>
public sealed class PackProcessTests : IDisposable
{
    private const long Clock = 1_800_000_000;

    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    private static string ZipIn(string folder) => Assert.Single(Directory.GetFiles(folder, "*.zip"));

    private static bool IsWhole(string zip)
    {
        using var stream = File.OpenRead(zip);
        return PackVerifier.Verify(stream, new PackVerifyOptions()) is PackReport { IsIntact: true };
    }

    [Fact]
    public void A_pack_is_whole_until_a_byte_is_changed()
    {
        var chat = _case.Write("chat.txt", TestCase.Chat);
        var folder = _case.Folder("out");
        Assert.Equal(0, HoldfastProcess.Start("pack", chat, "--out", folder, "--note", _case.Write("note.txt", "this is what happened\n")).Code);
        var zip = ZipIn(folder);
        var slip = Assert.Single(Directory.GetFiles(folder, "*-seal-slip.txt"));
        Assert.Equal(0, HoldfastProcess.Start("verify", zip, "--slip", slip).Code);
        var bytes = File.ReadAllBytes(zip);
        for (var at = 100; at < bytes.Length; at += bytes.Length / 7)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            var run = HoldfastProcess.Start("verify", _case.Write("changed.zip", changed), "--slip", slip, "--json");
            Assert.NotEqual(0, run.Code);
            Assert.False(run.Json.GetProperty("valid").GetBoolean());
        }

        Assert.NotEqual(0, HoldfastProcess.Start("verify", _case.Write("short.zip", bytes[..(bytes.Length / 2)])).Code);
    }

    [Fact]
    public void An_unpacked_pack_is_verified_as_a_folder()
    {
        var folder = _case.Folder("out");
        HoldfastProcess.Start("pack", _case.Write("chat.txt", TestCase.Chat), "--out", folder);
        ZipFile.ExtractToDirectory(ZipIn(folder), _case["unpacked"]);
        var root = Directory.GetDirectories(_case["unpacked"]).SingleOrDefault() ?? _case["unpacked"];
        Assert.Equal(0, HoldfastProcess.Start("verify", root).Code);
        var item = Directory.GetFiles(root, "*.txt", SearchOption.AllDirectories).First(file => File.ReadAllText(file).Contains("if you dont pay", StringComparison.Ordinal));
        File.AppendAllText(item, "x");
        Assert.Equal(1, HoldfastProcess.Start("verify", root).Code);
    }

    [Fact]
    public void Several_packs_give_the_worst_answer_of_all()
    {
        var folder = _case.Folder("out");
        HoldfastProcess.Start("pack", _case.Write("chat.txt", TestCase.Chat), "--out", folder);
        var run = HoldfastProcess.Start("verify", ZipIn(folder), _case["chat.txt"], "--jsonl");
        Assert.Equal(3, run.Code);
        Assert.Equal([true, false], run.Lines.Select(line => line.GetProperty("valid").GetBoolean()));
    }

    [Fact]
    public void The_same_clock_key_and_files_give_the_same_bytes()
    {
        var chat = _case.Write("chat.txt", TestCase.Chat);
        var picture = _case.Write("p.jpg", TestCase.Picture);
        var key = _case["seal.pem"];
        foreach (var name in new[] { "one", "two" })
            Assert.Equal(0, HoldfastProcess.WithClock(Clock, "pack", chat, picture, "--out", _case[name], "--key", key).Code);
        Assert.Equal(File.ReadAllBytes(ZipIn(_case["one"])), File.ReadAllBytes(ZipIn(_case["two"])));
        Assert.Equal(Path.GetFileName(ZipIn(_case["one"])), Path.GetFileName(ZipIn(_case["two"])));
        HoldfastProcess.WithClock(Clock, "pack", chat, picture, "--out", _case["three"]);
        Assert.NotEqual(File.ReadAllBytes(ZipIn(_case["one"])), File.ReadAllBytes(ZipIn(_case["three"])));
    }

    [Fact]
    public void A_seal_key_is_readable_by_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        HoldfastProcess.Start("pack", _case.Write("chat.txt", TestCase.Chat), "--out", _case.Folder("out"), "--key", _case["seal.pem"]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_case["seal.pem"]));
    }

    [Fact]
    public void An_intimate_picture_is_nowhere_in_what_is_written_whatever_it_came_in()
    {
        var lines = TestCase.Chat + "21/02/2024, 13:10 - Lena: IMG-1.jpg (file attached)\n";
        _case.Write("given/chat.txt", lines);
        _case.Write("given/IMG-1.jpg", TestCase.Picture);
        _case.Write("given/renamed.dat", TestCase.Picture);
        _case.Write("given/saved page.html", $"<html><img src=\"data:image/jpeg;base64,{Convert.ToBase64String(TestCase.Picture)}\"><p>pay me</p></html>");
        _case.Write("given/mail.eml",
            "From: x@example.com\r\nSubject: pay\r\nMIME-Version: 1.0\r\nContent-Type: image/jpeg; name=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(TestCase.Picture, Base64FormattingOptions.InsertLineBreaks) + "\r\n");
        _case.Zip("given/WhatsApp Chat - Lena.zip", ("_chat.txt", Encoding.UTF8.GetBytes(lines + " ")), ("IMG-1.jpg", TestCase.Picture));
        _case.Write("given/street.jpg", TestCase.SafePicture);
        var folder = _case.Folder("out");
        Assert.Equal(0, HoldfastProcess.Start("pack", _case["given"], "--out", folder, "--safe", "street.jpg").Code);
        var written = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).SelectMany(Contents).ToList();
        Assert.DoesNotContain(written, bytes => Holds(bytes, TestCase.Picture));
        // The picture that was called safe shows that this test would find one.
        Assert.Contains(written, bytes => Holds(bytes, TestCase.SafePicture));
        Assert.True(IsWhole(ZipIn(folder)));
    }

    [Fact]
    public void A_kill_at_any_moment_leaves_a_whole_pack_or_none()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 12_000; i++)
            text.Append("21/02/2024, 13:05 - Lena: number ").Append(i).Append(" if you dont pay me $400 i will send your pics to all your friends\n");
        var chat = _case.Write("chat.txt", text.ToString());
        var folder = _case.Folder("out");
        var moments = new List<Func<bool>> { () => Directory.EnumerateFiles(folder, ".*.part").Any(), () => Directory.EnumerateFiles(folder, "*.zip").Any() };
        for (var size = 1L; size < 1 << 20; size *= 64)
        {
            var least = size;
            moments.Add(() => Directory.EnumerateFiles(folder, ".*.part").Any(part => Length(part) >= least));
        }

        foreach (var moment in moments)
        {
            foreach (var old in Directory.EnumerateFiles(folder, "*.zip").ToList())
                File.Delete(old);
            using var process = HoldfastProcess.Begin("pack", chat, "--out", folder);
            while (!process.HasExited && !moment())
                Thread.Yield();
            process.Kill();
            process.WaitForExit();
            Assert.All(Directory.EnumerateFiles(folder, "*.zip"), zip => Assert.True(IsWhole(zip)));
        }

        Assert.Equal(0, HoldfastProcess.Start("pack", chat, "--out", folder).Code);
        Assert.Contains(Directory.EnumerateFiles(folder, "*.zip"), IsWhole);
        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*-seal-slip.txt"));
    }

    private static long Length(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>A file, and what is in it when it is a zip.</summary>
    private static IEnumerable<byte[]> Contents(string path)
    {
        yield return File.ReadAllBytes(path);
        if (!path.EndsWith(".zip", StringComparison.Ordinal))
            yield break;
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var held = new MemoryStream();
            stream.CopyTo(held);
            yield return held.ToArray();
        }
    }

    /// <summary>True when any stretch of the picture is there, as bytes or as base64 in any of its three positions.</summary>
    private static bool Holds(byte[] bytes, byte[] picture)
    {
        var joined = Encoding.Latin1.GetString(bytes).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        for (var at = 24; at + 24 <= picture.Length; at += 97)
        {
            var piece = picture.AsSpan(at, 24);
            if (bytes.AsSpan().IndexOf(piece) >= 0)
                return true;
            for (var shift = 0; shift < 3; shift++)
            {
                if (joined.Contains(Convert.ToBase64String(piece[shift..(21 + shift)]), StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }
}
