using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Shows what the files leave open, each question with the exact option that answers it.</summary>
internal static class QuestionText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/=+:@");

    public static void Print(Terminal terminal, Wording words, IReadOnlyList<ReadingQuestion> questions)
    {
        foreach (var question in questions)
        {
            terminal.Paragraph("? " + SafeText.OneLine(Sentence(words, question), 400), "  ");
            foreach (var (option, meaning) in Options(question))
            {
                terminal.Out.WriteLine("    " + SafeText.OneLine(option, 300) + (meaning.Length == 0 ? "" : terminal.Quiet("   " + meaning)));
            }
        }

        if (questions.Count > 0)
        {
            terminal.Out.WriteLine();
        }
    }

    /// <summary>The field <c>openQuestions</c>.</summary>
    public static void Write(Utf8JsonWriter json, Wording words, IReadOnlyList<ReadingQuestion> questions)
    {
        json.WriteStartArray("openQuestions");
        foreach (var question in questions)
        {
            json.WriteStartObject();
            json.WriteString("kind", Names.Kebab(question.Kind.ToString()));
            json.WriteText("why", Sentence(words, question));
            json.WriteText("file", question.File?.Name);
            if (question.Kind == QuestionKind.WhoAreYou)
            {
                json.WriteTexts("candidates", question.Candidates);
            }

            var assumed = question.Assumed ?? Names.Of(question.AssumedOrder);
            json.WriteText("assumed", assumed);
            if (assumed is not null)
            {
                json.WriteNumber("confidence", question.Confidence);
            }

            json.WriteStartArray("answers");
            foreach (var (option, meaning) in Options(question))
            {
                json.WriteStartObject();
                json.WriteText("option", option);
                if (meaning.Length > 0)
                {
                    json.WriteString("date", meaning);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Sentence(Wording words, ReadingQuestion question) => question.Kind switch
    {
        QuestionKind.WhoAreYou when question.Assumed is { } assumed => words.Get("question.assumed-name", assumed),
        QuestionKind.WhoAreYou => words.Get("question.which-name-is-you"),
        QuestionKind.DateOrder => question.File is { } file && !question.IsOnlyFile
            ? $"{words.Get("question.date-order")} ({file.Name})"
            : words.Get("question.date-order"),
        _ => words.Get("question.time-zone"),
    };

    private static IEnumerable<(string Option, string Meaning)> Options(ReadingQuestion question)
    {
        switch (question.Kind)
        {
            case QuestionKind.WhoAreYou:
                return question.Candidates.Select(name => ("--me " + Quoted(name), ""));
            case QuestionKind.DateOrder:
                var file = question.IsOnlyFile || question.File is null ? "" : Target(question.File) + "=";
                return
                [
                    ("--dates " + Quoted(file + "dmy"), Day(question.DayFirst)),
                    ("--dates " + Quoted(file + "mdy"), Day(question.MonthFirst)),
                ];
            default:
                return [("--zone Europe/London", "")];
        }
    }

    // Several archives hold a "_chat.txt"; the archive has the name that tells them apart.
    private static string Target(ExportFile file) => file.Container is { } archive ? archive.Name : file.Name;

    private static string Day(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>In the quotes of the shell in which nothing has a meaning: other people chose these names.</summary>
    private static string Quoted(string text) =>
        text.AsSpan().ContainsAnyExcept(Plain) || text.Length == 0 || text[0] == '-'
            ? $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'"
            : text;
}
