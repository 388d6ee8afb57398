using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>Downloads hold many thousand small files, and nobody waits for buffers that are a thousand times as large.</summary>
public sealed class SmallFilesTests
{
    private const int Files = 100;

    [Theory]
    [InlineData("""{"participants":[{"name":"Ann"},{"name":"Ben"}],"messages":[{"sender_name":"Ann","timestamp_ms":1718179980000,"content":"x"}]}""")]
    [InlineData("12/06/2024, 10:13 - Ann: hi\n12/06/2024, 10:14 - Ben: hello\n")]
    [InlineData("""<smses count="1"><sms address="+447700900123" date="1718179980000" type="1" body="x" /></smses>""")]
    public void A_small_file_takes_little_memory(string text)
    {
        var set = ExportSet.Open(
            Enumerable.Range(0, Files).Select(i => ExportFile.FromBytes($"{i}/file", Encoding.UTF8.GetBytes(text + new string('\n', i)))), new ReadingOptions());
        var reader = set.Files[0].Reader!;
        var files = set.Files.Select(file => file.File).ToList();
        reader.Read(files, new ReadingOptions(), new StrictSink());
        var before = GC.GetAllocatedBytesForCurrentThread();
        reader.Read(files, new ReadingOptions(), new StrictSink());
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Files, 1, 100_000);
    }
}
