namespace Holdfast.Conversations.Screenshots;

/// <summary>Sorts marks into rows of text.</summary>
internal static class TextRows
{
    /// <summary>The rows from top to bottom.</summary>
    /// <param name="marks">Marks of one area.</param>
    /// <param name="em">Size of the font in cells.</param>
    /// <param name="gap">Widest gap within a row, in font sizes; wider ones divide it.</param>
    internal static List<TextRow> Of(IEnumerable<Mark> marks, double em, double gap)
    {
        var rows = new List<TextRow>();
        var byHeight = new Dictionary<int, List<TextRow>>();
        var bucket = Math.Max(4, (int)(em * 1.5));
        foreach (var mark in marks.OrderBy(mark => mark.Box.Left).ThenBy(mark => mark.Box.Top))
        {
            var at = mark.Box.CentreY / bucket;
            var row = Nearest(byHeight, at, mark, em, gap);
            if (row is not null)
            {
                row.Add(mark);
                continue;
            }

            row = new TextRow(mark);
            rows.Add(row);
            if (!byHeight.TryGetValue(at, out var list))
                byHeight.Add(at, list = []);
            list.Add(row);
        }

        rows.Sort((a, b) => (a.Box.Top, a.Box.Left).CompareTo((b.Box.Top, b.Box.Left)));
        return rows;
    }

    private static TextRow? Nearest(Dictionary<int, List<TextRow>> rows, int at, Mark mark, double em, double gap)
    {
        TextRow? best = null;
        for (var bucket = at - 1; bucket <= at + 1; bucket++)
        {
            if (!rows.TryGetValue(bucket, out var list))
                continue;
            for (var i = list.Count - 1; i >= 0; i--)
            {
                var row = list[i];
                if (mark.Box.Left - row.Box.Right > gap * em)
                {
                    // Marks come from left to right: nothing will ever join this row again.
                    list.RemoveAt(i);
                    continue;
                }

                if (Fits(row.Box, mark.Box, em) && (best is null || Off(row, mark) < Off(best, mark)))
                    best = row;
            }
        }

        return best;
    }

    private static int Off(TextRow row, Mark mark) => Math.Abs(row.Box.CentreY - mark.Box.CentreY);

    private static bool Fits(CellBox row, CellBox mark, double em) =>
        mark.CentreY >= row.Top - em * 0.45 && mark.CentreY <= row.Bottom + em * 0.3
        && Math.Max(row.Bottom, mark.Bottom) - Math.Min(row.Top, mark.Top) < Math.Max(em * 1.7, row.Height + 2);
}
