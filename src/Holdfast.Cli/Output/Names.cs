using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>The stable names of values in JSON.</summary>
internal static class Names
{
    public static string Of(MessageKind kind) => Kebab(kind.ToString());

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Caution => "caution",
        Verdict.Attempt => "attempt",
        Verdict.Blackmail => "blackmail",
        Verdict.Bluff => "bluff",
        _ => "no-signs",
    };

    public static string? Of(BlackmailForm? form) => form switch
    {
        BlackmailForm.SharedImages => "shared-images",
        BlackmailForm.ObtainedImages => "obtained-images",
        BlackmailForm.OtherDemand => "other-demand",
        _ => null,
    };

    public static string? Of(DateOrder order) => order switch
    {
        DateOrder.DayMonthYear => "dmy",
        DateOrder.MonthDayYear => "mdy",
        DateOrder.YearMonthDay => "ymd",
        _ => null,
    };

    /// <summary>What is wanted, other than money.</summary>
    public static string Title(Wording words, string demandKind) => words.Get($"sign.{demandKind switch { "images" => "more-images", var other => other }}-demand.name");

    /// <summary>A way of paying, in words where there are some.</summary>
    public static string Rail(Wording words, string rail) => words.Has("payment." + rail) ? words.Get("payment." + rail) : rail;

    public static string Of(ProblemKind kind) => Kebab(kind.ToString());

    /// <summary>Why something was not read, in words.</summary>
    public static string Why(Wording words, ReadingProblem problem) => problem is { Kind: ProblemKind.Duplicate, Count: { } count }
        ? words.Get("problem.duplicate-messages", count)
        : words.GetFor("problem", problem.Kind);

    /// <summary>PascalCase to kebab-case.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
