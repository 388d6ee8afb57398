using System.Globalization;
using Holdfast.Cli.Commands;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Findings;
using Holdfast.Guidance;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Prints an assessment for a person: first what is happening and where help is, then what shows it.</summary>
internal sealed class CheckText(Terminal terminal, Wording words)
{
    private const int QuotesShown = 3;

    public void Print(Assessment answer, Checking checking, CountryCode? country)
    {
        var output = terminal.Out;
        output.WriteLine();
        output.WriteLine(terminal.Strong(words.Headline(answer.Verdict, answer.Form)));
        terminal.Paragraph(words.Explanation(answer.Verdict, answer.Form));
        if (answer.Verdict is Verdict.Attempt or Verdict.Bluff)
        {
            terminal.Paragraph(words.Get("general.not-your-fault"));
        }

        output.WriteLine();
        Crisis(country);
        Next(answer);
        Signs(answer);
        Demands(answer);
        Identifiers(answer);
        Stages(answer);
        Questions(answer, checking.Questions);
        if (answer.WasLimited)
        {
            terminal.Paragraph(words.Get("general.limited"));
        }

        if (answer.Signs.SelectMany(sign => sign.Quotes).Concat(answer.Identifiers.SelectMany(found => found.Quotes)).Any(quote => quote.Source.Picture is not null))
        {
            terminal.Paragraph(words.Get("recognition.by-machine"));
        }

        ProblemText.Print(terminal, words, checking.Problems);
        terminal.Paragraph(terminal.Quiet(words.Get("general.no-promise")));
    }

    public void Crisis(CountryCode? country)
    {
        var lines = HelplineDirectory.BuiltIn.Find(country, AgeBand.Unknown, helper: false, Situation.SuicideCrisis, Situation.Emergency);
        if (country is { } known && HelplineDirectory.BuiltIn.Knows(known) && lines.Count > 0)
        {
            var line = lines[0];
            terminal.Paragraph(words.Get("command.help-now", $"{line.Name}, {words.Describe(line.Channels[0])}"));
            terminal.Out.WriteLine(terminal.Quiet($"  {words.Get("label.source")}: {line.Source} ({words.Get("label.checked", $"{line.Checked:yyyy-MM-dd}")})"));
        }
        else
        {
            terminal.Paragraph(country is { } chosen && !HelplineDirectory.BuiltIn.Knows(chosen)
                ? words.Get("general.no-list-for-country", chosen.Letters)
                : $"{words.Get("general.choose-country")} (--country)");
        }

        terminal.Out.WriteLine();
    }

    private void Next(Assessment answer)
    {
        Heading("next");
        var number = 0;
        foreach (var step in answer.Next)
        {
            terminal.Paragraph(words.Get("next." + step), "     ", $"  {++number}. ");
        }

        terminal.Out.WriteLine();
    }

    private void Signs(Assessment answer)
    {
        if (answer.Signs.Count == 0)
        {
            return;
        }

        Heading("signs");
        foreach (var sign in answer.Signs)
        {
            terminal.Out.WriteLine("  " + terminal.Strong(words.Get($"sign.{sign.Id}.name")));
            terminal.Paragraph(words.Get($"sign.{sign.Id}.meaning"), "    ");
            foreach (var quote in sign.Quotes.Take(QuotesShown))
            {
                Quote(quote);
            }

            if (sign.Requests is { } burst)
            {
                terminal.Paragraph(words.Get("sign.request-burst.seen", burst.Count, When(burst.From), When(burst.To)), "    ");
            }
            else if (sign.Occurrences > QuotesShown)
            {
                terminal.Out.WriteLine("    " + terminal.Quiet(words.Get("label.more", sign.Occurrences - Math.Min(QuotesShown, sign.Quotes.Count))));
            }
        }

        terminal.Out.WriteLine();
    }

    private void Quote(Quote quote)
    {
        var who = quote.Source.From is { } from ? SafeText.OneLine(from, 40) : words.Get("label.unknown-person");
        terminal.Paragraph($"“{SafeText.OneLine(quote.Text, 240)}”", "      ", "    ");
        terminal.Out.WriteLine("      " + terminal.Quiet($"{who}, {When(quote.Source.At, quote.Source.PrintedTime)}"));
    }

    private void Demands(Assessment answer)
    {
        if (answer.Demands.Count == 0)
        {
            return;
        }

        Heading("demands");
        foreach (var demand in answer.Demands)
        {
            var amount = demand.Amount is { } value
                ? $"{value.ToString("#,0.########", CultureInfo.InvariantCulture)} {demand.Currency}".TrimEnd()
                : demand.Kind == "money" ? words.Get("label.no-amount") : Names.Title(words, demand.Kind);
            var parts = new[]
            {
                amount,
                demand.Rail is { } rail ? Names.Rail(words, rail) : null,
                demand.Deadline is { } deadline ? $"{words.Get("label.deadline")}: “{SafeText.OneLine(deadline, 60)}”" : null,
            };
            terminal.Paragraph(string.Join("; ", parts.Where(part => part is not null)), "    ", "  ");
        }

        terminal.Out.WriteLine();
    }

    private void Identifiers(Assessment answer)
    {
        var others = answer.Identifiers.Where(identifier => !identifier.WrittenByOwner).ToList();
        if (others.Count == 0)
        {
            return;
        }

        Heading("identifiers");
        foreach (var identifier in others.Take(40))
        {
            var kind = words.Get("identifier." + identifier.Kind);
            var seen = identifier.Seen == identifier.Value ? "" : $" ({words.Get("label.as-written")}: {SafeText.OneLine(identifier.Seen, 80)})";
            var check = identifier.ChecksOut ? "" : $" – {words.Get("label.does-not-check-out")}";
            terminal.Paragraph($"{kind}: {SafeText.OneLine(identifier.Value, 120)}{seen}{check}", "    ", "  ");
        }

        terminal.Out.WriteLine();
    }

    private void Stages(Assessment answer)
    {
        if (answer.Stages.Count < 2)
        {
            return;
        }

        Heading("timeline");
        var width = answer.Stages.Max(stage => When(stage.At).Length);
        foreach (var stage in answer.Stages)
        {
            terminal.Out.WriteLine($"  {When(stage.At).PadRight(width)}  {words.Get("stage." + stage.Stage)}");
        }

        terminal.Out.WriteLine();
    }

    private void Questions(Assessment answer, IReadOnlyList<ReadingQuestion> open)
    {
        // Who somebody is, is asked below with the names to choose from.
        var hasNames = open.Any(question => question is { Kind: QuestionKind.WhoAreYou, Assumed: null });
        var asked = answer.Questions.Where(question => !(hasNames && question == "which-name-is-you")).ToList();
        foreach (var question in asked)
        {
            terminal.Paragraph("? " + words.Get("question." + question) + (question == "which-name-is-you" ? " (--me)" : ""), "  ");
        }

        if (asked.Count > 0)
        {
            terminal.Out.WriteLine();
        }

        QuestionText.Print(terminal, words, open);
    }

    private void Heading(string name) => terminal.Out.WriteLine(terminal.Strong(words.Get("command.heading." + name)));

    private string When(MessageTime time, string? printed = null) => time.Knowledge == TimeKnowledge.None
        ? printed is null ? words.Get("label.time-unknown") : $"“{SafeText.OneLine(printed, 40)}”"
        : time.Wall.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + Names.Offset(time);
}
