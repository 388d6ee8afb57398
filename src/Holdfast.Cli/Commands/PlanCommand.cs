using System.CommandLine;
using System.Text.Json;
using Holdfast.Cli.Output;
using Holdfast.Findings;
using Holdfast.Guidance;
using Holdfast.Words;

namespace Holdfast.Cli.Commands;

/// <summary><c>holdfast plan</c>: what to do now, from the answer of <c>check</c> and what the person says.</summary>
internal static class PlanCommand
{
    private static readonly string[] Methods = ["bank-transfer", "card", "gift-card", "money-transfer", "crypto", "other"];

    public static Command Create(Terminal terminal)
    {
        var files = SharedOptions.Files(ArgumentArity.ZeroOrMore);
        var screenshot = Screenshots.Option();
        var answer = SharedOptions.ExistingFile("--check", "a file written by check --json; - reads standard input");
        var verdict = new Option<string?>("--verdict") { Description = "instead of files: no-signs, caution, attempt, blackmail or bluff" };
        verdict.AcceptOnlyFromAmong("no-signs", "caution", "attempt", "blackmail", "bluff");
        var form = new Option<string?>("--form") { Description = "with --verdict: shared-images, obtained-images or other-demand" };
        form.AcceptOnlyFromAmong("shared-images", "obtained-images", "other-demand");
        var age = new Option<int?>("--age") { Description = "age of the person concerned, in years" };
        age.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var years) || years is < 0 or > 120))
            {
                result.AddError("--age takes a number of years");
            }
        });
        var paid = YesNo("--paid", "was something paid already");
        var paidBy = new Option<string?>("--paid-by") { Description = "how it was paid: " + string.Join(", ", Methods) };
        paidBy.AcceptOnlyFromAmong(Methods);
        var posted = YesNo("--posted", "was an image already posted or sent to others");
        var seen = YesNo("--seen-image", "has the person seen a real image of themselves from the blackmailer");
        var helper = new Option<bool>("--helper") { Description = "for a parent, teacher or friend who asks for someone else" };
        var json = SharedOptions.Json();
        var answers = new AnswerOptions();
        var country = SharedOptions.Country();
        var language = SharedOptions.Language();
        var command = new Command("plan", "What to do now, step by step, and who helps.")
        {
            files, screenshot, answer, verdict, form, country, age, paid, paidBy, posted, seen, helper, json, language,
        };
        answers.AddTo(command);
        command.Validators.Add(result =>
        {
            var ways = new[] { result.GetResult(files)?.Tokens.Count > 0 || result.GetResult(screenshot) is not null, result.GetResult(answer) is not null, result.GetResult(verdict) is not null };
            if (ways.Count(given => given) > 1)
            {
                result.AddError("Give either files, or --check FILE, or --verdict.");
            }
        });
        command.SetAction(parsed =>
        {
            Assessment? assessment;
            var words = Wording.For(parsed.GetValue(language));
            if (parsed.GetValue(answer) is { } path)
            {
                assessment = FromJson(path);
                if (assessment is null)
                {
                    return terminal.Fail(ExitCode.Damaged, "The file given with --check is not an answer of check --json.", "Make one with: holdfast check FILE --json > answer.json");
                }
            }
            else if (parsed.GetValue(verdict) is { } named)
            {
                assessment = new Assessment { Verdict = ToVerdict(named)!.Value, Form = ToForm(parsed.GetValue(form)) };
            }
            else if (parsed.GetValue(files)!.Length == 0 && parsed.GetResult(screenshot) is null)
            {
                // Somebody who asks for a plan and has nothing at hand needs the whole plan, not a question.
                assessment = new Assessment { Verdict = Verdict.Blackmail };
            }
            else
            {
                if (answers.Read(parsed, terminal) is not { } options)
                {
                    return ExitCode.Damaged;
                }

                using var progress = new ProgressLine(terminal);
                var checking = new Checking(SharedOptions.Recognising(parsed.GetValue(country)));
                var screenshots = Screenshots.Open(parsed.GetValue(screenshot), parsed.GetValue(country), words, progress);
                string[] arguments = [.. parsed.GetValue(files)!, .. screenshots.Others];
                checking.ReadAll([.. arguments.Select(argument => Inputs.Open(argument, progress, screenshots))], options, screenshots);
                if (checking.MessageCount == 0)
                {
                    progress.Dispose();
                    ProblemText.Print(terminal, words, checking.Problems);
                    return Outcome.Of(0, checking.Problems);
                }

                assessment = checking.Assess();
            }

            var plan = Planner.Plan(assessment, new PlanAnswers
            {
                Country = SharedOptions.ToCountry(parsed.GetValue(country)),
                Age = AgeBands.FromYears(parsed.GetValue(age)),
                Paid = ToBool(parsed.GetValue(paid)) ?? (parsed.GetValue(paidBy) is null ? null : true),
                PaidBy = parsed.GetValue(paidBy) is { } method ? (PaymentMethod)Array.IndexOf(Methods, method) : null,
                Posted = ToBool(parsed.GetValue(posted)),
                SeenRealImage = ToBool(parsed.GetValue(seen)),
                Helper = parsed.GetValue(helper),
                Language = words.Language,
            });
            if (parsed.GetValue(json))
            {
                using (var writer = Json.Writer(terminal.OutStream))
                {
                    PlanJson.Write(writer, plan, assessment);
                }

                terminal.Out.WriteLine();
            }
            else
            {
                new PlanText(terminal, words).Print(plan, assessment);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> YesNo(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description + ": yes or no" };
        option.AcceptOnlyFromAmong("yes", "no");
        return option;
    }

    private static bool? ToBool(string? value) => value switch { "yes" => true, "no" => false, _ => null };

    private static Verdict? ToVerdict(string? name) =>
        Enum.GetValues<Verdict>().Where(verdict => Names.Of(verdict) == name).Select(verdict => (Verdict?)verdict).FirstOrDefault();

    private static BlackmailForm? ToForm(string? name) =>
        Enum.GetValues<BlackmailForm>().Where(form => Names.Of(form) == name).Select(form => (BlackmailForm?)form).FirstOrDefault();

    /// <summary>Verdict and form are all that a plan needs of an answer.</summary>
    private static Assessment? FromJson(string path)
    {
        try
        {
            using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("verdict", out var verdict) && ToVerdict(verdict.GetString()) is { } known
                ? new Assessment
                {
                    Verdict = known,
                    Form = document.RootElement.TryGetProperty("form", out var form) && form.ValueKind == JsonValueKind.String ? ToForm(form.GetString()) : null,
                }
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
