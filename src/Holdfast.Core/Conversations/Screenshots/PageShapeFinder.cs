namespace Holdfast.Conversations.Screenshots;

/// <summary>Finds the ground, the bubbles and the loose rows of letters of a screenshot.</summary>
internal static class PageShapeFinder
{
    // A photograph has no plain ground of this share; the narrow strips of a crowded chat have more.
    private const double LeastGround = 0.1;
    private const int SameColour = 5;

    internal static PageShapes Find(Pixels pixels)
    {
        var grid = new CellGrid(pixels);
        var regions = FlatRegions.Of(grid);
        var marks = Marks.Find(grid, regions);
        var em = LetterSize.Of(marks, grid.Width);
        var ground = Ground(grid, regions);
        var pane = ground is null ? new CellBox(0, 0, grid.Width - 1, grid.Height - 1) : ground.Box with { Top = 0, Bottom = grid.Height - 1 };
        var bubbles = Bubbles(regions, ground, pane, em);
        Share(marks, regions, bubbles, em);
        var pictures = ground is null ? [] : LoosePictures.Find(regions, ground, bubbles.FindAll(bubble => bubble.Marks.Count > 1), em);
        bubbles.RemoveAll(bubble => pictures.Exists(picture => picture.Grown((int)em).Holds(bubble.Box)));
        marks.RemoveAll(mark => pictures.Exists(picture => picture.Grown((int)(em * 0.7)).Holds(mark.Box)));
        return new PageShapes
        {
            Grid = grid,
            Regions = regions,
            Em = em,
            Ground = ground,
            Pane = pane,
            Bubbles = bubbles,
            Rows = LooseRows(marks, bubbles, Portraits(regions, ground, em), pane, em),
            Pictures = pictures,
        };
    }

    private static FlatRegion? Ground(CellGrid grid, FlatRegions regions)
    {
        var largest = regions.All.MaxBy(region => region.Area);
        return largest is not null && largest.Area >= LeastGround * grid.Width * grid.Height ? largest : null;
    }

    private static List<BubbleShape> Bubbles(FlatRegions regions, FlatRegion? ground, CellBox pane, double em)
    {
        var found = new List<BubbleShape>();
        foreach (var region in regions.All)
        {
            if (region == ground || region.Box.Height < em * 1.3 || region.Box.Width < em * 1.6 || region.Box.Width > pane.Width * 0.95
                || region.Box.CentreX < pane.Left || region.Box.CentreX > pane.Right)
                continue;
            if (region.Body(em) is { } box)
                found.Add(new BubbleShape(region, box) { Picture = PictureIn(region, box, em) });
        }

        found.Sort((a, b) => (a.Box.Top, a.Box.Left).CompareTo((b.Box.Top, b.Box.Left)));
        return Nest(found, regions, ground, em);
    }

    // What lies inside a bubble belongs to it. Counters of large letters have the colour of the bubble and are no areas.
    private static List<BubbleShape> Nest(List<BubbleShape> found, FlatRegions regions, FlatRegion? ground, double em)
    {
        var outer = new List<BubbleShape>();
        foreach (var bubble in found)
        {
            if (!outer.Exists(other => other.Box.Grown(2).Holds(bubble.Box)))
                outer.Add(bubble);
        }

        foreach (var region in regions.All)
        {
            if (region == ground || region.Box.Height < em * 0.5)
                continue;
            var bubble = outer.Find(bubble => bubble.Region != region && bubble.Box.Grown(1).Holds(region.Box));
            if (bubble is not null && region.Colour.DistanceTo(bubble.Region.Colour) >= SameColour)
                bubble.Inner.Add(new BubbleShape(region, region.Box));
        }

        return outer;
    }

    private static CellBox? PictureIn(FlatRegion region, CellBox box, double em) =>
        region.Covered((int)Math.Max(8, em * 3.4)) is { } rows ? box with { Top = rows.Top, Bottom = rows.Bottom } : null;

    private static void Share(List<Mark> marks, FlatRegions regions, List<BubbleShape> bubbles, double em)
    {
        // What touches the outline is its soft edge.
        var inset = -(int)Math.Max(2, em * 0.12);
        var byRegion = new BubbleShape?[regions.All.Count];
        foreach (var bubble in bubbles)
        {
            byRegion[bubble.Region.Id] = bubble;
            foreach (var inner in bubble.Inner)
                byRegion[inner.Region.Id] = inner;
        }

        foreach (var mark in marks)
        {
            if (mark.Region >= 0 && byRegion[mark.Region] is { } bubble && bubble.Box.Grown(inset).Holds(mark.Box))
                bubble.Marks.Add(mark);
        }
    }

    // Round pictures of people beside their messages, whose edges would be read as letters.
    private static List<CellBox> Portraits(FlatRegions regions, FlatRegion? ground, double em) =>
        [.. regions.All.Where(region => region != ground && region.Box.Height > em && region.Box.Height < em * 5
            && Math.Abs(region.Box.Width - region.Box.Height) * 3 < region.Box.Height).Select(region => region.Box.Grown((int)(em * 0.3)))];

    private static List<TextRow> LooseRows(List<Mark> marks, List<BubbleShape> bubbles, List<CellBox> portraits, CellBox pane, double em)
    {
        var lines = new BubbleLines(bubbles);
        // Upright strokes longer than a letter are bars beside messages.
        var loose = marks.Where(mark => mark.Box.Height <= em * 2.2 && !(mark.Box.Height > em * 1.15 && mark.Box.Width < em * 0.25) && mark.Box.CentreX >= pane.Left && mark.Box.CentreX <= pane.Right
            && !lines.Holds(mark.Box) && !portraits.Exists(portrait => portrait.Holds(mark.Box)));
        return [.. TextRows.Of(loose, em, 1.3).Where(row => row.Box.Height >= em * 0.3 && (row.Marks.Count > 1 || row.Box.Height >= em * 0.4))];
    }

    /// <summary>Answers quickly whether a point lies in one of many bubbles.</summary>
    private sealed class BubbleLines(List<BubbleShape> bubbles)
    {
        private readonly int _tallest = bubbles.Count == 0 ? 0 : bubbles.Max(bubble => bubble.Box.Height);

        internal bool Holds(CellBox mark)
        {
            // Bubbles are sorted by their upper edge.
            var (low, high) = (0, bubbles.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (bubbles[middle].Box.Top > mark.CentreY + 2)
                    high = middle;
                else
                    low = middle + 1;
            }

            for (var i = low - 1; i >= 0 && bubbles[i].Box.Top >= mark.CentreY - _tallest - 4; i--)
            {
                if (bubbles[i].Box.Grown(2).Holds(mark.CentreX, mark.CentreY))
                    return true;
            }

            return false;
        }
    }
}
