using System.CommandLine;
using System.Globalization;
using Holdfast.Cli.Output;
using Holdfast.Packs;
using Holdfast.Words;

namespace Holdfast.Cli.Commands;

/// <summary><c>holdfast verify</c>: whether a pack is whole, and if not, which layer objects.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var packs = new Argument<string[]>("packs") { Description = "packs: zips, or unpacked folders", Arity = ArgumentArity.OneOrMore };
        var slip = SharedOptions.ExistingFile("--slip", "the seal slip, to compare with");
        var roots = SharedOptions.ExistingFile("--roots", "root certificates (PEM) of time-stamping authorities that you trust");
        var json = SharedOptions.Json();
        var jsonLines = SharedOptions.JsonLines();
        var language = SharedOptions.Language();
        var command = new Command("verify", "Check that an evidence pack is whole and unchanged.") { packs, slip, roots, json, jsonLines, language };
        command.SetAction(parsed =>
        {
            var words = Wording.For(parsed.GetValue(language));
            var options = new PackVerifyOptions();
            if (parsed.GetValue(slip) is { } slipPath)
            {
                if (!SealSlip.TryParse(File.ReadAllText(slipPath), out var given))
                {
                    return terminal.Fail(ExitCode.Damaged, "The file given with --slip is not a seal slip.", "It is the text file that was written beside the pack.");
                }

                options = given!.ToExpectations();
            }

            if (parsed.GetValue(roots) is { } rootsPath)
            {
                options = options with { TrustedStampRoots = File.ReadAllText(rootsPath) };
            }

            var code = ExitCode.Done;
            foreach (var path in parsed.GetValue(packs)!)
            {
                code = Math.Max(code, One(terminal, words, path, options, parsed.GetValue(json), parsed.GetValue(jsonLines)));
            }

            return code;
        });
        return command;
    }

    private static int One(Terminal terminal, Wording words, string path, PackVerifyOptions options, bool asJson, bool asLines)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return terminal.Fail(ExitCode.Damaged, "There is no such file or folder.", "Check the name and try again.");
        }

        PackVerdict verdict;
        try
        {
            verdict = Verify(path, options);
        }
        catch (ArgumentException) when (options.TrustedStampRoots is not null)
        {
            return terminal.Fail(ExitCode.Damaged, "The file given with --roots holds no certificates in PEM form.", "Give the root certificate of the authority as a PEM file.");
        }

        if (asJson || asLines)
        {
            using (var writer = Json.Writer(terminal.OutStream, isIndented: !asLines))
            {
                VerifyJson.Write(writer, verdict, path);
            }

            terminal.OutStream.WriteByte((byte)'\n');
            terminal.OutStream.Flush();
        }
        else
        {
            Print(terminal, words, verdict, path);
        }

        return verdict switch
        {
            PackReport { IsIntact: true } => ExitCode.Done,
            PackReport => ExitCode.No,
            _ => ExitCode.Damaged,
        };
    }

    private static PackVerdict Verify(string path, PackVerifyOptions options)
    {
        if (!Directory.Exists(path))
        {
            using var stream = File.OpenRead(path);
            return PackVerifier.Verify(stream, options);
        }

        var files = new List<PackFolderFile>();
        List(new DirectoryInfo(path), "", files);
        return PackVerifier.Verify(new PackFolder([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]), options);
    }

    /// <summary>Lists every file, hidden ones too. Links are named as such and never followed.</summary>
    private static void List(DirectoryInfo folder, string prefix, List<PackFolderFile> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }))
        {
            if (entry is DirectoryInfo inner && entry.LinkTarget is null)
            {
                List(inner, prefix + entry.Name + "/", files);
            }
            else
            {
                var length = entry is FileInfo file && entry.LinkTarget is null ? file.Length : 0;
                files.Add(new PackFolderFile(prefix + entry.Name, length, entry.LinkTarget is not null, () => File.OpenRead(entry.FullName)));
            }
        }
    }

    private static void Print(Terminal terminal, Wording words, PackVerdict verdict, string path)
    {
        var output = terminal.Out;
        output.WriteLine();
        output.WriteLine(terminal.Quiet(SafeText.OneLine(path)));
        if (verdict is NotAPack { Reason: var reason })
        {
            output.WriteLine(terminal.Strong(words.Get("not-a-pack." + reason.ToCode())));
            return;
        }

        var report = (PackReport)verdict;
        output.WriteLine(terminal.Strong(words.Get(report.IsIntact ? "result.whole" : "result.broken")));
        output.WriteLine();
        foreach (var layer in report.Layers)
        {
            var name = layer.Layer.ToCode();
            var state = words.Get("result." + layer.State.ToCode());
            output.WriteLine($"  {words.Get($"layer.{name}.name"),-26} {(layer.State == LayerState.Failed ? terminal.Strong(state) : state)}");
            if (layer.State != LayerState.Passed)
            {
                terminal.Paragraph(words.Get($"layer.{name}.{layer.State.ToCode()}"), "      ");
            }

            foreach (var objection in layer.Objections.Take(10))
            {
                var place = objection.Path is null ? "" : objection.Line > 0 ? $"{objection.Path}, {words.Get("label.line-number", objection.Line)}: " : $"{objection.Path}: ";
                var fault = "fault." + objection.Fault.ToCode();
                terminal.Paragraph($"{place}{(words.Has(fault) ? words.Get(fault) : objection.Fault.ToCode())}", "        ", "      - ");
            }
        }

        output.WriteLine();
        Facts(terminal, words, report.Facts);
    }

    private static void Facts(Terminal terminal, Wording words, PackFacts facts)
    {
        var output = terminal.Out;
        if (facts.Id is { } id)
        {
            output.WriteLine($"  {id}{(facts.IsPartial ? " (partial)" : "")}");
        }

        if (facts.Seal is { } seal)
        {
            output.WriteLine($"  {words.Get("layer.seal.name")}: {seal}");
        }

        if (facts.StampedAt is { } at)
        {
            output.WriteLine($"  {words.Get("layer.time-stamp.name")}: {at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}");
            terminal.Paragraph(words.Get("stamp-trust." + Names.Kebab(facts.StampTrust.ToString())), "    ");
        }

        output.WriteLine();
        terminal.Paragraph(words.Get("statement.not.true"));
    }

}
