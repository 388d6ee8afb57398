using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Holdfast.Bench.Exports;
using Holdfast.Conversations;

namespace Holdfast.Bench;

/// <summary>Reads an invented export of each format several times and prints the median, beside a bare walk over the same JSON.</summary>
internal static class FormatBench
{
    private const int Runs = 7;

    internal static void Run(int records, string? only)
    {
        foreach (var export in InventedExport.All.Where(e => only is null || e.Name == only))
            Measure(export, records);
    }

    // A method of its own, so that nothing of the export before is still held.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Measure(InventedExport export, int records)
    {
        var written = export.Write(records);
        var files = InventedExport.Files(written);
        var bytes = written.Sum(f => f.Bytes.LongLength);
        var (reads, ratios) = (new List<double>(), new List<double>());
        var (count, allocated) = (0L, 0L);
        var before = export.IsJson ? Seconds(() => Walk(written)) : 0;
        for (var run = 0; run < Runs; run++)
        {
            var sink = new CountingSink();
            var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            reads.Add(Seconds(() => ExportSet.Open(files, new ReadingOptions()).Read(sink)));
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
            count = sink.Count;
            if (!export.IsJson)
                continue;
            // Between two walks, so that a machine that has other things to do does not change the ratio.
            var after = Seconds(() => Walk(written));
            ratios.Add(reads[^1] * 2 / (before + after));
            before = after;
        }

        var read = Median(reads);
        var held = new HeldMemorySink();
        ExportSet.Open(files, new ReadingOptions()).Read(held);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{export.Name,-18} {count,9} records {count / read,10:F0} records/s {bytes / read / 1e6,7:F0} MB/s {allocated / Math.Max(count, 1),6} B/record {held.Most / 1e6,6:F1} MB held");
        if (export.IsJson)
            line += string.Create(CultureInfo.InvariantCulture, $"  {Median(ratios):F1} times Utf8JsonReader");
        Console.WriteLine(line);
    }

    private static void Walk(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        foreach (var (_, json) in files)
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
            }
        }
    }

    // Time of the processor, of which other programs take nothing away.
    private static double Seconds(Action what)
    {
        var before = Environment.CpuUsage.TotalTime;
        what();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
