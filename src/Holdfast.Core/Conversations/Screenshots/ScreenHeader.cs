namespace Holdfast.Conversations.Screenshots;

/// <summary>The bars at the top of a screen: clock and battery, then the name of the chat and what it is doing.</summary>
/// <param name="Title">The name, if one stands there.</param>
/// <param name="Bottom">The last row that belongs to the bars.</param>
internal sealed record ScreenHeader(string? Title, int Bottom)
{
    private const double LeastConfidence = 0.35;

    /// <summary>Finds them among the loose lines.</summary>
    /// <param name="shapes">The shapes of the picture.</param>
    /// <param name="lines">All loose lines, from top to bottom.</param>
    /// <param name="first">The upper edge of the first message.</param>
    internal static ScreenHeader Find(PageShapes shapes, IReadOnlyList<LooseLine> lines, int first)
    {
        var (em, pane, grid) = (shapes.Em, shapes.Pane, shapes.Grid);
        var bar = Bar(shapes, first);
        var limit = bar?.Bottom ?? (int)Math.Min(em * 10.5, Math.Min(first, grid.Height * 0.25));
        var high = lines.Where(line => line.Box.CentreY <= limit && !IsStatusBar(line, grid)).ToList();
        var names = high.Where(line => MayBeName(line) && (bar is not null || HasBarBeside(line, shapes, first))).ToList();
        if (names.Count == 0)
            return new ScreenHeader(null, bar?.Bottom ?? lines.Where(line => IsStatusBar(line, grid)).Select(line => line.Box.Bottom).DefaultIfEmpty(-1).Max());
        var tallest = names.Max(line => Height(line));
        var name = names.First(line => Height(line) >= tallest * 0.82);
        var text = NameOf(name, names);

        // What stands close under the name is a status or a user name.
        var bottom = name.Box.Bottom;
        foreach (var line in lines)
        {
            if (line.Box.Top > bottom && line.Box.Top - bottom < em * 0.9 && line.Box.Bottom < first - em * 0.4 && line.Stamp is null && line.Box.CentreY < limit)
                bottom = line.Box.Bottom;
        }

        return new ScreenHeader(text, Math.Max(bar?.Bottom ?? 0, bottom));
    }

    // Icons beside the name are read as a letter or two.
    private static string NameOf(LooseLine name, List<LooseLine> names)
    {
        var pieces = names.Where(line => Math.Abs(line.Box.CentreY - name.Box.CentreY) * 2 < name.Box.Height).OrderBy(line => line.Box.Left);
        var longest = pieces.MaxBy(line => line.Text.Count(char.IsLetterOrDigit))!;
        var words = longest.Text.Split(' ');
        var start = 0;
        while (start < words.Length - 1 && (!words[start].Any(char.IsLetterOrDigit) || words[start] is "<" or "‹" or "«" or "©" or "®"))
            start++;
        var end = words.Length;
        while (end > start + 1 && !words[end - 1].Any(char.IsLetterOrDigit))
            end--;
        return string.Join(' ', words[start..end]);
    }

    // A mean over the letters: one long stem more or less does not count.
    private static double Height(LooseLine line) => line.Row.Marks.Where(mark => mark.Box.Height > 3).Select(mark => (double)mark.Box.Height).DefaultIfEmpty(0).Average();

    private static bool MayBeName(LooseLine line) =>
        line.Stamp is null && line.Confidence >= LeastConfidence && line.Text.Count(char.IsLetterOrDigit) >= 2;

    internal static bool IsStatusBar(LooseLine line, CellGrid grid) =>
        line.Box.CentreY < grid.Width * 0.095 && grid.Height > grid.Width
        && (line.Stamp is { Clock: not null } || line.Box.Left > grid.Width * 0.6 || line.Text.Contains(':', StringComparison.Ordinal) || line.Text.Contains('%', StringComparison.Ordinal)
            || line.Text.Count(char.IsLetter) < 4);

    // The bar is a plain area of its own from side to side, above all messages.
    private static CellBox? Bar(PageShapes shapes, int first)
    {
        var bottom = -1;
        CellBox? bar = null;
        foreach (var region in shapes.Regions.All)
        {
            if (region != shapes.Ground && region.Box.Width >= shapes.Pane.Width * 0.94 && region.Box.Bottom < Math.Min(first + 2, shapes.Em * 14)
                && region.Box.Bottom > Math.Max(bottom, shapes.Em * 1.8) && region.Box.Top < shapes.Em * 8 && region.Box.CentreX >= shapes.Pane.Left)
                (bar, bottom) = (region.Box, region.Box.Bottom);
        }

        return bar;
    }

    // Without a bar, a name has a portrait or an arrow to its left or a portrait above it, and stands apart from the first message.
    private static bool HasBarBeside(LooseLine line, PageShapes shapes, int first) =>
        first - line.Box.Bottom > shapes.Em * 0.9
        && (line.Box.Left > shapes.Pane.Left + shapes.Em * 2.2 || line.Text[0] is '@' or '#');

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "header";
}
