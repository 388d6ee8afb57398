namespace Holdfast.Conversations.Screenshots;

/// <summary>How two screenshots of one chat continue each other: the last messages of one are the first of the next.</summary>
internal static class PageOverlap
{
    /// <summary>Most messages that are compared; a screen holds fewer.</summary>
    private const int Most = 60;

    /// <summary>How many of the last messages of <paramref name="first"/> are the first of <paramref name="second"/>.</summary>
    internal static int Count(IReadOnlyList<PageEntry> first, IReadOnlyList<PageEntry> second)
    {
        for (var count = Math.Min(Most, Math.Min(first.Count, second.Count)); count > 0; count--)
        {
            var same = true;
            for (var i = 0; i < count && same; i++)
                same = IsSame(first[first.Count - count + i], second[i], isEdge: i == 0 || i == count - 1);
            if (same && IsTelling(second, count))
                return count;
        }

        return 0;
    }

    /// <summary>True when both are the same message on two pictures.</summary>
    internal static bool IsSame(PageEntry a, PageEntry b, bool isEdge) =>
        a.Side == b.Side && a.IsPicture == b.IsPicture && (a.Stamp?.Clock is null || b.Stamp?.Clock is null || isEdge || a.Stamp.Clock == b.Stamp.Clock)
        && (LikeText.Same(a.Text, b.Text) || (isEdge && (LikeText.IsPart(a.Text, b.Text) || LikeText.IsPart(b.Text, a.Text))));

    // One "ok" or one picture proves nothing.
    private static bool IsTelling(IReadOnlyList<PageEntry> entries, int count)
    {
        var letters = 0;
        for (var i = 0; i < count; i++)
            letters += entries[i].IsSeparator ? 0 : entries[i].Text?.Length ?? 0;
        return letters >= 12;
    }
}
