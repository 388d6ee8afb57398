namespace Holdfast.Conversations.Screenshots;

/// <summary>Hands on the messages of one chat, once each, with the day and the name that stand nearest above them.</summary>
internal sealed class ScreenshotConversation(IReadOnlyList<ChatPage> pages, ReadingOptions options, IConversationSink sink, ITextRepair? repair)
{
    private const string UsualOwner = "Me";

    // The sides of bubbles show the owner plainly; who is not named in the title of a chat of two, less so.
    private const double SureBySide = 0.9;
    private const double SureByTitle = 0.7;

    private const int MostSpellings = 200;

    private readonly NamesSeen _names = new();
    private readonly List<string> _spellings = [];
    private PrintedStamp? _day;
    private PrintedStamp? _atOnce;
    private string? _run;

    internal void Write()
    {
        var title = pages.Select(page => page.Title).FirstOrDefault(title => title is not null);
        var isChat = pages[0].Kind == PageKind.Chat;
        var (owner, sureness) = isChat ? Owner(title) : (null, 0);
        sink.Begin(new ConversationHeader(ScreenshotReader.Format) { Title = title, Owner = owner, IsSingleVoice = !isChat });
        ChatPage? last = null;
        foreach (var (page, entry) in Joined())
        {
            // The name above a row of bubbles does not reach over the edge of a picture.
            _run = page == last ? _run : null;
            last = page;
            Add(page, entry, isChat ? owner : null, title);
        }

        if (owner is not null)
            _names.Add(owner);
        sink.End(new ConversationFooter { Participants = _names.All, Owner = owner, OwnerConfidence = sureness });
    }

    // What two pictures share is taken once, in the better reading.
    private List<(ChatPage Page, PageEntry Entry)> Joined()
    {
        var all = new List<(ChatPage Page, PageEntry Entry)>();
        for (var i = 0; i < pages.Count; i++)
        {
            var shared = i == 0 ? 0 : PageOverlap.Count(pages[i - 1].Entries, pages[i].Entries);
            for (var j = 0; j < pages[i].Entries.Count; j++)
            {
                var entry = pages[i].Entries[j];
                if (j >= shared)
                    all.Add((pages[i], entry));
                else if (IsBetter(entry, all[all.Count - shared + j].Entry))
                    all[all.Count - shared + j] = (pages[i], entry with { Stamp = entry.Stamp ?? all[all.Count - shared + j].Entry.Stamp });
            }

            if (shared > 0)
                new ProblemLog(sink, pages[i].File.Name).Report(ProblemKind.Duplicate);
        }

        return all;
    }

    // A message that the edge of a picture cut is worse, however surely it was read.
    private static bool IsBetter(PageEntry entry, PageEntry than) =>
        LikeText.IsPart(than.Text, entry.Text) || (entry.Confidence > than.Confidence && !LikeText.IsPart(entry.Text, than.Text));

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
            return Known(title, entry.Name);

        // A name stands above the first bubble of a row of them.
        _run = entry.Name ?? _run;
        return _run ?? title;
    }

    // The same name, read once more with a slip or a piece missing, or written in capitals by the app.
    private string? Known(string? title, string? name)
    {
        if (name is null)
            return null;
        if (title is not null && _spellings.Count == 0)
            _spellings.Add(title);
        var known = _spellings.Find(other => LikeText.Same(other, name) || LikeText.IsPart(name, other));
        if (known is null && _spellings.Count < MostSpellings)
            _spellings.Add(name);
        return known ?? name;
    }

    private (MessageTime At, string? Printed) Time(PageEntry entry)
    {
        var own = entry.Stamp;
        if (own is null && entry.Side != Side.None)
            (own, _atOnce) = (_atOnce, null);
        if (own is null)
            return (MessageTime.None, null);
        var date = own.NamesDay ? own.Date : _day?.Date;
        var at = date is { } known && own.Clock is { } clock ? MessageTime.FromWall(known.ToDateTime(clock)) : MessageTime.None;
        var printed = own.NamesDay || _day is null ? own.Text : _day.Day + " " + own.Text;
        return (at, printed);
    }

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
