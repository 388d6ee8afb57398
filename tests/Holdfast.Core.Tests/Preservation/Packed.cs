using System.IO.Compression;
using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Packs;
using Holdfast.Reports;

namespace Holdfast.Preservation;

/// <summary>Composes, reports on and seals a case, the way a host does.</summary>
internal static class Packed
{
    public static readonly DateTimeOffset Now = new(2026, 1, 6, 9, 0, 0, TimeSpan.Zero);

    public static byte[] Seal(IReadOnlyList<ExportFile> files, CaseOptions options, out CaseFile composed, Assessment? assessment = null)
    {
        var clock = new FixedClock();
        uint seed = 1;
        var key = SealKey.Create(
            span =>
            {
                foreach (ref var b in span)
                    b = (byte)((seed = unchecked(seed * 1664525 + 1013904223)) >> 24);
            },
            clock);
        var pack = new PackBuilder(new PackOptions { Clock = clock, Key = key, Tool = "holdfast/test" });
        composed = CaseFile.Compose(pack, files, assessment, [], options);
        var report = EvidenceReport.Of(new ReportInput
        {
            Pack = pack.Id,
            IsPartial = pack.IsPartial,
            Made = Now,
            Tool = "holdfast/test",
            Case = composed,
            Assessment = assessment,
            Account = options.Account,
            Words = key => key,
        });
        pack.AddReport("report.txt", TextReport.Write(report));
        pack.AddReport("report.html", HtmlReport.Write(report));
        using var output = new MemoryStream();
        pack.Seal(output);
        return output.ToArray();
    }

    public static Dictionary<string, byte[]> Files(byte[] pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var bytes = new MemoryStream();
            using var entry = e.Open();
            entry.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
