using Holdfast.Conversations;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>
/// Reads the invented exports under <c>tests/exports/FORMAT/NAME/input</c> and compares with <c>expected.json</c> beside.
/// To accept a change, set <c>HOLDFAST_ACCEPT=1</c>, run, and read the difference with care.
/// </summary>
public sealed class ExportPairs
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var format in Directory.GetDirectories(Root).Order(StringComparer.Ordinal))
            {
                if (ExportReaders.All.All(r => r.Format != Path.GetFileName(format)))
                    continue;
                foreach (var pair in Directory.GetDirectories(format).Order(StringComparer.Ordinal))
                    pairs.Add(Path.GetFileName(format), Path.GetFileName(pair));
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void An_invented_export_is_read_as_expected(string format, string pair)
    {
        var folder = Path.Combine(Root, format, pair);
        var reader = ExportReaders.All.Single(r => r.Format == format);
        var files = Files(Path.Combine(folder, "input"));
        Assert.All(files, f => Assert.True(reader.Recognises(Head(f)), f.Name));
        var read = StrictSink.Read(reader, null, files);
        var actual = ReadingDump.Of(read.Conversations, read.Problems, read.Contacts);
        var expected = Path.Combine(folder, "expected.json");
        if (Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT") == "1")
            File.WriteAllText(expected, actual);
        Assert.Equal(File.ReadAllText(expected), actual);
    }

    private static ExportFile[] Files(string input) =>
    [
        .. Directory.GetFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => ExportFile.FromBytes(Path.GetRelativePath(input, f).Replace('\\', '/'), File.ReadAllBytes(f))),
    ];

    private static ExportHead Head(ExportFile file)
    {
        using var stream = file.Open();
        var head = new byte[Math.Min(stream.Length, ExportHead.Size)];
        stream.ReadExactly(head);
        return new ExportHead(file, head, FileMagic.IsBinary(head) ? null : TextDecoding.DecodeHead(head));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Holdfast.slnx")))
                return Path.Combine(folder.FullName, "tests", "exports");
        }

        throw new DirectoryNotFoundException("tests/exports");
    }
}
