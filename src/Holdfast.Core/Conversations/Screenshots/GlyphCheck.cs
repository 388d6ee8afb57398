namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// Compares words with the shapes they were read from. Recognisers leave out underscores, which matter in names
/// of accounts; as shapes they are plain to see.
/// </summary>
internal static class GlyphCheck
{
    private const double UnderscoreWidth = 0.5;
    private const double WidestUnderscores = 2.3;

    /// <summary>Puts underscores where the shapes show them.</summary>
    /// <param name="line">The line as it was read.</param>
    /// <param name="marks">The ink of the message, in cells.</param>
    /// <param name="grid">The cells.</param>
    /// <param name="em">Size of the font in cells.</param>
    internal static ReadLine Apply(ReadLine line, IReadOnlyList<Mark> marks, CellGrid grid, double em)
    {
        var glyphs = Glyphs(line, marks, grid, em);
        var words = new List<RecognisedWord>();
        var underline = Underline(line, marks, grid, em);
        foreach (var word in Joined(Underlined(line.Words, underline, em * grid.Step), glyphs, em * grid.Step))
            words.Add(Checked(word, [.. glyphs.Where(glyph => IsIn(glyph, word.Box))]));
        return new ReadLine(words);
    }

    private static bool IsIn(Glyph glyph, PictureBox box) => (glyph.Left + glyph.Right) / 2 >= box.X && (glyph.Left + glyph.Right) / 2 <= box.Right;

    // Ink that stands one above the other is one letter; a mark low down and flat is an underscore.
    private static List<Glyph> Glyphs(ReadLine line, IReadOnlyList<Mark> marks, CellGrid grid, double em)
    {
        var (top, bottom) = (line.Words.Min(word => word.Box.Y), line.Words.Max(word => word.Box.Bottom));
        var (size, glyphs) = (em * grid.Step, new List<Glyph>());
        var here = marks.Select(mark => (Box: grid.ToPixels(mark.Box), mark)).Where(item => item.Box.Y + item.Box.Height / 2 >= top - size * 0.1 && item.Box.Y + item.Box.Height / 2 <= bottom + size * 0.25)
            .OrderBy(item => item.Box.X).ToList();
        foreach (var (box, _) in here)
        {
            var isFlat = box.Height <= Math.Max(2 * grid.Step, size * 0.17) && box.Width >= size * 0.33 && box.Width <= size * WidestUnderscores
                && box.Y > bottom - size * 0.3 && here.Any(other => other.Box.Height > size * 0.4 && other.Box.Bottom - size * 0.06 <= box.Y);
            var count = isFlat ? Math.Max(1, (int)Math.Round(box.Width / (size * UnderscoreWidth))) : 0;
            if (glyphs.Count > 0 && count == 0 && glyphs[^1].Underscores == 0 && Math.Min(box.Right, glyphs[^1].Right) - box.X > Math.Min(box.Width, glyphs[^1].Right - glyphs[^1].Left) * 0.5)
                glyphs[^1] = glyphs[^1] with { Right = Math.Max(box.Right, glyphs[^1].Right) };
            else
                glyphs.Add(new Glyph(box.X, box.Right, count));
        }

        return glyphs;
    }

    // The line under a link joins its letters with their underscores: only the gaps that are left show them.
    private static PictureBox? Underline(ReadLine line, IReadOnlyList<Mark> marks, CellGrid grid, double em)
    {
        var bottom = line.Words.Max(word => word.Box.Bottom);
        foreach (var mark in marks)
        {
            if (mark.Box.Width > em * WidestUnderscores && Math.Abs(grid.ToPixels(mark.Box).Bottom - bottom) < em * grid.Step * 0.4)
                return grid.ToPixels(mark.Box);
        }

        return null;
    }

    private static IReadOnlyList<RecognisedWord> Underlined(IReadOnlyList<RecognisedWord> words, PictureBox? underline, double em)
    {
        if (underline is not { } under)
            return words;
        var joined = new List<RecognisedWord>();
        foreach (var word in words)
        {
            if (joined.Count > 0 && joined[^1] is var last && under.X < last.Box.Right && under.Right > word.Box.X + word.Box.Width / 2
                && last.Text.Contains("://", StringComparison.Ordinal) && Count(word.Box.X - last.Box.Right, em) is var count)
            {
                joined[^1] = new RecognisedWord(
                    last.Text + new string('_', count) + word.Text, last.Box with { Width = word.Box.Right - last.Box.X }, Math.Min(last.Confidence, word.Confidence), last.Line);
            }
            else
            {
                joined.Add(word);
            }
        }

        if (under.Right - joined[^1].Box.Right > em * 0.35 && joined[^1].Text.Contains("://", StringComparison.Ordinal))
            joined[^1] = joined[^1] with { Text = joined[^1].Text + new string('_', Count(under.Right - joined[^1].Box.Right, em)) };
        return joined;
    }

    private static int Count(int width, double em) => (int)Math.Clamp(Math.Round(width / (em * UnderscoreWidth)), 1, 4);

    // Two words with an underscore in the gap between them are one.
    private static List<RecognisedWord> Joined(IReadOnlyList<RecognisedWord> words, List<Glyph> glyphs, double em)
    {
        var joined = new List<RecognisedWord>();
        foreach (var word in words)
        {
            if (joined.Count > 0 && glyphs.Find(glyph => glyph.Underscores > 0 && Bridges(glyph, joined[^1].Box, word.Box, em)) is { Underscores: > 0 } bridge)
            {
                var last = joined[^1];
                var right = Math.Max(last.Box.Right, word.Box.Right);
                var text = last.Text.TrimEnd('_') + new string('_', bridge.Underscores) + word.Text.TrimStart('_');
                joined[^1] = new RecognisedWord(text, last.Box with { Width = right - last.Box.X }, Math.Min(last.Confidence, word.Confidence), last.Line);
            }
            else
            {
                joined.Add(word);
            }
        }

        return joined;
    }

    // It begins where the left word ends, or is its end, and reaches as far as the right one; a space would be wider.
    private static bool Bridges(Glyph glyph, PictureBox left, PictureBox right, double em) =>
        glyph.Left < left.Right + em * 0.25 && glyph.Right > left.Right - em * 0.2 && Math.Abs(right.X - glyph.Right) < em * 0.2;

    private static RecognisedWord Checked(RecognisedWord word, List<Glyph> glyphs)
    {
        var letters = word.Text.Replace("_", "", StringComparison.Ordinal);
        var (seen, read) = (glyphs.Sum(glyph => glyph.Underscores), word.Text.Length - letters.Length);
        if (letters.Length == 0 || letters.Length != glyphs.Count(glyph => glyph.Underscores == 0) || seen < read)
            return word;
        var text = new System.Text.StringBuilder();
        var at = 0;
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (glyphs[i].Underscores > 0)
                text.Append('_', glyphs[i].Underscores);
            else
                text.Append(letters[at++]);
        }

        return word with { Text = text.ToString() };
    }

    private readonly record struct Glyph(int Left, int Right, int Underscores);
}
