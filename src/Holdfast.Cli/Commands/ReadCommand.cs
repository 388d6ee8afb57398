using System.CommandLine;
using Holdfast.Cli.Output;
using Holdfast.Conversations;
using Holdfast.Words;

namespace Holdfast.Cli.Commands;

/// <summary><c>holdfast read</c>: what the files hold, and what could not be read.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = SharedOptions.Files(ArgumentArity.OneOrMore);
        var json = SharedOptions.Json();
        var jsonLines = SharedOptions.JsonLines();
        var answers = new AnswerOptions();
        var language = SharedOptions.Language();
        var command = new Command("read", "Read exported conversations and print them.") { files, json, jsonLines, language };
        answers.AddTo(command);
        command.SetAction(parsed =>
        {
            if (answers.Read(parsed, terminal) is not { } options)
            {
                return ExitCode.Damaged;
            }

            var words = Wording.For(parsed.GetValue(language));
            var inputs = parsed.GetValue(files)!;
            return parsed.GetValue(jsonLines) ? Lines(terminal, inputs, options, words)
                : parsed.GetValue(json) ? AsJson(terminal, inputs, options, words)
                : AsText(terminal, inputs, options, words);
        });
        return command;
    }

    private static int AsText(Terminal terminal, string[] inputs, ReadingOptions options, Wording words)
    {
        using var progress = new ProgressLine(terminal);
        var sink = new ReadText(terminal, words);
        var questions = ReadAll(inputs, options, progress, sink);
        terminal.Out.WriteLine(words.Get("label.messages", sink.MessageCount));
        terminal.Out.WriteLine();
        sink.PrintContacts();
        QuestionText.Print(terminal, words, questions);
        ReadText.Print(terminal, words, sink.Problems);
        return Outcome.Of(sink.MessageCount, sink.Problems);
    }

    private static int AsJson(Terminal terminal, string[] inputs, ReadingOptions options, Wording words)
    {
        using var progress = new ProgressLine(terminal);
        using var writer = Json.Writer(terminal.OutStream);
        using var sink = new ReadJson(writer, words, input: null);
        sink.Finish(ReadAll(inputs, options, progress, sink));
        terminal.Out.WriteLine();
        return Outcome.Of(sink.MessageCount, sink.Problems);
    }

    private static int Lines(Terminal terminal, string[] inputs, ReadingOptions options, Wording words)
    {
        using var progress = new ProgressLine(terminal);
        long messages = 0;
        var problems = new List<ReadingProblem>();
        foreach (var input in inputs.SelectMany(argument => Inputs.OpenEach(argument, progress)))
        {
            using (var writer = Json.Writer(terminal.OutStream, isIndented: false))
            {
                using var sink = new ReadJson(writer, words, input.Name);
                sink.Finish(Outcome.Read(input, options, sink));
                messages += sink.MessageCount;
                problems.AddRange(sink.Problems.Take(100));
            }

            terminal.OutStream.WriteByte((byte)'\n');
        }

        terminal.OutStream.Flush();
        return Outcome.Of(messages, problems);
    }

    private static IReadOnlyList<ReadingQuestion> ReadAll(string[] inputs, ReadingOptions options, ProgressLine progress, IConversationSink sink)
    {
        var opened = inputs.Select(argument => Inputs.Open(argument, progress)).ToList();
        foreach (var problem in opened.SelectMany(input => input.Problems))
        {
            sink.Report(problem);
        }

        return ExportSet.Open(opened.SelectMany(input => input.Files), options).Read(sink);
    }
}
