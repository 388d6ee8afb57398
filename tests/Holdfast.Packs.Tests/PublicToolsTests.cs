using System.Diagnostics;
using Holdfast.Packs.Tests.Verification;

namespace Holdfast.Packs.Tests;

/// <summary>
/// A stranger checks a pack with unzip, sha256sum, diff, grep and openssl, typing the commands of the README in it and nothing
/// of ours. The tools must be there: without them this promise is not tested, so their absence fails.
/// </summary>
public sealed class PublicToolsTests
{
    [Fact]
    public void The_commands_in_the_readme_find_a_pack_good()
    {
        var pack = TestPack.Make();
        var (output, exitCode) = RunReadme(pack.Zip, pack.Sealed, _ => { });
        Assert.True(exitCode == 0, output);
        Assert.Equal(pack.Files.Count - 3, output.Split('\n').Count(l => l.EndsWith(": OK", StringComparison.Ordinal)));
        Assert.Contains($"{pack.Sealed.Zip}  ../{pack.Sealed.FileName}\n", output, StringComparison.Ordinal);
        Assert.Contains($"{pack.Sealed.Seal}  tagmanifest-sha256.txt\n", output, StringComparison.Ordinal);
        Assert.Contains("CMS Verification successful", output, StringComparison.Ordinal);
        Assert.Contains(pack.Sealed.KeyFingerprint.ToFingerprint(), output, StringComparison.Ordinal);
        Assert.Contains("Custody-Head: sha256:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", output, StringComparison.Ordinal);
        Assert.DoesNotContain("withheld/", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("printf x >> data/items/0001.txt", "data/items/0001.txt: FAILED")]
    [InlineData("printf x > data/items/0099.txt", "data/items/0099.txt")]
    [InlineData("printf x > report/more.txt", "report/more.txt")]
    [InlineData("printf x > seal/more.txt", "seal/more.txt")]
    [InlineData("ln -s /etc/hostname data/items/0098.txt", "data/items/0098.txt")]
    [InlineData("sed -i 2d custody/custody.jsonl", "BROKEN")]
    [InlineData("printf x >> tagmanifest-sha256.txt", "CMS Verification failure")]
    public void The_commands_in_the_readme_find_a_changed_pack_bad(string change, string sign)
    {
        var pack = TestPack.Make();
        var (output, _) = RunReadme(pack.Zip, pack.Sealed, folder => Run(folder, change), stopAtFirst: false);
        Assert.Contains(sign, output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_partial_pack_and_one_without_withheld_items_pass_the_commands_too()
    {
        var pack = TestPack.Make(b =>
        {
            b.Add(PackSource.FromBytes("a.txt", "text/plain", TestPack.Bytes("a")));
            b.AddGap("cannot-open");
        });
        var (output, exitCode) = RunReadme(pack.Zip, pack.Sealed, _ => { });
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void The_commands_for_the_time_find_a_stamp_good_though_its_certificate_has_ended()
    {
        var pack = TestPack.Make();
        var authority = new TestAuthority();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var at = new DateTime(2025, 1, 6, 9, 30, 0, DateTimeKind.Utc);
            pack.Files[PackLayout.Stamp] = authority.Stamp(pack.Files[PackLayout.Signature], at);
            pack.Files[PackLayout.StampChain] = authority.ChainPem;
            pack.Files["ROOT-YOU-TRUST.pem"] = TestPack.Bytes(authority.RootPem);
            foreach (var (path, bytes) in pack.Files)
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, bytes);
            }

            var commands = File.ReadAllLines(Path.Combine(folder.FullName, "README.txt"))
                .Where(l => l.StartsWith("  | ", StringComparison.Ordinal)).Select(l => l[4..]).ToList();
            Assert.Equal(3, commands.Count);
            var (output, exitCode) = Run(folder.FullName, "set -e\n" + string.Join('\n', commands));
            Assert.True(exitCode == 0, output);
            Assert.Contains("Time stamp: Jan  6 09:30:00 2025 GMT", output, StringComparison.Ordinal);
            Assert.Contains("Verification: OK", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Unzip_finds_no_fault_in_the_archive_even_in_its_large_form()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipWriter(file, zip64From: 4))
        {
            foreach (var name in new[] { "a/1.txt", "a/2.txt", "a/3.txt", "a/4.txt", "a/5.txt" })
                zip.Write(name, ContentDigest.Of("12345"u8), new MemoryStream("12345"u8.ToArray()));
            zip.Finish();
        }

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "a.zip"), file.ToArray());
            var (output, exitCode) = Run(folder.FullName, "unzip -t a.zip");
            Assert.True(exitCode == 0, output);
            Assert.Contains("No errors detected", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Output, int ExitCode) RunReadme(byte[] zip, SealedPack pack, Action<string> change, bool stopAtFirst = true)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, pack.FileName), zip);
            var (unzipped, unzipCode) = Run(folder.FullName, $"unzip -q {pack.FileName}");
            Assert.True(unzipCode == 0, unzipped);
            var inside = Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(pack.FileName));
            var commands = File.ReadAllLines(Path.Combine(inside, "README.txt"))
                .Where(l => l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l[4..]).ToList();
            Assert.Equal(13, commands.Count);
            change(inside);
            return Run(inside, (stopAtFirst ? "set -e -o pipefail\n" : "") + string.Join('\n', commands));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Output, int ExitCode) Run(string folder, string script)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec 2>&1\n" + script);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }
}
