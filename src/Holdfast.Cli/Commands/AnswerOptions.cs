using System.CommandLine;
using System.CommandLine.Parsing;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;

namespace Holdfast.Cli.Commands;

/// <summary>
/// What a person can say about their files, for all of them or for one: who they are, the order of dates, the zone of a
/// clock. With <c>--case</c> it is remembered.
/// </summary>
internal sealed class AnswerOptions
{
    private static readonly Dictionary<string, DateOrder> Orders = new(StringComparer.Ordinal)
    {
        ["dmy"] = DateOrder.DayMonthYear,
        ["mdy"] = DateOrder.MonthDayYear,
        ["ymd"] = DateOrder.YearMonthDay,
    };

    private readonly Option<string[]> _me = Several(
        "--me", "your name as it stands in the chat, or FILE=NAME or TITLE=NAME for one file or chat (may be given more than once)");

    private readonly Option<string[]> _dates = Several("--dates", "the order of the numbers in dates: dmy, mdy or ymd, or FILE=dmy for one file");

    private readonly Option<string[]> _zone = Several(
        "--zone", "where the clock stood that wrote times without a zone, such as Europe/Rome, or FILE=Europe/Rome for one file");

    private readonly Option<string?> _case = new("--case") { Description = "a small file that remembers --me, --dates and --zone of this case; made if it is not there" };

    public AnswerOptions()
    {
        _case.Validators.Add(result => Check(result, value => value.Length > 0, "--case takes the name of a file."));
        _dates.Validators.Add(result => Check(result, value => Orders.ContainsKey(Split(value).Value), "--dates takes dmy, mdy or ymd, or FILE=dmy."));
        _zone.Validators.Add(result => Check(result, value => FindZone(Split(value).Value) is not null, "--zone takes the name of a time zone, such as Europe/Rome."));
    }

    public void AddTo(Command command)
    {
        command.Add(_me);
        command.Add(_dates);
        command.Add(_zone);
        command.Add(_case);
    }

    /// <summary>What was said now and before; remembered when there is a case. Null when the case file is something else, which was said.</summary>
    public ReadingOptions? Read(ParseResult parsed, Terminal terminal)
    {
        var given = Given(parsed);
        var options = new ReadingOptions { FindZone = FindZone };
        if (parsed.GetValue(_case) is not { } path)
        {
            return With(options, ReadingAnswers.None.With(given), parsed);
        }

        if (CaseStore.TryRead(path) is not { } stored)
        {
            terminal.Fail(
                ExitCode.Damaged, "The file given with --case is no case file that this version knows. It was not changed.", "Give another name, and a new one is made.");
            return null;
        }

        var answers = stored.Answers.With(given);
        if (given.Count > 0 && !CaseStore.TryWrite(path, stored.With(answers)))
        {
            terminal.Fail(ExitCode.Damaged, "The file given with --case is full. It was not changed.", "Give another name, and a new one is made.");
            return null;
        }

        return With(options, answers, parsed);
    }

    // A name may hold "=" itself: such a name is looked for as a whole, too.
    private ReadingOptions With(ReadingOptions options, ReadingAnswers answers, ParseResult parsed) => options with
    {
        Answers = answers,
        Me = [.. (parsed.GetValue(_me) ?? []).Concat(answers.All.Where(answer => answer.Target is null).SelectMany(answer => answer.Me)).Distinct(StringComparer.Ordinal)],
        DateOrder = answers.All.LastOrDefault(answer => answer.Target is null && answer.DateOrder != DateOrder.Unknown)?.DateOrder ?? DateOrder.Unknown,
        Zone = answers.All.LastOrDefault(answer => answer.Target is null && answer.Zone is not null)?.Zone is { } zone ? FindZone(zone) : null,
    };

    private List<ReadingAnswer> Given(ParseResult parsed)
    {
        var names = (parsed.GetValue(_me) ?? []).Select(Split).GroupBy(pair => pair.Target)
            .Select(group => new ReadingAnswer { Target = group.Key, Me = [.. group.Select(pair => pair.Value)] });
        var orders = (parsed.GetValue(_dates) ?? []).Select(Split).Select(pair => new ReadingAnswer { Target = pair.Target, DateOrder = Orders[pair.Value] });
        var zones = (parsed.GetValue(_zone) ?? []).Select(Split).Select(pair => new ReadingAnswer { Target = pair.Target, Zone = pair.Value });
        return [.. names, .. orders, .. zones];
    }

    private static (string? Target, string Value) Split(string given) =>
        given.LastIndexOf('=') is > 0 and var at && at < given.Length - 1 ? (given[..at], given[(at + 1)..]) : (null, given);

    private static TimeZoneInfo? FindZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static Option<string[]> Several(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private static void Check(OptionResult result, Func<string, bool> isRight, string message)
    {
        if (result.Tokens.Any(token => !isRight(token.Value)))
        {
            result.AddError(message);
        }
    }
}
