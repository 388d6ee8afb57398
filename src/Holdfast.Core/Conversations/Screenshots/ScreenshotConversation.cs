namespace Holdfast.Conversations.Screenshots;

/// <summary>Hands on the messages of one chat, once each, with the day and the name that stand nearest above them.</summary>
internal sealed class ScreenshotConversation(IReadOnlyList<ChatPage> pages, ReadingOptions options, IConversationSink sink, ITextRepair? repair)
{
    private const string UsualOwner = "Me";

    // The sides of bubbles show the owner plainly; who is not named in the title of a chat of two, less so.
    private const double SureBySide = 0.9;
    private const double SureByTitle = 0.7;

    private readonly NamesSeen _names = new();
    private PrintedStamp? _day;
    private PrintedStamp? _atOnce;
    private string? _run;

    internal void Write()
    {
        var title = pages.Select(page => page.Title).FirstOrDefault(title => title is not null);
        var isChat = pages[0].Kind == PageKind.Chat;
        var (owner, sureness) = isChat ? Owner(title) : (null, 0);
        sink.Begin(new ConversationHeader(ScreenshotReader.Format) { Title = title, Owner = owner, IsSingleVoice = !isChat });
        for (var i = 0; i < pages.Count; i++)
        {
            var problems = new ProblemLog(sink, pages[i].File.Name);
            var (skip, better) = i == 0 ? (0, null) : Overlap(pages[i - 1], pages[i]);
            foreach (var (entry, place) in pages[i].Entries.Select((entry, place) => (entry, place)))
            {
                if (place < skip)
                    problems.ReportOnce(ProblemKind.Duplicate);
                else
                    Add(pages[i], entry, isChat ? owner : null, title);
            }

            _ = better;
            _run = null;
        }

        if (owner is not null)
            _names.Add(owner);
        sink.End(new ConversationFooter { Participants = _names.All, Owner = owner, OwnerConfidence = sureness });
    }

    private static (int Skip, object? Better) Overlap(ChatPage before, ChatPage page) => (PageOverlap.Count(before.Entries, page.Entries), null);

    private void Add(ChatPage page, PageEntry entry, string? owner, string? title)
    {
        if (entry.Stamp is { NamesDay: true } day)
            _day = day;
        if (entry.IsSeparator)
        {
            (_atOnce, _run) = (entry.Stamp is { Clock: not null } ? entry.Stamp : null, null);
            return;
        }

        var from = From(page, entry, owner, title);
        var problems = new ProblemLog(sink, page.File.Name);
        var place = new RecordPlace(0, page.Length, 0);
        var (at, printed) = Time(entry);
        _names.Add(from);
        var text = TextLimit.Apply(entry.Text, options, problems, place);
        var repaired = text is null ? null : repair?.Repair(text);
        sink.Add(new Message
        {
            At = at,
            PrintedTime = printed,
            From = from,
            Kind = entry.Side == Side.None ? MessageKind.Notice : entry.IsPicture ? MessageKind.Media : MessageKind.Text,
            Text = repaired?.Text ?? text,
            Quoted = TextLimit.Apply(entry.Quoted, options, problems, place),
            Picture = new PictureReading(entry.Box, entry.Confidence) { Repairs = repaired?.Repairs ?? [] },
            File = page.File,
            Place = place,
        });
    }

    private string? From(ChatPage page, PageEntry entry, string? owner, string? title)
    {
        if (page.Kind != PageKind.Chat || entry.Side == Side.None)
            return null;
        if (entry.Side == Side.Mine)
        {
            _run = null;
            return owner;
        }

        if (page.HasRows)
            return SameAs(title, entry.Name);

        // A name stands above the first bubble of a row of them.
        _run = entry.Name ?? _run;
        return _run ?? title;
    }

    // Capitals are how the app writes the name of the title.
    private static string? SameAs(string? title, string? name) =>
        title is not null && name is not null && string.Equals(title, name, StringComparison.OrdinalIgnoreCase) ? title : name;

    private (MessageTime At, string? Printed) Time(PageEntry entry)
    {
        var own = entry.Stamp;
        if (own is null && entry.Side != Side.None)
            (own, _atOnce) = (_atOnce, null);
        if (own is null)
            return (MessageTime.None, _day is { Clock: null } day && day.Date is null ? null : null);
        var date = own.NamesDay ? own.Date : _day?.Date;
        var at = date is { } known && own.Clock is { } clock ? MessageTime.FromWall(known.ToDateTime(clock)) : MessageTime.None;
        var printed = own.NamesDay || _day is null ? own.Text : DayText(_day) + " " + own.Text;
        return (at, printed);
    }

    private static string DayText(PrintedStamp day) => day.Text;

    private (string? Owner, double Sureness) Owner(string? title)
    {
        var said = options.Me.Count > 0 ? options.Me[0] : null;
        var entries = pages.SelectMany(page => page.Entries).ToList();
        if (!pages[0].HasRows)
            return (said ?? UsualOwner, said is null ? SureBySide : 1);
        if (entries.Exists(entry => entry.Side == Side.Mine))
            return (said ?? UsualOwner, said is null ? SureBySide : 1);
        var names = entries.Where(entry => entry.Side == Side.Other && entry.Name is not null).Select(entry => entry.Name!).Distinct(StringComparer.Ordinal).ToList();
        if (names.Find(name => options.Me.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } me)
            return (me, 1);
        var other = title?.TrimStart('@', '#').Trim();
        return names.Count == 2 && names.Find(name => LikeText.Same(name, other)) is { } partner ? (names.Find(name => name != partner), SureByTitle) : (null, 0);
    }
}
