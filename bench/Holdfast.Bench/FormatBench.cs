using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Holdfast.Bench.Exports;
using Holdfast.Conversations;

namespace Holdfast.Bench;

/// <summary>Reads an invented export of each format several times and prints the fastest run, beside a bare walk over the same JSON.</summary>
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
        var (read, walk, count) = (TimeSpan.MaxValue, TimeSpan.MaxValue, 0L);
        long allocated = 0;
        for (var run = 0; run < Runs; run++)
        {
            var sink = new CountingSink();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            ExportSet.Open(files, new ReadingOptions()).Read(sink);
            read = Min(read, watch.Elapsed);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            count = sink.Count;
            if (!export.IsJson)
                continue;
            watch.Restart();
            foreach (var (_, json) in written)
                Walk(json);
            walk = Min(walk, watch.Elapsed);
        }

        var held = new HeldMemorySink();
        ExportSet.Open(files, new ReadingOptions()).Read(held);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{export.Name,-18} {count,9} records {count / read.TotalSeconds,10:F0} records/s {bytes / read.TotalSeconds / 1e6,7:F0} MB/s {allocated / Math.Max(count, 1),6} B/record {held.Most / 1e6,6:F1} MB held");
        if (export.IsJson)
            line += string.Create(CultureInfo.InvariantCulture, $"  {read / walk:F2} times Utf8JsonReader ({bytes / walk.TotalSeconds / 1e6:F0} MB/s)");
        Console.WriteLine(line);
    }

    private static void Walk(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
