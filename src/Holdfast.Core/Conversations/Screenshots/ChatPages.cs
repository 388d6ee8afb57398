namespace Holdfast.Conversations.Screenshots;

/// <summary>Sorts the screenshots that were given into chats, and each chat into its order.</summary>
internal static class ChatPages
{
    // More pictures than this are compared with their neighbours only, as the work grows with the square.
    private const int MostCompared = 150;

    /// <summary>The chats in order of their first picture, each with its pages from the oldest to the newest.</summary>
    internal static List<List<ChatPage>> Sort(IReadOnlyList<ChatPage> pages)
    {
        var chats = new List<List<ChatPage>>();
        foreach (var page in pages)
        {
            var chat = page.Kind != PageKind.Chat ? null : chats.Find(chat => chat.Exists(other => Belong(other, page)));
            if (chat is null)
                chats.Add([page]);
            else
                chat.Add(page);
        }

        return [.. chats.Select(InOrder)];
    }

    private static bool Belong(ChatPage a, ChatPage b)
    {
        if (a.Kind != PageKind.Chat || a.HasRows != b.HasRows || a.Ground.DistanceTo(b.Ground) > 24)
            return false;
        if (a.Title is not null && b.Title is not null)
            return LikeText.Same(a.Title, b.Title);

        // Without a name at the top, only common messages show that two pictures are of one chat.
        return PageOverlap.Count(a.Entries, b.Entries) > 0 || PageOverlap.Count(b.Entries, a.Entries) > 0;
    }

    private static List<ChatPage> InOrder(List<ChatPage> pages)
    {
        if (pages.Count < 2)
            return pages;
        var chains = pages.ConvertAll(page => new List<ChatPage> { page });
        if (pages.Count <= MostCompared)
            Link(chains);
        return [.. Dated(chains).SelectMany(chain => chain)];
    }

    // The largest overlap first, as neighbours share more than chance.
    private static void Link(List<List<ChatPage>> chains)
    {
        var links = new List<(int Count, ChatPage From, ChatPage To)>();
        foreach (var from in chains)
        {
            foreach (var to in chains)
            {
                if (from != to && PageOverlap.Count(from[0].Entries, to[0].Entries) is var count and > 0)
                    links.Add((count, from[0], to[0]));
            }
        }

        foreach (var (_, from, to) in links.OrderByDescending(link => link.Count))
        {
            var first = chains.Find(chain => chain[^1] == from);
            var second = chains.Find(chain => chain[0] == to);
            if (first is null || second is null || first == second)
                continue;
            first.AddRange(second);
            chains.Remove(second);
        }
    }

    // Chains whose days are known are put in order among themselves; the others stay where the person gave them.
    private static List<List<ChatPage>> Dated(List<List<ChatPage>> chains)
    {
        var keys = chains.ConvertAll(FirstTime);
        var places = Enumerable.Range(0, chains.Count).Where(i => keys[i] is not null).ToList();
        var sorted = places.OrderBy(i => keys[i]).ToList();
        var result = new List<List<ChatPage>>(chains);
        for (var i = 0; i < places.Count; i++)
            result[places[i]] = chains[sorted[i]];
        return result;
    }

    private static DateTime? FirstTime(List<ChatPage> chain)
    {
        DateOnly? day = null;
        foreach (var entry in chain.SelectMany(page => page.Entries))
        {
            day = entry.Stamp?.Date ?? day;
            if (day is { } known)
                return known.ToDateTime(entry.Stamp?.Clock ?? TimeOnly.MinValue);
        }

        return null;
    }
}
