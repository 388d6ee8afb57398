using System.CommandLine;
using System.Globalization;
using Holdfast.Cli.Output;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Conversations.Timelines;
using Holdfast.Words;

namespace Holdfast.Cli.Commands;

/// <summary><c>holdfast timeline</c>: all conversations of a case on one line.</summary>
internal static class TimelineCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = SharedOptions.Files(ArgumentArity.ZeroOrMore);
        var screenshot = Screenshots.Option();
        var from = Day("--from", "first day to show, as 2024-06-10");
        var to = Day("--to", "last day to show, as 2024-06-10");
        var limit = new Option<int?>("--limit") { Description = "show at most so many messages" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var most) || most < 1))
            {
                result.AddError("--limit takes a number from 1.");
            }
        });
        var json = SharedOptions.Json();
        var language = SharedOptions.Language();
        var answers = new AnswerOptions();
        var command = new Command("timeline", "Show the messages of all files on one line, in order of time.") { files, screenshot, from, to, limit, json, language };
        answers.AddTo(command);
        Screenshots.RequireOne(command, files, screenshot);
        command.SetAction(parsed =>
        {
            if (answers.Read(parsed, terminal) is not { } options)
            {
                return ExitCode.Damaged;
            }

            var words = Wording.For(parsed.GetValue(language));
            var builder = new TimelineBuilder(options);
            IReadOnlyList<ReadingQuestion> questions;
            using (var progress = new ProgressLine(terminal))
            {
                var screenshots = Screenshots.Open(parsed.GetValue(screenshot), country: null, words, progress);
                var opened = parsed.GetValue(files)!.Concat(screenshots.Others).Select(argument => Inputs.Open(argument, progress, screenshots)).ToList();
                foreach (var problem in opened.SelectMany(input => input.Problems))
                {
                    builder.Report(problem);
                }

                questions = ExportSet.Open(opened.SelectMany(input => input.Files), options).Read(builder);
                screenshots.Read(options, builder);
            }

            var timeline = builder.Build();
            var shown = new TimelineText.Range(ToDay(parsed.GetValue(from)), ToDay(parsed.GetValue(to)), parsed.GetValue(limit));
            if (parsed.GetValue(json))
            {
                using (var writer = Json.Writer(terminal.OutStream))
                {
                    TimelineJson.Write(writer, timeline, shown, questions, builder.Problems, words);
                }

                terminal.Out.WriteLine();
            }
            else
            {
                new TimelineText(terminal, words).Print(timeline, shown, questions, builder.Problems);
            }

            return Outcome.Of(timeline.Count, builder.Problems);
        });
        return command;
    }

    private static Option<string?> Day(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && ToDay(result.Tokens[0].Value) is null)
            {
                result.AddError($"{name} takes a day such as 2024-06-10.");
            }
        });
        return option;
    }

    private static DateOnly? ToDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
