using System.CommandLine;
using Holdfast.Cli.Output;
using Holdfast.Conversations;
using Holdfast.Words;

namespace Holdfast.Cli.Commands;

/// <summary><c>holdfast check</c>: what is happening, and the words that show it.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = SharedOptions.Files(ArgumentArity.ZeroOrMore);
        var screenshot = Screenshots.Option();
        var json = SharedOptions.Json();
        var jsonLines = SharedOptions.JsonLines();
        var answers = new AnswerOptions();
        var country = SharedOptions.Country();
        var language = SharedOptions.Language();
        var command = new Command("check", "Look for signs of sextortion in exported conversations.")
        {
            files, screenshot, json, jsonLines, country, language,
        };
        answers.AddTo(command);
        Screenshots.RequireOne(command, files, screenshot);
        command.SetAction(parsed =>
        {
            if (answers.Read(parsed, terminal) is not { } options)
            {
                return ExitCode.Damaged;
            }

            var words = Wording.For(parsed.GetValue(language));
            var checking = new Checking(SharedOptions.Recognising(parsed.GetValue(country)));
            using var progress = new ProgressLine(terminal);
            var screenshots = Screenshots.Open(parsed.GetValue(screenshot), parsed.GetValue(country), words, progress);
            string[] arguments = [.. parsed.GetValue(files)!, .. screenshots.Others];
            if (parsed.GetValue(jsonLines))
            {
                return Lines(terminal, checking, arguments, screenshots, options, words, progress);
            }

            checking.ReadAll([.. arguments.Select(argument => Inputs.Open(argument, progress, screenshots))], options, screenshots);
            progress.Dispose();
            var answer = checking.Assess();
            if (parsed.GetValue(json))
            {
                using (var writer = Json.Writer(terminal.OutStream))
                {
                    CheckJson.Write(writer, answer, checking, words, input: null);
                }

                terminal.Out.WriteLine();
            }
            else if (checking.RecordCount == 0)
            {
                ProblemText.Print(terminal, words, checking.Problems);
            }
            else
            {
                new CheckText(terminal, words).Print(answer, checking, SharedOptions.ToCountry(parsed.GetValue(country)));
            }

            return Outcome.Of(checking.RecordCount, checking.Problems);
        });
        return command;
    }

    private static int Lines(
        Terminal terminal, Checking checking, string[] arguments, Screenshots screenshots, ReadingOptions options, Wording words, ProgressLine progress)
    {
        long records = 0;
        var problems = new List<ReadingProblem>();
        var inputs = arguments.SelectMany(argument => Inputs.OpenEach(argument, progress, screenshots)).Select(input => (Input: input, Pictures: (Screenshots?)null));
        foreach (var (input, pictures) in screenshots.Files.Count == 0 ? inputs : inputs.Append((Screenshots.AsInput, screenshots)))
        {
            checking.Reset();
            checking.ReadAll([input], options, pictures);
            using (var writer = Json.Writer(terminal.OutStream, isIndented: false))
            {
                CheckJson.Write(writer, checking.Assess(), checking, words, input.Name);
            }

            terminal.OutStream.WriteByte((byte)'\n');
            records += checking.RecordCount;
            problems.AddRange(checking.Problems.Take(100));
        }

        terminal.OutStream.Flush();
        return Outcome.Of(records, problems);
    }
}
