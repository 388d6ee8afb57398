using System.Globalization;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Conversations.Timelines;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Prints a time line for a person. Every time carries the mark of its state, so that none looks surer than it is.</summary>
internal sealed class TimelineText(Terminal terminal, Wording words)
{
    // As long as "08:13 UTC+02:00 ".
    private const string Indent = "                ";

    /// <summary>What is shown of a line.</summary>
    public sealed record Range(DateOnly? From, DateOnly? To, int? Limit)
    {
        public IEnumerable<TimelineEntry> Of(Timeline timeline) => timeline.Entries(From, To).Take(Limit ?? int.MaxValue);

        /// <summary>Records that have no day and are left out because days were asked for.</summary>
        public int LeftOut(Timeline timeline) => From is null && To is null ? 0 : timeline.WithoutDay;
    }

    public void Print(Timeline timeline, Range range, IReadOnlyList<ReadingQuestion> questions, IReadOnlyList<ReadingProblem> problems)
    {
        var output = terminal.Out;
        Conversations(timeline);
        var (shown, hasUnknown, hasStated) = (0, false, false);
        var day = "";
        foreach (var entry in range.Of(timeline))
        {
            shown++;
            hasUnknown |= entry.State == TimelineState.UnknownZone;
            hasStated |= entry.State == TimelineState.StatedZone;
            var today = entry.State == TimelineState.NoTime ? day : entry.At.Wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (today != day)
            {
                output.WriteLine();
                output.WriteLine(terminal.Quiet(day = today));
            }

            Entry(entry);
        }

        output.WriteLine();
        output.WriteLine(Names.Messages(words, shown));
        var more = timeline.Entries(range.From, range.To).Count() - shown;
        if (more > 0)
        {
            terminal.Paragraph(words.Get("timeline.more", more) + " (--limit, --from, --to)");
        }

        if (range.LeftOut(timeline) is > 0 and var without)
        {
            terminal.Paragraph(words.Get("timeline.without-day", without));
        }

        if (hasUnknown)
        {
            terminal.Paragraph(words.Get("timeline.unknown-zone"));
        }

        if (hasStated)
        {
            terminal.Paragraph(words.Get("timeline.stated-zone"));
        }

        output.WriteLine();
        QuestionText.Print(terminal, words, questions);
        ProblemText.Print(terminal, words, problems);
    }

    private void Conversations(Timeline timeline)
    {
        const int most = 100;
        for (var i = 0; i < Math.Min(most, timeline.Conversations.Count); i++)
        {
            var conversation = timeline.Conversations[i];
            var title = Names.Title(words, conversation.Header);
            var owner = conversation.Owner is { } you ? $", {words.Get("label.you")}: {SafeText.OneLine(you, 60)}" : "";
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] ") + terminal.Strong(title) + terminal.Quiet($"  ({Names.Format(words, conversation.Header.Format)}{owner})"));
        }

        if (timeline.Conversations.Count > most)
        {
            terminal.Out.WriteLine(words.Get("label.more", timeline.Conversations.Count - most));
        }
    }

    private void Entry(TimelineEntry entry)
    {
        var output = terminal.Out;
        output.Write(Clock(entry).PadRight(Indent.Length));
        output.Write(terminal.Quiet(string.Create(CultureInfo.InvariantCulture, $"[{entry.Conversation + 1}] ")));
        if (entry.From is { } from)
        {
            output.Write(terminal.Strong(SafeText.OneLine(from, 60)) + (entry.IsOwner == true ? $" ({words.Get("label.you")})" : "") + ": ");
        }

        output.WriteLine(Names.Body(terminal, words, entry.Kind, entry.Event, entry.Text, entry.Media, entry.Subject, Indent));
    }

    private static string Clock(TimelineEntry entry)
    {
        if (entry.State == TimelineState.NoTime)
        {
            return "";
        }

        return entry.At.Wall.ToString("HH:mm", CultureInfo.InvariantCulture) + (entry.State == TimelineState.UnknownZone ? " ?" : Names.Offset(entry.At));
    }
}
