using System.Text;
using Holdfast.Cli.Commands;
using Holdfast.Conversations;
using Holdfast.Packs;
using Holdfast.Preservation;
using Holdfast.Reports;
using Holdfast.Words;

namespace Holdfast.Cli;

/// <summary>
/// Writes a pack to a folder so that a kill at any moment leaves either no pack or a whole one: under a temporary name,
/// flushed, read again and verified from the disk, and only then renamed.
/// </summary>
internal sealed class PackFile(string folder, TimeProvider clock, SealKey key)
{
    public static string Tool { get; } = $"holdfast/{typeof(PackFile).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>What was written.</summary>
    public sealed record Written(SealedPack Pack, CaseFile Case, string Path, string SlipPath);

    /// <exception cref="IOException">The disk is full, or what was read back is not what was written.</exception>
    public Written Write(IReadOnlyList<ExportFile> files, Checking checking, CaseOptions options, Wording words, string? account)
    {
        var builder = new PackBuilder(new PackOptions { Clock = clock, Key = key, Tool = Tool });
        var assessment = checking.Assess();
        var composed = CaseFile.Compose(builder, files, assessment, checking.Problems, options);
        var report = EvidenceReport.Of(new ReportInput
        {
            Pack = builder.Id,
            IsPartial = builder.IsPartial,
            Made = clock.GetUtcNow(),
            Tool = Tool,
            Case = composed,
            Assessment = assessment,
            Problems = checking.Problems,
            ReadFromPictures = checking.ReadFromPictures,
            Account = account,
            Words = words.Get,
            Language = words.Language,
        });
        builder.AddReport("report.txt", TextReport.Write(report));
        builder.AddReport("report.html", HtmlReport.Write(report));

        var temporary = System.IO.Path.Combine(folder, $".{builder.Id}.{Environment.ProcessId}.part");
        try
        {
            SealedPack pack;
            using (var stream = OpenPrivate(temporary, FileMode.CreateNew))
            {
                pack = builder.Seal(stream);
                stream.Flush(flushToDisk: true);
            }

            using (var again = File.OpenRead(temporary))
            {
                if (PackVerifier.Verify(again, pack.ToSlip().ToExpectations()) is not PackReport { IsIntact: true })
                {
                    throw new IOException("the pack that was read back is not the pack that was written");
                }
            }

            var path = System.IO.Path.Combine(folder, pack.FileName);
            File.Move(temporary, path, overwrite: true);
            return new Written(pack, composed, path, WriteSlip(pack));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Others who use the same computer must not be able to read a pack.</summary>
    private static FileStream OpenPrivate(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private string WriteSlip(SealedPack pack)
    {
        var path = System.IO.Path.Combine(folder, System.IO.Path.GetFileNameWithoutExtension(pack.FileName) + "-seal-slip.txt");
        var temporary = path + ".part";
        using (var stream = OpenPrivate(temporary, FileMode.Create))
        {
            stream.Write(Encoding.UTF8.GetBytes(pack.ToSlip().ToText()));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return path;
    }
}
