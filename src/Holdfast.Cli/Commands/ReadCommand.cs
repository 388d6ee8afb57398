using System.CommandLine;
using Holdfast.Cli.Output;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Words;

namespace Holdfast.Cli.Commands;

/// <summary><c>holdfast read</c>: what the files hold, and what could not be read.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = SharedOptions.Files(ArgumentArity.ZeroOrMore);
        var screenshot = Screenshots.Option();
        var json = SharedOptions.Json();
        var jsonLines = SharedOptions.JsonLines();
        var answers = new AnswerOptions();
        var language = SharedOptions.Language();
        var command = new Command("read", "Read exported conversations and print them.") { files, screenshot, json, jsonLines, language };
        answers.AddTo(command);
        Screenshots.RequireOne(command, files, screenshot);
        command.SetAction(parsed =>
        {
            if (answers.Read(parsed, terminal) is not { } options)
            {
                return ExitCode.Damaged;
            }

            var words = Wording.For(parsed.GetValue(language));
            using var progress = new ProgressLine(terminal);
            var screenshots = Screenshots.Open(parsed.GetValue(screenshot), country: null, words, progress);
            string[] inputs = [.. parsed.GetValue(files)!, .. screenshots.Others];
            return parsed.GetValue(jsonLines) ? Lines(terminal, inputs, screenshots, options, words, progress)
                : parsed.GetValue(json) ? AsJson(terminal, inputs, screenshots, options, words, progress)
                : AsText(terminal, inputs, screenshots, options, words, progress);
        });
        return command;
    }

    private static int AsText(Terminal terminal, string[] inputs, Screenshots screenshots, ReadingOptions options, Wording words, ProgressLine progress)
    {
        var sink = new ReadText(terminal, words);
        var questions = ReadAll(inputs, screenshots, options, progress, sink);
        terminal.Out.WriteLine(Names.Messages(words, sink.MessageCount));
        terminal.Out.WriteLine();
        sink.PrintContacts();
        QuestionText.Print(terminal, words, questions);
        ProblemText.Print(terminal, words, sink.Problems);
        return Outcome.Of(sink.RecordCount, sink.Problems);
    }

    private static int AsJson(Terminal terminal, string[] inputs, Screenshots screenshots, ReadingOptions options, Wording words, ProgressLine progress)
    {
        using var writer = Json.Writer(terminal.OutStream);
        using var sink = new ReadJson(writer, words, input: null);
        sink.Finish(ReadAll(inputs, screenshots, options, progress, sink));
        terminal.Out.WriteLine();
        return Outcome.Of(sink.RecordCount, sink.Problems);
    }

    private static int Lines(Terminal terminal, string[] inputs, Screenshots screenshots, ReadingOptions options, Wording words, ProgressLine progress)
    {
        long records = 0;
        var problems = new List<ReadingProblem>();
        var each = inputs.SelectMany(argument => Inputs.OpenEach(argument, progress, screenshots)).Select(input => (Input: input, Pictures: (Screenshots?)null));
        foreach (var (input, pictures) in screenshots.Files.Count == 0 ? each : each.Append((Screenshots.AsInput, screenshots)))
        {
            using (var writer = Json.Writer(terminal.OutStream, isIndented: false))
            {
                using var sink = new ReadJson(writer, words, input.Name);
                var questions = Outcome.Read(input, options, sink);
                pictures?.Read(options, sink);
                sink.Finish(questions);
                records += sink.RecordCount;
                problems.AddRange(sink.Problems.Take(100));
            }

            terminal.OutStream.WriteByte((byte)'\n');
        }

        terminal.OutStream.Flush();
        return Outcome.Of(records, problems);
    }

    private static IReadOnlyList<ReadingQuestion> ReadAll(string[] inputs, Screenshots screenshots, ReadingOptions options, ProgressLine progress, IConversationSink sink)
    {
        var opened = inputs.Select(argument => Inputs.Open(argument, progress, screenshots)).ToList();
        foreach (var problem in opened.SelectMany(input => input.Problems))
        {
            sink.Report(problem);
        }

        var questions = ExportSet.Open(opened.SelectMany(input => input.Files), options).Read(sink);
        screenshots.Read(options, sink);
        progress.Dispose();
        return questions;
    }
}
