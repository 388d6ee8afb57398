namespace Holdfast.Conversations.Screenshots;

/// <summary>Reads apps that write rows under each other: a name with or without a time, then what was said.</summary>
internal static class RowPageReader
{
    // Names in capitals (Snapchat) are coloured, so that shouting is none.
    private const int Coloured = 55;

    // Links and addresses are read without much confidence, as no dictionary has them; rubbish is short.
    private const int LongWord = 10;

    internal static (string? Title, List<PageEntry> Entries)? Read(PageShapes shapes, IReadOnlyList<LooseLine> lines)
    {
        var em = shapes.Em;
        var ground = shapes.Ground?.Id ?? -1;
        var rows = Merge([.. lines.Where(line => line.Row.Marks.Count(mark => mark.Region == ground) * 2 > line.Row.Marks.Count)], em);
        var heads = rows.Select(HeadOf).ToList();
        var first = heads.FindIndex(head => head is not null);
        if (first < 0)
            return null;
        var header = ScreenHeader.Find(shapes, lines, rows[first].Box.Top);
        var limit = Math.Max(rows.Max(row => row.Box.Right), shapes.Pane.Right - (int)(em * 2.2)) * shapes.Grid.Step;
        var pitch = Pitch(rows, em);
        var entries = new List<PageEntry>();
        RowHead? speaker = null;
        var body = new List<LooseLine>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Box.CentreY <= header.Bottom || (rows[i].Box.Top > shapes.Grid.Height - em * 6 && ScreenWords.IsHint(rows[i].Text)) || ScreenHeader.IsStatusBar(rows[i], shapes.Grid))
                continue;
            if (heads[i] is { } head)
            {
                Finish();
                speaker = head;
            }
            else if (rows[i].Stamp is { NamesDay: true } stamp && IsCentred(rows[i]))
            {
                Finish();
                entries.Add(new PageEntry { Box = shapes.Grid.ToPixels(rows[i].Box), Text = rows[i].Text, Stamp = stamp, IsSeparator = true, Confidence = rows[i].Confidence });
            }
            else if (speaker is not null && (rows[i].Confidence >= 0.35 || rows[i].Read.Words.Any(word => word.Text.Length >= LongWord)))
            {
                // A new message of the same person starts a line although the last one had room.
                if (body.Count > 0 && (Baseline(rows[i]) - Baseline(body[^1]) > pitch * 1.1 || !Wrapped(body[^1], rows[i])))
                    FinishBody();
                body.Add(rows[i]);
            }
        }

        Finish();
        return entries.Exists(entry => entry.Side != Side.None) ? (header.Title, entries) : null;

        bool IsCentred(LooseLine line) => Math.Abs(line.Box.CentreX - shapes.Pane.CentreX) < Math.Max(em * 1.5, shapes.Pane.Width * 0.06);

        bool Wrapped(LooseLine line, LooseLine next) => LineJoining.IsWrapped(line.Read, next.Read, limit, em * shapes.Grid.Step);

        void Finish()
        {
            FinishBody();
            speaker = null;
        }

        void FinishBody()
        {
            if (speaker is null || body.Count == 0)
                return;
            var box = body.Select(line => line.Box).Aggregate((a, b) => a.With(b));
            entries.Add(new PageEntry
            {
                Side = ScreenWords.IsMe(speaker.Name) && speaker.Stamp is null ? Side.Mine : Side.Other,
                Box = shapes.Grid.ToPixels(box),
                Name = speaker.Name,
                Stamp = speaker.Stamp,
                Text = LineJoining.Join(body.ConvertAll(line => line.Read), limit, em * shapes.Grid.Step),
                Confidence = body.Average(line => line.Confidence),
            });
            body.Clear();
        }
    }

    // From line to line within a message; messages stand a little further apart.
    private static double Pitch(List<LooseLine> rows, double em)
    {
        var pitches = rows.Zip(rows.Skip(1), (a, b) => Baseline(b) - Baseline(a)).Where(pitch => pitch > em * 0.95 && pitch < em * 2).ToList();
        return pitches.Count == 0 ? em * 2 : pitches.Min();
    }

    // Most letters stand on it.
    private static double Baseline(LooseLine line)
    {
        var bottoms = line.Row.Marks.Where(mark => mark.Box.Height * 2 > line.Box.Height).Select(mark => mark.Box.Bottom).Order().ToList();
        return bottoms.Count == 0 ? line.Box.Bottom : bottoms[bottoms.Count / 2];
    }

    private static RowHead? HeadOf(LooseLine line)
    {
        var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 12)
            return null;
        if (words.Length <= 4 && line.Row.Colour.Chroma >= Coloured && line.Text.Count(char.IsLetter) >= 2 && !line.Text.Any(char.IsLower))
            return new RowHead(line.Text, null);
        for (var start = 1; start < words.Length && start <= 5; start++)
        {
            if (StampParser.Parse(string.Join(' ', words[start..]), DateOrder.Unknown) is { } stamp && stamp.Clock is not null && IsPaler(line.Row))
                return new RowHead(string.Join(' ', words[..start]).TrimEnd('—', '-', '·', '•', ' '), stamp);
        }

        return null;
    }

    // The time is paler or smaller than the name before it.
    private static bool IsPaler(TextRow row)
    {
        var third = Math.Max(1, row.Marks.Count / 3);
        var (first, last) = (row.Marks.Take(third).ToList(), row.Marks.Skip(row.Marks.Count - third).ToList());
        return InkColour.Usual(first).DistanceTo(InkColour.Usual(last)) > 30 || first.Max(mark => mark.Box.Height) > last.Max(mark => mark.Box.Height) * 1.12;
    }

    // Pieces of one line that a wide gap divides.
    private static List<LooseLine> Merge(List<LooseLine> lines, double em)
    {
        var merged = new List<LooseLine>();
        foreach (var line in lines)
        {
            var at = merged.FindLastIndex(other => Math.Abs(other.Box.CentreY - line.Box.CentreY) < em * 0.5);
            if (at < 0 || line.Box.Left - merged[at].Box.Right is var gap && (gap < 0 || gap > em * 3))
            {
                merged.Add(line);
                continue;
            }

            var row = TextRow.Of(merged[at].Row.Marks.Concat(line.Row.Marks))!;
            var read = new ReadLine([.. merged[at].Read.Words, .. line.Read.Words]);
            merged[at] = new LooseLine(row, read, (merged[at].Confidence + line.Confidence) / 2, StampParser.Parse(read.Text, DateOrder.Unknown));
        }

        return merged;
    }

    private sealed record RowHead(string Name, PrintedStamp? Stamp)
    {
        public override string ToString() => "row head";
    }
}
