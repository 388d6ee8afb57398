namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// The strokes under links. They run into underscores and make a recogniser stumble, so they are taken away before reading.
/// </summary>
internal static class Underlines
{
    // More than any message has; beyond it a picture was made to cost time.
    private const int MostPairs = 4_000_000;

    /// <summary>The strokes among the marks of one message or line: low, long and flat, with letters right above them.</summary>
    internal static HashSet<CellBox> Of(IReadOnlyList<Mark> marks, double em)
    {
        var flat = marks.Where(mark => mark.Box.Height <= Math.Max(2, em * 0.17) && mark.Box.Width >= em * 0.5 && mark.Box.Width > mark.Box.Height * 4).Select(mark => mark.Box).ToList();
        if (flat.Count == 0 || (long)flat.Count * marks.Count > MostPairs)
            return [];
        return [.. flat.Where(stroke => marks.Any(mark => mark.Box.Height > em * 0.35 && IsUnder(stroke, mark.Box, em)))];
    }

    private static bool IsUnder(CellBox stroke, CellBox letter, double em) =>
        letter.CentreX >= stroke.Left && letter.CentreX <= stroke.Right && letter.Top < stroke.Top - em * 0.35
        && letter.Bottom >= stroke.Top - em * 0.35 && letter.Bottom <= stroke.Bottom + em * 0.3;
}
