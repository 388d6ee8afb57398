using System.Globalization;
using Holdfast.Conversations;
using Holdfast.Findings;

namespace Holdfast.Reports;

/// <summary>The sections that say what was found in the messages.</summary>
internal sealed class FindingSections(ReportInput input, ReportWords words)
{
    // A report is read by people: beyond this, the pack itself is the place to look.
    private const int MaxQuotes = 400;
    private const int MaxAccount = 20_000;

    public List<ReportBlock> Account() => input.Account is { Length: > 0 } account
        ? [new ForeignText(PrintedText.Lines(account, MaxAccount, " " + words["evidence.cut"]))]
        : [];

    public List<ReportBlock> Timeline()
    {
        if (input.Assessment is not { Stages.Count: > 0 } found)
            return [];
        return
        [
            new Table(
                [words["evidence.when"], words["evidence.what"], words["evidence.words"], words["evidence.where"]],
                [.. found.Stages.Select(stage => (IReadOnlyList<Cell>)
                [
                    new(When(stage.At)),
                    new(words.Or("stage." + stage.Stage, stage.Stage)),
                    new(stage.Quote is { } quote ? PrintedText.Line(quote.Text) : "", IsForeign: true),
                    new(stage.Quote is { } at ? Where(at.Source) : ""),
                ])]),
        ];
    }

    public List<ReportBlock> Identifiers()
    {
        var found = (input.Assessment?.Identifiers ?? []).Where(i => !IsAddress(i)).ToList();
        return found.Count == 0 ? [] :
        [
            new Table(
                [words["evidence.kind"], words["evidence.as-seen"], words["evidence.normal-form"], words["evidence.first-seen"], words["evidence.where"], words["evidence.times"]],
                [.. found.Select(i => (IReadOnlyList<Cell>)
                [
                    new(Remarks(i)),
                    new(PrintedText.Line(i.Seen), IsForeign: true, IsCode: true),
                    new(PrintedText.Line(i.Value), IsForeign: true, IsCode: true),
                    new(First(i) is { } first ? When(first.At) : ""),
                    new(First(i) is { } at ? Where(at) : ""),
                    new(i.Occurrences.ToString(CultureInfo.InvariantCulture)),
                ])]),
        ];
    }

    public List<ReportBlock> Demands()
    {
        if (input.Assessment is not { Demands.Count: > 0 } found)
            return [];
        return
        [
            new Table(
                [words["evidence.when"], words["evidence.amount"], words["evidence.how"], words["evidence.deadline"], words["evidence.words"], words["evidence.where"]],
                [.. found.Demands.Select(demand => (IReadOnlyList<Cell>)
                [
                    new(demand.Quotes is [var q, ..] ? When(q.Source.At) : ""),
                    new(Amount(demand)),
                    new(demand.Rail is { } rail ? words.Or("payment." + rail, rail) : ""),
                    new(demand.Deadline is { } deadline ? PrintedText.Line(deadline) : "", IsForeign: true),
                    new(demand.Quotes is [var w, ..] ? PrintedText.Line(w.Text) : "", IsForeign: true),
                    new(demand.Quotes is [var at, ..] ? Where(at.Source) : ""),
                ])]),
        ];
    }

    public List<ReportBlock> Addresses()
    {
        var found = (input.Assessment?.Identifiers ?? []).Where(IsAddress).ToList();
        return found.Count == 0 ? [] :
        [
            new Table(
                [words["evidence.address"], words["evidence.first-seen"], words["evidence.where"], words["evidence.times"]],
                [.. found.Select(i => (IReadOnlyList<Cell>)
                [
                    new(PrintedText.Line(i.Seen) + (i.WrittenByOwner ? " " + words["evidence.by-owner"] : ""), IsForeign: true, IsCode: true),
                    new(First(i) is { } first ? When(first.At) : ""),
                    new(First(i) is { } at ? Where(at) : ""),
                    new(i.Occurrences.ToString(CultureInfo.InvariantCulture)),
                ])]),
        ];
    }

    /// <summary>Each quoted message once, in the order of the conversation, with all that it shows.</summary>
    public List<ReportBlock> Quotes()
    {
        if (input.Assessment is not { } found)
            return [];
        var shown = found.Signs.SelectMany(s => s.Quotes.Select(q => (Quote: q, Shows: words.Or($"sign.{s.Id}.name", s.Id))))
            .Concat(found.Stages.Where(s => s.Quote is not null).Select(s => (Quote: s.Quote!, Shows: words.Or("stage." + s.Stage, s.Stage))))
            .Concat(found.Demands.SelectMany(d => d.Quotes.Select(q => (Quote: q, Shows: words["evidence.demand"]))))
            .GroupBy(x => (x.Quote.Conversation, x.Quote.Message))
            .OrderBy(g => g.Key.Conversation).ThenBy(g => g.Key.Message)
            .ToList();
        List<ReportBlock> blocks = [.. shown.Take(MaxQuotes).Select(g => Quoted(g.First().Quote, g.Select(x => x.Shows)))];
        if (shown.Count > MaxQuotes)
            blocks.Add(new Paragraph(words.Fill("evidence.more-quotes", ("count", shown.Count - MaxQuotes))));
        foreach (var sign in found.Signs)
        {
            // No words show it; how many came and when is all there is to show.
            if (sign.Requests is { } burst)
                blocks.Add(new Paragraph(words.Or($"sign.{sign.Id}.name", sign.Id) + ": " + words.Fill(
                    "sign.request-burst.seen", ("0", burst.Count), ("1", When(burst.From)), ("2", When(burst.To)))));
        }

        return blocks;
    }

    /// <summary>Every message that a machine read from a picture, since the picture itself mostly stays out of the pack.</summary>
    public List<ReportBlock> Pictures() =>
    [
        new Paragraph(words["evidence.pictures.text"]),
        .. input.ReadFromPictures.Take(MaxQuotes).Select(message => new QuotedMessage(
            message.From is { } from ? PrintedText.Line(from) : words["evidence.unknown-sender"],
            When(message),
            Where(message),
            PrintedText.Lines(message.Text ?? "", PrintedText.MaxQuote, " " + words["evidence.cut"]),
            "",
            null)),
        .. input.ReadFromPictures.Count > MaxQuotes
            ? [new Paragraph(words.Fill("evidence.more-read", ("count", input.ReadFromPictures.Count - MaxQuotes)))]
            : Array.Empty<ReportBlock>(),
    ];

    private QuotedMessage Quoted(Quote quote, IEnumerable<string> shows)
    {
        var message = quote.Source;
        var where = Where(message);
        // Nobody may think that the other side ever got what did not go out.
        var state = message.Event is MessageEvent.Draft or MessageEvent.NotSent or MessageEvent.Waiting
            ? $" ({words["event." + EvidenceReport.Kebab(message.Event.ToString())]})"
            : "";
        return new QuotedMessage(
            (message.From is { } from ? PrintedText.Line(from) : words["evidence.unknown-sender"]) + state,
            When(message),
            where,
            Text(quote, words.Fill("evidence.cut-at", ("where", where))),
            string.Join("; ", shows.Distinct(StringComparer.Ordinal)),
            input.Case.RecordHashOf(quote));
    }

    // The whole message when it is short; else the words that were found and what stands around them. What the message
    // carries is taken out before it is cut, because the rest of a cut picture could not be told from text.
    private static string Text(Quote quote, string cut)
    {
        var original = quote.Source.Text ?? quote.Text;
        var text = PrintedText.WithoutCarried(original);
        if (text.Length <= PrintedText.MaxQuote)
            return PrintedText.Lines(text, PrintedText.MaxQuote, "");
        var at = ReferenceEquals(text, original) ? quote.Start : text.IndexOf(quote.Text, StringComparison.Ordinal);
        var start = Math.Clamp(at - 300, 0, text.Length - PrintedText.MaxQuote);
        if (start > 0 && char.IsLowSurrogate(text[start]))
            start--;
        return (start > 0 ? "[…] " : "") + PrintedText.Lines(text[start..], PrintedText.MaxQuote, "") + " " + cut;
    }

    private string Remarks(IdentifierFinding found)
    {
        var text = words.Or("identifier." + found.Kind, found.Kind);
        if (!found.ChecksOut)
            text += " " + words["evidence.checks-not-out"];
        return found.WrittenByOwner ? text + " " + words["evidence.by-owner"] : text;
    }

    private static string Amount(Demand demand) => demand.Amount is { } amount
        ? (amount.ToString("0.##########", CultureInfo.InvariantCulture) + " " + demand.Currency).TrimEnd()
        : demand.Currency ?? "";

    private static bool IsAddress(IdentifierFinding found) => found.Kind == "url";

    private static Message? First(IdentifierFinding found) => found.Quotes is [var quote, ..] ? quote.Source : null;

    // What stands on a screenshot says more than nothing, and no more than it says.
    private string When(Message message) => message.At.Knowledge == TimeKnowledge.None && message.PrintedTime is { } printed
        ? $"{words["evidence.no-time"]} (“{PrintedText.Line(printed, 60)}”)"
        : When(message.At);

    private string When(MessageTime time) => time.Knowledge switch
    {
        TimeKnowledge.None => words["evidence.no-time"],
        TimeKnowledge.WallClock => time.ToString().Replace('T', ' ') + " " + words["evidence.zone-unknown"],
        _ => time.ToString().Replace('T', ' ').Replace("Z", " UTC", StringComparison.Ordinal),
    };

    private string Where(Message message)
    {
        var item = input.Case.NumberOf(message.File);
        if (item is null)
            return words["evidence.not-in-pack"];
        var where = words.Fill("evidence.item", ("item", item.Value));
        if (message.Picture is { } picture)
            where += " " + words.Fill("evidence.read-by-machine", ("percent", (int)(picture.Confidence * 100)), ("x", picture.Box.X), ("y", picture.Box.Y));
        else if (message.Place.Line > 0)
            where += ", " + words.Fill("evidence.line", ("line", message.Place.Line));
        else if (message.Place.Length > 0)
            where += ", " + words.Fill("evidence.byte", ("byte", message.Place.Offset));
        return input.Case.DerivedFrom(message.File) is { } derived
            ? where + " " + words.Fill("evidence.see-copy", ("item", derived))
            : where;
    }
}
