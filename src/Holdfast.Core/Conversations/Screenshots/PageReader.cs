namespace Holdfast.Conversations.Screenshots;

/// <summary>Reads one screenshot: shapes first, then the words in each, then what they are to each other.</summary>
internal sealed class PageReader(ITextRecogniser recogniser, ReadingOptions options)
{
    // So many letters more on the ground than in bubbles: the app has no bubbles.
    private const int RowsOverBubbles = 3;

    /// <summary>Reads it; null when there is no text on it that could be anybody's.</summary>
    internal ChatPage? Read(ExportFile file, long length, Pixels pixels)
    {
        var shapes = PageShapeFinder.Find(pixels);
        var reader = new LineReader(shapes.Grid, recogniser);
        var lines = ReadLoose(shapes, reader);
        if (ProfilePage.Of(shapes, lines) is { } profile)
            return Page(PageKind.Profile, [profile]) with { Title = profile.Name };
        var sides = BubbleSides.Of(shapes);
        var inBubbles = sides.Sum(pair => pair.Side == Side.None ? 0 : pair.Bubble.Marks.Count);
        var onGround = shapes.Rows.Sum(row => row.Marks.Count);
        if (inBubbles == 0 || onGround > inBubbles * RowsOverBubbles)
        {
            if (RowPageReader.Read(shapes, lines) is { } rows)
                return Page(PageKind.Chat, rows.Entries) with { Title = rows.Title, HasRows = true };
            if (inBubbles == 0)
                return ProfilePage.AnyText(shapes, lines) is { } text ? Page(PageKind.Text, [text]) : null;
        }

        var (title, entries) = new BubblePageReader(shapes, reader).Read(sides, lines);
        return entries.Exists(entry => entry.Side != Side.None) ? Page(PageKind.Chat, entries) with { Title = title } : null;

        ChatPage Page(PageKind kind, IReadOnlyList<PageEntry> entries) => new()
        {
            File = file,
            Length = length,
            Kind = kind,
            Entries = entries,
            Ground = shapes.Ground?.Colour ?? default,
        };
    }

    private List<LooseLine> ReadLoose(PageShapes shapes, LineReader reader)
    {
        var lines = new List<LooseLine>();
        var (em, ground) = (shapes.Em, shapes.Ground?.Colour ?? default);
        var faces = shapes.Regions.All.Where(region => region.Box.Height >= em * 0.5 && region.Box.Height <= em * 1.7 && region.Box.Width <= em * 1.7
            && region.Colour.DistanceTo(ground) > 30).Select(region => region.Box).ToList();
        foreach (var row in shapes.Rows)
        {
            if (row.Box.Width < shapes.Em * 0.9)
                continue;
            var letters = Letters.Of(shapes.Grid, row.Marks, faces.Where(face => face.Meets(row.Box)), shapes.Em);
            if (TextRow.Of(letters.Marks) is not { } ink)
                continue;
            var underlines = Underlines.Of(ink.Marks, shapes.Em);
            List<CellBox> erase = [.. letters.Emoji, .. underlines.Select(stroke => stroke.Grown(-1))];
            var read = reader.Read(ink.Box, erase, Math.Min(row.Box.Height / 0.85, shapes.Em * 1.3), TextBlockShape.Line);
            if (read.Count == 0)
                continue;
            var line = GlyphCheck.Apply(reader.Again(new ReadLine([.. read.SelectMany(part => part.Words)]), erase, shapes.Em), ink.Marks, underlines, shapes.Grid, shapes.Em);
            lines.Add(new LooseLine(ink, line, read.Max(part => part.Confidence), StampParser.Parse(line.Text, options.DateOrder)));
        }

        return lines;
    }
}
