namespace Holdfast.Conversations.Screenshots;

/// <summary>The ink of one message, letters apart from emoji and other small pictures.</summary>
/// <param name="Marks">The letters.</param>
/// <param name="Emoji">Where the others stand.</param>
internal sealed record Letters(IReadOnlyList<Mark> Marks, IReadOnlyList<CellBox> Emoji)
{
    // A cell whose colour is this far from all mixtures of ground and letter is of a third colour.
    private const int ThirdColour = 45;

    /// <summary>Tells them apart by colour and shape: letters have one colour and are thin.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="ink">Marks of one message or line.</param>
    /// <param name="areas">Plain areas among them: the face of an emoji is one.</param>
    /// <param name="em">Size of the font in cells.</param>
    internal static Letters Of(CellGrid grid, IReadOnlyList<Mark> ink, IEnumerable<CellBox> areas, double em)
    {
        var main = InkColour.Usual(ink);
        var emoji = areas.Where(area => IsSmall(area, em)).ToList();
        foreach (var mark in ink)
        {
            if (mark.Box.Height > em * 1.9 || IsEmoji(grid, mark, main, em))
                emoji.Add(mark.Box);
        }

        var letters = ink.Where(mark => mark.Box.Height <= em * 1.9 && !emoji.Exists(box => box.Grown(1).Holds(mark.Box)));
        return new Letters([.. letters], emoji);
    }

    /// <summary>True for a shape of the size of an emoji, a large one too.</summary>
    internal static bool IsSmall(CellBox box, double em) => box.Height <= em * 3.2 && box.Width <= em * 3.2;

    private static bool IsEmoji(CellGrid grid, Mark mark, Rgb main, double em)
    {
        if (mark.Box.Width < em * 0.6 || mark.Box.Height < em * 0.6)
            return false;
        var (ink, third) = (0, 0);
        for (var y = mark.Box.Top; y <= mark.Box.Bottom; y++)
        {
            for (var x = mark.Box.Left; x <= mark.Box.Right; x++)
            {
                var cell = grid.At(x, y);
                if (cell.DistanceTo(mark.Ground) < 30)
                    continue;
                ink++;
                third += Rest(cell, mark.Ground, mark.Colour) > ThirdColour ? 1 : 0;
            }
        }

        var filled = ink / (double)(mark.Box.Width * mark.Box.Height);
        return (filled > 0.5 && third * 10 > ink * 3)
            || (filled > 0.6 && mark.Colour.DistanceTo(main) > InkColour.Same && mark.Box.Width >= em * 0.7 && mark.Box.Height >= em * 0.7);
    }

    // How far a colour lies from the straight line between ground and letter.
    private static double Rest(Rgb cell, Rgb ground, Rgb letter)
    {
        double r = letter.R - ground.R, g = letter.G - ground.G, b = letter.B - ground.B;
        double cr = cell.R - ground.R, cg = cell.G - ground.G, cb = cell.B - ground.B;
        var share = Math.Clamp((cr * r + cg * g + cb * b) / Math.Max(1, r * r + g * g + b * b), 0, 1);
        return Math.Max(Math.Abs(cr - share * r), Math.Max(Math.Abs(cg - share * g), Math.Abs(cb - share * b)));
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "letters";
}
