namespace Holdfast.Conversations.Screenshots;

/// <summary>Tells on which side of a chat each bubble stands.</summary>
internal static class BubbleSides
{
    /// <summary>The bubbles from top to bottom. <see cref="Side.None"/> are labels in the middle and what is no bubble.</summary>
    internal static List<(BubbleShape Bubble, Side Side)> Of(PageShapes shapes)
    {
        var (em, pane) = (shapes.Em, shapes.Pane);
        var bubbles = WithoutKeys(shapes.Bubbles);
        var slack = Math.Max(2, em * 0.3);
        var lefts = bubbles.Where(bubble => Left(bubble) < Right(bubble) * 0.8).Select(bubble => bubble.Box.Left).ToList();
        var rights = bubbles.Where(bubble => Right(bubble) < Left(bubble) * 0.8).Select(bubble => bubble.Box.Right).ToList();
        var (leftEdge, rightEdge) = (Usual(lefts, slack), Usual(rights, slack));
        return [.. bubbles.Select(bubble => (bubble, SideOf(bubble)))];

        int Left(BubbleShape bubble) => bubble.Box.Left - pane.Left;

        int Right(BubbleShape bubble) => pane.Right - bubble.Box.Right;

        Side SideOf(BubbleShape bubble)
        {
            var atLeft = leftEdge is { } left && Math.Abs(bubble.Box.Left - left) <= slack;
            var atRight = rightEdge is { } right && Math.Abs(bubble.Box.Right - right) <= slack;
            if (atLeft != atRight)
                return atLeft ? Side.Other : Side.Mine;
            var (l, r) = (Left(bubble), Right(bubble));
            if (!atLeft && Math.Abs(l - r) <= Math.Max(em, (l + r) * 0.12))
                return Side.None;
            return l < r ? Side.Other : Side.Mine;
        }
    }

    // The edge at which most of them stand; bubbles of one side are flush.
    private static int? Usual(List<int> edges, double slack) =>
        edges.Count == 0 ? null : edges.MaxBy(edge => edges.Count(other => Math.Abs(other - edge) <= slack));

    // A keyboard is rows of many equal shapes.
    private static List<BubbleShape> WithoutKeys(IReadOnlyList<BubbleShape> bubbles)
    {
        var kept = new List<BubbleShape>();
        for (var i = 0; i < bubbles.Count; i++)
        {
            var beside = 0;
            for (var j = i - 1; j >= 0 && beside < 3 && bubbles[j].Box.Top > bubbles[i].Box.Top - bubbles[i].Box.Height; j--)
                beside += IsBeside(bubbles[j].Box, bubbles[i].Box) ? 1 : 0;
            for (var j = i + 1; j < bubbles.Count && beside < 3 && bubbles[j].Box.Top < bubbles[i].Box.Bottom; j++)
                beside += IsBeside(bubbles[j].Box, bubbles[i].Box) ? 1 : 0;
            if (beside < 3)
                kept.Add(bubbles[i]);
        }

        return kept;
    }

    private static bool IsBeside(CellBox a, CellBox b) => a.CentreY >= b.Top && a.CentreY <= b.Bottom && (a.Right < b.Left || a.Left > b.Right);
}
