namespace Holdfast.Conversations.Screenshots;

/// <summary>Makes a conversation of the bubbles of one screenshot and the lines between them.</summary>
internal sealed class BubblePageReader(PageShapes shapes, LineReader reader)
{
    private readonly double _em = shapes.Em;
    private readonly CellGrid _grid = shapes.Grid;

    internal (string? Title, List<PageEntry> Entries) Read(List<(BubbleShape Bubble, Side Side)> sides, IReadOnlyList<LooseLine> lines)
    {
        var first = sides.Where(pair => pair.Side != Side.None && pair.Bubble.Box.Top > _em * 3).Select(pair => pair.Bubble.Box.Top).DefaultIfEmpty(_grid.Height).First();
        var header = ScreenHeader.Find(shapes, lines, first);
        var bubbles = ReadBubbles(sides.Where(pair => pair.Bubble.Box.CentreY > header.Bottom));
        var end = bubbles.Where(item => item.Entry.Side != Side.None).Select(item => item.Box.Bottom).DefaultIfEmpty(_grid.Height).Max();
        var between = lines.Where(line => line.Box.Top > header.Bottom && !ScreenHeader.IsStatusBar(line, _grid)).ToList();
        var items = bubbles;
        foreach (var line in between)
            Place(line, items, end);
        foreach (var picture in shapes.Pictures.Where(box => box.Top > header.Bottom))
            items.Add((picture, Picture(picture)));
        items.Sort((a, b) => (a.Box.Top, a.Box.Left).CompareTo((b.Box.Top, b.Box.Left)));
        return (header.Title, Replies([.. items.Select(item => item.Entry)]));
    }

    private List<(CellBox Box, PageEntry Entry)> ReadBubbles(IEnumerable<(BubbleShape Bubble, Side Side)> sides)
    {
        var bubbleReader = new BubbleReader(_grid, reader, _em);
        var items = new List<(CellBox, PageEntry)>();
        foreach (var (bubble, side) in sides)
        {
            var reading = bubbleReader.Read(bubble, side == Side.Other);
            if (reading.Text is null && !reading.IsPicture && reading.Quoted is null)
                continue;
            if (reading.Text is null && Letters.IsSmall(bubble.Box, _em))
                continue;
            if (IsInput(bubble, side, reading))
                continue;
            var stamp = side == Side.None && reading.Text is not null ? StampParser.Parse(reading.Text, DateOrder.Unknown) : null;
            items.Add((bubble.Box, new PageEntry
            {
                Side = side,
                Box = _grid.ToPixels(bubble.Box),
                Text = reading.Text,
                Quoted = reading.Quoted,
                Name = reading.Name,
                Stamp = stamp ?? reading.Stamp,
                IsSeparator = stamp is not null,
                IsPicture = reading.IsPicture,
                Confidence = reading.Confidence,
            }));
        }

        return items;
    }

    // The field at the bottom in which one writes, empty or with its hint.
    private bool IsInput(BubbleShape bubble, Side side, BubbleReading reading) =>
        bubble.Box.Bottom > _grid.Height - _em * 9 && bubble.Box.Width > shapes.Pane.Width * 0.4
        && (reading.Text is null || ScreenWords.IsHint(reading.Text) || (side == Side.None && reading.Stamp is null));

    private PageEntry Picture(CellBox box) => new()
    {
        Side = box.Left - shapes.Pane.Left < shapes.Pane.Right - box.Right ? Side.Other : Side.Mine,
        Box = _grid.ToPixels(box),
        IsPicture = true,
    };

    private void Place(LooseLine line, List<(CellBox Box, PageEntry Entry)> items, int end)
    {
        var box = line.Box;
        var isCentred = Math.Abs(box.CentreX - shapes.Pane.CentreX) < Math.Max(_em, shapes.Pane.Width * 0.05);
        var above = Nearest(items, item => item.Bottom <= box.Top + 2 && box.Top - item.Bottom < _em * 1.4 && Overlaps(item, box), item => box.Top - item.Bottom);
        if (line.Stamp is { } stamp)
        {
            // A time under a bubble, flush with it, is its own; one in the middle is for what follows.
            if (above is { } owner && !isCentred && items[owner].Entry is { Stamp: null, Side: not Side.None } entry)
                items[owner] = (items[owner].Box, entry with { Stamp = stamp });
            else if (Beside(items, box) is { } near && !isCentred && items[near].Entry is { Stamp: null } beside)
                items[near] = (items[near].Box, beside with { Stamp = stamp });
            else
                items.Add((box, Entry(line) with { Stamp = stamp, IsSeparator = true }));
            return;
        }

        if (ScreenWords.IsDelivery(line.Text) || ScreenWords.IsTyping(line.Text) || line.Confidence < 0.45 || line.Text.Count(char.IsLetterOrDigit) < 3)
            return;
        var below = Nearest(items, item => item.Top >= box.Bottom - 2 && item.Top - box.Bottom < _em * 1.1 && Overlaps(item, box), item => item.Top - box.Bottom);
        if (below is { } named && items[named].Entry is { Side: Side.Other, Name: null } message && !isCentred && !ScreenWords.IsReplyNote(line.Text)
            && box.Left - items[named].Box.Left < _em * 2 && line.Text.Length <= 40)
        {
            items[named] = (items[named].Box, message with { Name = line.Text });
            return;
        }

        // Under the last message are the input field and its buttons.
        if (box.Top > end && (box.Bottom > _grid.Height - _em * 7 || !isCentred))
            return;
        items.Add((box, Entry(line)));
    }

    private PageEntry Entry(LooseLine line) => new() { Box = _grid.ToPixels(line.Box), Text = line.Text, Confidence = line.Confidence };

    private static int? Nearest(List<(CellBox Box, PageEntry Entry)> items, Func<CellBox, bool> fits, Func<CellBox, int> distance)
    {
        var best = -1;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Entry.Side != Side.None && fits(items[i].Box) && (best < 0 || distance(items[i].Box) < distance(items[best].Box)))
                best = i;
        }

        return best < 0 ? null : best;
    }

    private static int? Beside(List<(CellBox Box, PageEntry Entry)> items, CellBox line)
    {
        var at = items.FindIndex(item => item.Entry.Side != Side.None && line.CentreY >= item.Box.Top && line.CentreY <= item.Box.Bottom);
        return at < 0 ? null : at;
    }

    private static bool Overlaps(CellBox bubble, CellBox line) => bubble.Left <= line.Right && bubble.Right >= line.Left;

    // "You replied" stands above a bubble that repeats the earlier words; the answer follows on the same side.
    private static List<PageEntry> Replies(List<PageEntry> entries)
    {
        var result = new List<PageEntry>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (i + 2 < entries.Count && entries[i] is { Side: Side.None, IsSeparator: false, Text: { } note } && ScreenWords.IsReplyNote(note)
                && entries[i + 1] is { Side: not Side.None, Text: { } quoted } && entries[i + 2] is { Side: not Side.None, Quoted: null } answer
                && entries[i + 2].Box.Y - entries[i + 1].Box.Bottom < entries[i + 1].Box.Height)
            {
                result.Add(answer with { Quoted = quoted });
                i += 2;
            }
            else
            {
                result.Add(entries[i]);
            }
        }

        return result;
    }
}
