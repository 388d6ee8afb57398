using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Holdfast.Packs;

namespace Holdfast.Conformance;

/// <summary>Verifies every reference pack and compares the verdict with what its expected.json states.</summary>
internal static class PackConformance
{
    private const string Name = "reference-pack";

    // Words of "expect", the more particular first, and the layers that may be the first to object.
    private static readonly (string Words, PackLayer[] Layers)[] Expectations =
    [
        ("archive entry", [PackLayer.Archive]),
        ("unlisted payload", [PackLayer.Completeness, PackLayer.Structure]),
        ("payload manifest", [PackLayer.Payload]),
        ("withheld", [PackLayer.Withheld]),
        ("custody", [PackLayer.Custody]),
        ("time-stamp imprint", [PackLayer.TimeStamp]),
        ("signature", [PackLayer.Seal]),
    ];

    /// <summary>Takes the packs of a folder, unpacked or as <c>reference-pack.tar.gz</c>.</summary>
    public static void Run(string folder)
    {
        var unpacked = Path.Combine(folder, Name);
        if (Directory.Exists(unpacked))
        {
            Compare(unpacked);
            return;
        }

        var packed = unpacked + ".tar.gz";
        if (!File.Exists(packed))
        {
            return;
        }

        var temporary = Directory.CreateTempSubdirectory("holdfast-");
        try
        {
            using (var gzip = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress))
            {
                TarFile.ExtractToDirectory(gzip, temporary.FullName, overwriteFiles: false);
            }

            Compare(Path.Combine(temporary.FullName, Name));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static void Compare(string folder)
    {
        Console.WriteLine("## Packs\n");
        Console.WriteLine("| pack | result | verdict | expected |\n|---|---|---|---|");
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        int passed = 0, total = 0, encrypted = 0;
        foreach (var entry in document.RootElement.GetProperty("files").EnumerateArray())
        {
            var name = entry.GetProperty("file").GetString()!;
            if (!name.EndsWith(".zip", StringComparison.Ordinal))
            {
                encrypted++;
                continue;
            }

            using var zip = File.OpenRead(Path.Combine(folder, name));
            var verdict = PackVerifier.Verify(zip);
            var expect = entry.GetProperty("expect").GetString()!;
            var isAsExpected = entry.GetProperty("valid").GetBoolean() ? IsValid(verdict, expect) : ObjectsIn(verdict, expect);
            total++;
            passed += isAsExpected ? 1 : 0;
            Console.WriteLine($"| {name} | {(isAsExpected ? "pass" : "differs")} | {Describe(verdict)} | {expect} |");
        }

        Console.WriteLine($"\n{passed} of {total} packs; {encrypted} encrypted files are not opened here.\n");
    }

    private static bool IsValid(PackVerdict verdict, string expect) =>
        verdict is PackReport { IsIntact: true } report
        && (report[PackLayer.TimeStamp].State == LayerState.Absent) == expect.Contains("NOT time-stamped", StringComparison.Ordinal);

    private static bool ObjectsIn(PackVerdict verdict, string expect) =>
        verdict is PackReport { FirstFailed: { } layer }
        && Array.Find(Expectations, pair => expect.Contains(pair.Words, StringComparison.OrdinalIgnoreCase)).Layers?.Contains(layer) == true;

    private static string Describe(PackVerdict verdict) => verdict switch
    {
        PackReport { FirstFailed: { } layer } report when report[layer].Objections is [var first, ..] =>
            $"{layer.ToCode()}: {first.Fault.ToCode()}",
        PackReport { IsIntact: true } report => $"intact, time-stamp {report[PackLayer.TimeStamp].State.ToCode()}",
        NotAPack other => $"not a pack: {other.Reason.ToCode()}",
        _ => "no verdict",
    };
}
