namespace Holdfast.Conversations.Screenshots;

/// <summary>How large the letters of a picture are. All other measures follow from it, so no screen size is assumed.</summary>
internal static class LetterSize
{
    // Height of a small letter without a stem, as a part of the size of its font.
    private const double SmallLetter = 0.53;
    private const int Highest = 60;

    /// <summary>The size of the usual font in cells.</summary>
    internal static double Of(IReadOnlyList<Mark> marks, int width)
    {
        var counts = new int[Highest + 2];
        var all = 0;
        foreach (var mark in marks)
        {
            if (mark.Box.Height is >= 4 and <= Highest && mark.Box.Width <= mark.Box.Height * 2 && mark.Box.Width * 5 >= mark.Box.Height * 2)
            {
                counts[mark.Box.Height]++;
                all++;
            }
        }

        if (all < 8)
            return width / 24.0;
        var best = 4;
        for (var height = 4; height <= Highest; height++)
        {
            if (Near(height) > Near(best))
                best = height;
        }

        return best / SmallLetter;

        int Near(int height) => counts[height - 1] + 2 * counts[height] + counts[height + 1];
    }
}
