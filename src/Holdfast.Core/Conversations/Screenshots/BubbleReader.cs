namespace Holdfast.Conversations.Screenshots;

/// <summary>Reads one bubble: the name on top, the quotation, the words, the time in the corner, each by itself.</summary>
internal sealed class BubbleReader(CellGrid grid, LineReader reader, double em)
{
    // Most marks in a corner: a time with AM or PM, ticks, and the word for "edited".
    private const int LongestCorner = 26;

    /// <summary>Reads it.</summary>
    /// <param name="bubble">The bubble.</param>
    /// <param name="mayHaveName">True when a name may stand above the words (received messages).</param>
    internal BubbleReading Read(BubbleShape bubble, bool mayHaveName)
    {
        var letters = Letters.Of(grid, bubble.Marks, bubble.Inner.Select(inner => inner.Box), em);
        var marks = letters.Marks.Where(mark => Picture(bubble) is not { } picture || !picture.Grown(1).Holds(mark.Box)).ToList();
        var rows = TextRows.Of(marks, em, 60);
        var corner = TakeCorner(rows, letters);
        var name = mayHaveName ? TakeName(rows) : null;
        var body = rows.SelectMany(row => row.Marks).ToList();
        var (lines, limit) = Lines(rows, bubble.Box, [.. letters.Emoji, .. corner.Erase, .. bubble.Inner.Select(inner => inner.Box)]);
        var (quoted, more) = Inner(bubble);
        var text = lines.Count == 0 ? null : LineJoining.Join(lines, limit, em * grid.Step);
        if (corner.Stamp is null && text is not null && (lines.Count > 1 || Picture(bubble) is not null || letters.Emoji.Count > 0) && lines[^1].Text.Length < 14
            && StampParser.Ending(lines[^1].Text, DateOrder.Unknown) is { } stamp)
        {
            corner = (stamp, corner.Erase);
            text = lines.Count > 1 ? LineJoining.Join(lines[..^1], limit, em * grid.Step) : null;
        }

        text = more is null ? text : text is null ? more : text + "\n" + more;
        return new BubbleReading
        {
            Text = text,
            Name = name,
            Quoted = quoted,
            Stamp = corner.Stamp,
            Confidence = lines.Count == 0 ? 0 : lines.Sum(line => line.Confidence * line.Text.Length) / lines.Sum(line => line.Text.Length),
            Contrast = body.Count == 0 ? 0 : body.Max(mark => mark.Contrast),
            IsPicture = Picture(bubble) is not null || (text is null && letters.Emoji.Count > 0),
        };
    }

    // A quotation covers the filling as a picture does, but it is plain and has letters on it.
    private static CellBox? Picture(BubbleShape bubble) =>
        bubble.Picture is { } picture && !bubble.Inner.Exists(inner => inner.Marks.Count > 2 && inner.Box.Height * 5 >= picture.Height * 3 && inner.Box.Meets(picture))
            ? picture : null;

    private (List<ReadLine> Lines, int Limit) Lines(List<TextRow> rows, CellBox box, IReadOnlyList<CellBox> erase)
    {
        if (rows.Count == 0)
            return ([], 0);
        var ink = rows.Select(row => row.Box).Aggregate((a, b) => a.With(b));
        var marks = rows.SelectMany(row => row.Marks).ToList();
        var underlines = Underlines.Of(marks, em);
        erase = [.. erase, .. underlines.Select(stroke => stroke.Grown(-1))];
        var lines = reader.Read(ink, erase, em, rows.Count == 1 ? TextBlockShape.Line : TextBlockShape.Block)
            .ConvertAll(line => GlyphCheck.Apply(reader.Again(line, erase, em), marks, underlines, grid, em));

        // The words may reach as far to the right as they begin on the left.
        return (lines, Math.Max(ink.Right, box.Right - (ink.Left - box.Left)) * grid.Step);
    }

    // The time in the lower right corner is paler or smaller than the words. Ticks stand to its right.
    private (PrintedStamp? Stamp, IReadOnlyList<CellBox> Erase) TakeCorner(List<TextRow> rows, Letters letters)
    {
        if (rows.Count == 0)
            return (null, []);
        // In a short message there may be more letters in the time than in the words: what stands out most are the words.
        var marks = rows.SelectMany(row => row.Marks).ToList();
        var (usual, strongest) = (InkColour.Usual(marks), InkColour.Strongest(marks));
        var corner = TakeCorner(rows, letters, usual);
        corner = corner.Stamp is null && usual != strongest ? TakeCorner(rows, letters, strongest) : corner;
        return corner.Stamp is null ? TakeSmallCorner(rows, letters) : corner;
    }

    // A time in the colour of the words is smaller than they are, and a wide gap divides it from them.
    private (PrintedStamp? Stamp, IReadOnlyList<CellBox> Erase) TakeSmallCorner(List<TextRow> rows, Letters letters)
    {
        var last = rows[^1];
        var start = last.Marks.Count - 1;
        for (var seen = 1; start > 0 && seen < LongestCorner; start--, seen++)
        {
            if (last.Marks[start].Box.Left - last.Marks.Take(start).Max(mark => mark.Box.Right) > em * 0.42 && last.Marks.Count - start >= 3)
                break;
        }

        var (tail, rest) = (last.Marks.Skip(start).ToList(), rows.SkipLast(1).SelectMany(row => row.Marks).Concat(last.Marks.Take(start)).ToList());
        if (tail.Count is < 3 or > LongestCorner || rest.Count == 0 || tail.Max(mark => mark.Box.Height) > rest.Max(mark => mark.Box.Height) * 0.8)
            return (null, []);
        var row = TextRow.Of(tail)!;
        if (Stamp(row, letters) is not { } stamp)
            return (null, []);
        rows.RemoveAt(rows.Count - 1);
        if (TextRow.Of(last.Marks.Take(start)) is { } words)
            rows.Add(words);
        return (stamp, [row.Box]);
    }

    private (PrintedStamp? Stamp, IReadOnlyList<CellBox> Erase) TakeCorner(List<TextRow> rows, Letters letters, Rgb main)
    {
        var last = rows[^1];
        var start = last.Marks.Count;
        while (start > 0 && IsPale(last.Marks[start - 1], main))
            start--;

        // The dot of a question mark is small, not pale; and the time stands apart from the words.
        while (start < last.Marks.Count && last.Marks[start].Colour.DistanceTo(main) <= InkColour.Same)
            start++;
        while (start > 0 && start < last.Marks.Count && last.Marks[start].Box.Left - last.Marks.Take(start).Max(mark => mark.Box.Right) < em * 0.25)
            start++;
        if (last.Marks.Count - start is < 3 or > LongestCorner)
            return (null, []);
        var tail = TextRow.Of(last.Marks.Skip(start))!;
        var stamp = Stamp(tail, letters) ?? (WithoutTicks(tail) is { } digits ? Stamp(digits, letters) : null);
        if (stamp is null)
            return (null, []);
        rows.RemoveAt(rows.Count - 1);
        if (TextRow.Of(last.Marks.Take(start)) is { } rest)
            rows.Add(rest);
        return (stamp, [tail.Box]);
    }

    private PrintedStamp? Stamp(TextRow row, Letters letters) => StampParser.Ending(
        string.Join(' ', reader.Read(row.Box, letters.Emoji, em * 0.72, TextBlockShape.Line, least: 0).Select(line => line.Text)), DateOrder.Unknown);

    private bool IsPale(Mark mark, Rgb main) => mark.Colour.DistanceTo(main) > InkColour.Same || mark.Box.Height < em * 0.2;

    // A wide gap divides the time from the ticks.
    private TextRow? WithoutTicks(TextRow tail)
    {
        for (var i = tail.Marks.Count - 1; i >= 3; i--)
        {
            var gap = tail.Marks[i].Box.Left - tail.Marks.Take(i).Max(mark => mark.Box.Right);
            if (tail.Marks.Count - i <= 3 && (gap > em * 0.16 || IsWide(tail.Marks[i])))
                return TextRow.Of(tail.Marks.Take(i));
        }

        return null;

        bool IsWide(Mark mark) => mark.Box.Width > em * 0.75;
    }

    private string? TakeName(List<TextRow> rows)
    {
        if (rows.Count < 2)
            return null;
        var main = InkColour.Usual([.. rows.Skip(1).SelectMany(row => row.Marks)]);
        var first = rows[0].Colour;
        if (first.DistanceTo(main) <= InkColour.Same || first.Chroma < 40 || rows[0].Marks.Count(mark => mark.Colour.DistanceTo(main) <= InkColour.Same) * 3 > rows[0].Marks.Count)
            return null;
        var name = string.Join(' ', reader.Read(rows[0].Box, [], em * 0.9, TextBlockShape.Line).Select(line => line.Text));
        if (name.Length is 0 or > 60 || name.Contains('/') || name.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return null;
        rows.RemoveAt(0);
        return name;
    }

    // A quotation has the name of who is quoted in colour above it; other areas inside (previews of links) belong to the message.
    private (string? Quoted, string? More) Inner(BubbleShape bubble)
    {
        var (quoted, more) = ((string?)null, (string?)null);
        foreach (var inner in bubble.Inner.Where(inner => inner.Box.Width >= em * 3 && inner.Box.Height >= em && inner.Marks.Count >= 2))
        {
            var rows = TextRows.Of(inner.Marks.Where(mark => mark.Box.Height < em * 1.9), em, 60);
            var name = TakeName(rows);
            var (lines, limit) = Lines(rows, inner.Box, []);
            if (lines.Count == 0)
                continue;
            var text = LineJoining.Join(lines, limit, em * grid.Step);
            if (name is not null && quoted is null)
                quoted = text;
            else
                more = more is null ? text : more + "\n" + text;
        }

        return (quoted, more);
    }
}
