using System.Globalization;
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
    public static string Why(Wording words, ReadingProblem problem) => problem.Count is not { } count ? words.GetFor("problem", problem.Kind)
        : words.Get($"problem.{(problem.Kind == ProblemKind.Duplicate ? "duplicate-messages" : Of(problem.Kind))}", count);

    /// <summary>The same for several files, whose numbers are listed below it.</summary>
    public static string WhyAll(Wording words, ReadingProblem problem)
    {
        var key = $"problem.{(problem is { Kind: ProblemKind.Duplicate, Count: not null } ? "duplicate-messages" : Of(problem.Kind))}";
        return words.Get(problem.Count is not null && words.Has(key + ".each") ? key + ".each" : key);
    }

    /// <summary>A format as people name it: the app, and the form when it has several.</summary>
    public static string Format(Wording words, string format) => words.Has("format." + format) ? words.Get("format." + format) : format;

    /// <summary>Behind a clock reading: its distance from UTC, where the export says it; else nothing, as in the chat itself.</summary>
    public static string Offset(MessageTime time) => time.Instant is not { } instant ? ""
        : instant.Offset == TimeSpan.Zero ? " UTC"
        : instant.ToString(" 'UTC'zzz", CultureInfo.InvariantCulture);

    /// <summary>How many messages there are.</summary>
    public static string Messages(Wording words, long count) => count == 1 ? words.Get("label.one-message") : words.Get("label.messages", count);

    /// <summary>What a conversation is called: its title, else the number or address of the other side.</summary>
    public static string Title(Wording words, ConversationHeader header) =>
        header.Title is { Length: > 0 } title ? SafeText.OneLine(title)
        : header.Id is { } id && (id.StartsWith('+') || id.Contains('@', StringComparison.Ordinal)) ? SafeText.OneLine(id)
        : words.Get("label.conversation");

    /// <summary>What a record holds, on one line or several: its kind, the names of its files, its words.</summary>
    public static string Body(
        Terminal terminal, Wording words, MessageKind kind, MessageEvent happened, string? text, IReadOnlyList<string> media, string? subject, string indent)
    {
        var head = kind == MessageKind.Text ? [] : new List<string> { happened == MessageEvent.None ? words.GetFor("kind", kind) : words.GetFor("event", happened) };
        head.AddRange(media.Where(name => name != text).Select(name => SafeText.OneLine(ShortName(name))));
        if (kind == MessageKind.Text && text is null && media.Count == 0 && subject is null)
        {
            head.Add(words.Get("label.no-words"));
        }

        var body = head.Count == 0 ? "" : terminal.Quiet(head.Count == 1 ? $"[{head[0]}]" : $"[{head[0]}: {string.Join(", ", head[1..])}]");
        // A code of the platform says nothing to people, and its words stand there already.
        var said = string.Join("\n", new[] { subject, happened != MessageEvent.None && text is not null && IsCode(text) ? null : text?.Trim('\u200E') }.Where(part => !string.IsNullOrEmpty(part)));
        return said.Length == 0 ? body : (body.Length == 0 ? "" : body + " ") + SafeText.Indented(said, indent);
    }

    private static bool IsCode(string text) => text.Length > 0 && text.All(char.IsAsciiLetterUpper);

    // The folders of a download say nothing to people; addresses stay whole.
    private static string ShortName(string media) => media.Contains("://", StringComparison.Ordinal) ? media : media[(media.LastIndexOf('/') + 1)..];

    /// <summary>PascalCase to kebab-case.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
