using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Cli.Output;
using Holdfast.Packs;
using Holdfast.Preservation;
using Holdfast.Words;

namespace Holdfast.Cli.Commands;

/// <summary><c>holdfast pack</c>: a sealed evidence pack of the files, without any intimate image in it.</summary>
internal static class PackCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = SharedOptions.Files(ArgumentArity.ZeroOrMore);
        var screenshot = Screenshots.Option();
        var folder = new Option<string?>("--out") { Description = "folder for the pack and its slip; the current folder if left out" };
        var safe = new Option<string[]>("--safe")
        {
            Description = "name of a picture, video or document that you looked at and that shows nobody undressed: it is copied (may be given more than once)",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var note = SharedOptions.ExistingFile("--note", "file with your own short account of what happened");
        var key = new Option<string?>("--key") { Description = "file with the seal key of this case; made if it is not there. Keep it: later packs of the case need it" };
        var json = SharedOptions.Json();
        var answers = new AnswerOptions();
        var country = SharedOptions.Country();
        var language = SharedOptions.Language();
        var command = new Command("pack", "Make a sealed evidence pack that others can check. Pictures and videos stay out of it.")
        {
            files, screenshot, folder, safe, note, key, json, country, language,
        };
        answers.AddTo(command);
        Screenshots.RequireOne(command, files, screenshot);
        command.SetAction(parsed =>
        {
            var words = Wording.For(parsed.GetValue(language));
            var output = parsed.GetValue(folder) ?? ".";
            if (answers.Read(parsed, terminal) is not { } reading)
            {
                return ExitCode.Damaged;
            }

            try
            {
                Directory.CreateDirectory(output);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return terminal.Fail(ExitCode.Damaged, "The folder given with --out cannot be made.", "Choose a folder of your own, with room on the disk.");
            }

            using var progress = new ProgressLine(terminal);
            var screenshots = Screenshots.Open(parsed.GetValue(screenshot), parsed.GetValue(country), words, progress);
            var inputs = parsed.GetValue(files)!.Concat(screenshots.Others).Select(argument => Inputs.Open(argument, progress, screenshots)).ToList();
            var checking = new Checking(SharedOptions.Recognising(parsed.GetValue(country)));
            var all = checking.ReadAll(inputs, reading, screenshots);
            if (all.Count == 0)
            {
                ProblemText.Print(terminal, words, checking.Problems);
                return ExitCode.Damaged;
            }

            var account = parsed.GetValue(note) is { } path ? File.ReadAllText(path) : null;
            var clock = HostClock.Get();
            if (OpenKey(parsed.GetValue(key), clock) is not { } sealKey)
            {
                return terminal.Fail(ExitCode.Damaged, "The file given with --key does not hold a seal key.", "Give the file that an earlier pack made, or a new name.");
            }

            var file = new PackFile(output, clock, sealKey);
            var options = new CaseOptions { SafeToCopy = parsed.GetValue(safe) ?? [], Account = account };
            var written = file.Write(all, checking, options, words, account);
            progress.Dispose();
            return Answer(terminal, words, written, checking, parsed.GetValue(json));
        });
        return command;
    }

    private static SealKey? OpenKey(string? path, TimeProvider clock)
    {
        if (path is null || !File.Exists(path))
        {
            var made = SealKey.Create(RandomNumberGenerator.Fill, clock);
            if (path is not null)
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                using var stream = new FileStream(path, options);
                stream.Write(Encoding.ASCII.GetBytes(made.ToPem()));
            }

            return made;
        }

        return SealKey.TryFromPem(File.ReadAllText(path), out var key) ? key : null;
    }

    private static int Answer(Terminal terminal, Wording words, PackFile.Written written, Checking checking, bool asJson)
    {
        var pack = written.Pack;
        if (asJson)
        {
            using (var json = Json.Writer(terminal.OutStream))
            {
                json.WriteStartObject();
                json.WriteString("pack", pack.Id.ToString());
                json.WriteText("file", written.Path);
                json.WriteText("slip", written.SlipPath);
                json.WriteString("seal", pack.Seal.ToString());
                json.WriteString("key", pack.KeyFingerprint.ToString());
                json.WriteString("zip", pack.Zip.ToString());
                json.WriteBoolean("partial", pack.IsPartial);
                json.WriteNumber("copied", written.Case.Items.Count(item => item.Item.IsCopied));
                json.WriteNumber("withheld", written.Case.Items.Count(item => !item.Item.IsCopied));
                json.WriteTexts("unusedSafeNames", written.Case.UnusedSafeNames);
                ReadJson.WriteProblems(json, checking.Problems, words);
                json.WriteEndObject();
            }

            terminal.Out.WriteLine();
            return ExitCode.Done;
        }

        var output = terminal.Out;
        output.WriteLine();
        output.WriteLine(terminal.Strong(words.Get("command.pack-written", written.Path)));
        terminal.Paragraph(words.Get(
            "command.pack-items", written.Case.Items.Count(item => item.Item.IsCopied), written.Case.Items.Count(item => !item.Item.IsCopied)));
        if (pack.IsPartial)
        {
            terminal.Paragraph(words.Get("command.pack-partial"));
        }

        foreach (var name in written.Case.UnusedSafeNames)
        {
            terminal.Paragraph(words.Get("command.safe-unused", SafeText.OneLine(name)));
        }

        output.WriteLine();
        terminal.Paragraph(words.Get("command.pack-slip", written.SlipPath));
        output.WriteLine($"  {pack.Seal}");
        output.WriteLine();
        ProblemText.Print(terminal, words, checking.Problems);
        // On one line of its own, so that it can be copied.
        output.WriteLine(words.Get("command.pack-verify", $"\n  holdfast verify {written.Path} --slip {written.SlipPath}"));
        return ExitCode.Done;
    }
}
