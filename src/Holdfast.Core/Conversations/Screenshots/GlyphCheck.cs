namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// Compares words with the shapes they were read from. Recognisers leave out underscores, which matter in names
/// of accounts; as shapes they are plain to see.
/// </summary>
internal static class GlyphCheck
{
    private const double UnderscoreWidth = 0.5;
    private const double WidestUnderscores = 2.3;

    // The least gap above a stroke that is one; a space is narrower.
    private const double HiddenUnderscore = 0.4;
    private const double NarrowestSpace = 0.22;

    /// <summary>Puts underscores and capitals where the shapes show them.</summary>
    /// <param name="line">The line as it was read.</param>
    /// <param name="marks">The ink of the message, in cells.</param>
    /// <param name="underlines">Those of its marks that are strokes under links.</param>
    /// <param name="grid">The cells.</param>
    /// <param name="em">Size of the font in cells.</param>
    internal static ReadLine Apply(ReadLine line, IReadOnlyList<Mark> marks, IReadOnlySet<CellBox> underlines, CellGrid grid, double em)
    {
        var (glyphs, heights) = (Glyphs(line, marks, underlines, grid, em), new LetterHeights());
        var words = Joined(line.Words, glyphs, em * grid.Step).ConvertAll(word => (Word: word, Glyphs: glyphs.FindAll(glyph => IsIn(glyph, word.Box))));
        foreach (var (word, shapes) in words)
        {
            if (Letters(word.Text) is var letters && IsOneForOne(letters, shapes))
                heights.Learn(letters, Heights(shapes));
        }

        return new ReadLine(words.ConvertAll(item => Checked(item.Word, item.Glyphs, heights)));
    }

    private static bool IsIn(Glyph glyph, PictureBox box) => (glyph.Left + glyph.Right) / 2 >= box.X && (glyph.Left + glyph.Right) / 2 <= box.Right;

    // Ink that stands one above the other is one letter; a mark low down and flat with nothing above it is an underscore.
    private static List<Glyph> Glyphs(ReadLine line, IReadOnlyList<Mark> marks, IReadOnlySet<CellBox> underlines, CellGrid grid, double em)
    {
        var (top, bottom) = (line.Words.Min(word => word.Box.Y), line.Words.Max(word => word.Box.Bottom));
        var (size, glyphs) = (em * grid.Step, new List<Glyph>());
        var here = marks.Where(mark => !underlines.Contains(mark.Box)).Select(mark => grid.ToPixels(mark.Box))
            .Where(box => box.Y + box.Height / 2 >= top - size * 0.1 && box.Y + box.Height / 2 <= bottom + size * 0.25).OrderBy(box => box.X).ToList();
        foreach (var box in here)
        {
            var isBar = box.Height <= Math.Max(2 * grid.Step, size * 0.17) && box.Width > box.Height;
            var isFlat = isBar && box.Width >= size * 0.33 && box.Width <= size * WidestUnderscores
                && box.Y > bottom - size * 0.3 && here.Exists(other => other.Height > size * 0.4 && other.Bottom - size * 0.06 <= box.Y);
            var count = isFlat ? Count(box.Width, size) : 0;
            if (glyphs.Count > 0 && count == 0 && glyphs[^1].Underscores == 0 && Math.Min(box.Right, glyphs[^1].Right) - box.X > Math.Min(box.Width, glyphs[^1].Right - glyphs[^1].Left) * 0.5)
                glyphs[^1] = glyphs[^1] with { Right = Math.Max(box.Right, glyphs[^1].Right), Height = Math.Max(box.Height, glyphs[^1].Height), Bars = isBar && glyphs[^1].Bars > 0 ? glyphs[^1].Bars + 1 : 0 };
            else
                glyphs.Add(new Glyph(box.X, box.Right, count, box.Height) { Bars = isBar ? 1 : 0 });
        }

        var strokes = underlines.Select(grid.ToPixels).Where(box => box.Y > top && Math.Abs(box.Bottom - bottom) < size * 0.5).ToList();
        return strokes.Count == 0 ? glyphs : WithHidden(glyphs, strokes, size);
    }

    // The stroke under a link hides its underscores: only the wide gaps between the letters show them.
    private static List<Glyph> WithHidden(List<Glyph> glyphs, List<PictureBox> strokes, double size)
    {
        var all = new List<Glyph>();
        for (var i = 0; i < glyphs.Count; i++)
        {
            all.Add(glyphs[i]);
            var (from, to) = (glyphs[i].Right, i + 1 < glyphs.Count ? glyphs[i + 1].Left : strokes.Max(stroke => stroke.Right));
            var covered = strokes.Sum(stroke => Math.Max(0, Math.Min(to, stroke.Right) - Math.Max(from, stroke.X)));
            if (covered > size * HiddenUnderscore)
                all.Add(new Glyph(from, from + covered, Count((int)(covered - size * 0.12), size), 0));
        }

        return all;
    }

    private static int Count(int width, double em) => (int)Math.Clamp(Math.Round(width / (em * UnderscoreWidth)), 1, 4);

    // Two words with an underscore in the gap between them are one.
    private static List<RecognisedWord> Joined(IReadOnlyList<RecognisedWord> words, List<Glyph> glyphs, double em)
    {
        var joined = new List<RecognisedWord>();
        foreach (var word in words)
        {
            if (joined.Count > 0 && glyphs.Find(glyph => glyph.Underscores > 0 && Bridges(glyph, joined[^1].Box, word.Box, em)) is { Underscores: > 0 } bridge
                && (bridge.Height > 0 || IsOfLink(joined[^1].Text) || IsOfLink(word.Text)))
            {
                var last = joined[^1];
                var right = Math.Max(last.Box.Right, word.Box.Right);
                var text = last.Text.TrimEnd('_') + new string('_', bridge.Underscores) + word.Text.TrimStart('_');
                joined[^1] = new RecognisedWord(text, last.Box with { Width = right - last.Box.X }, Math.Min(last.Confidence, word.Confidence), last.Line);
            }
            else if (joined.Count > 0 && IsOneLink(joined[^1], word, em))
            {
                var last = joined[^1];
                joined[^1] = new RecognisedWord(last.Text + word.Text, last.Box with { Width = word.Box.Right - last.Box.X }, Math.Min(last.Confidence, word.Confidence), last.Line);
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

    // Marks in a link are taken for the end of a word, but no space is so narrow.
    private static bool IsOneLink(RecognisedWord left, RecognisedWord right, double em) =>
        right.Box.X - left.Box.Right < em * NarrowestSpace && right.Box.X >= left.Box.X
        && (left.Text.Contains("://", StringComparison.Ordinal) || (left.Text is "https:" or "http:" && right.Text.StartsWith('/')));

    // Words under a stroke are a link, but one that is written out has no spaces.
    private static bool IsOfLink(string word) => word.AsSpan().ContainsAny("/?=&_.") || word.AsSpan().ContainsAnyInRange('0', '9');

    private static string Letters(string word) => word.Replace("_", "", StringComparison.Ordinal);

    private static List<int> Heights(List<Glyph> glyphs) => [.. glyphs.Where(glyph => glyph.Underscores == 0).Select(glyph => glyph.Height)];

    private static bool IsOneForOne(string letters, List<Glyph> glyphs) => letters.Length > 0 && letters.Length == glyphs.Count(glyph => glyph.Underscores == 0);

    private static RecognisedWord Checked(RecognisedWord word, List<Glyph> glyphs, LetterHeights heights)
    {
        var letters = Letters(word.Text);
        if (!IsOneForOne(letters, glyphs))
            return word;
        letters = heights.Right(letters, Heights(glyphs));
        if (letters.Contains('-', StringComparison.Ordinal) && IsOfLink(letters))
        {
            var bars = glyphs.Where(glyph => glyph.Underscores == 0).Select(glyph => glyph.Bars).ToList();
            letters = string.Concat(letters.Select((c, i) => c == '-' && bars[i] == 2 ? '=' : c));
        }

        if (glyphs.Sum(glyph => glyph.Underscores) < word.Text.Length - Letters(word.Text).Length)
            return letters.Length == word.Text.Length ? word with { Text = letters } : word;
        var text = new System.Text.StringBuilder();
        var at = 0;
        foreach (var glyph in glyphs)
        {
            if (glyph.Underscores > 0)
                text.Append('_', glyph.Underscores);
            else
                text.Append(letters[at++]);
        }

        return word with { Text = text.ToString() };
    }

    // A height of 0 is that of an underscore which no mark shows.
    private readonly record struct Glyph(int Left, int Right, int Underscores, int Height)
    {
        // Flat strokes one above the other, when there is nothing else.
        internal int Bars { get; init; }
    }
}
