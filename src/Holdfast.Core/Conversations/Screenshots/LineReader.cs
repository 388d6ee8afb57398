namespace Holdfast.Conversations.Screenshots;

/// <summary>Has pieces of one screenshot read, and takes nothing from the recogniser on trust.</summary>
internal sealed class LineReader(CellGrid grid, ITextRecogniser recogniser)
{
    // Rubbish next to shapes that are no letters is read with less.
    private const double LeastConfidence = 0.25;
    private const double SureConfidence = 0.95;
    private const int LongestWord = 4_096;
    private const int MostWords = 20_000;

    /// <summary>Reads a piece.</summary>
    /// <param name="ink">The rectangle around the letters.</param>
    /// <param name="erase">Parts of it that are no letters, or belong to something else.</param>
    /// <param name="em">Size of the font in cells.</param>
    /// <param name="shape">How the text lies.</param>
    /// <param name="enlarge">1, or more for a second look.</param>
    /// <param name="least">Words of a letter or two that are less sure are left out.</param>
    internal List<ReadLine> Read(CellBox ink, IEnumerable<CellBox> erase, double em, TextBlockShape shape, double enlarge = 1, double least = LeastConfidence)
    {
        var area = grid.ToPixels(ink.Grown((int)Math.Ceiling(Math.Max(2, em * 0.22))));
        var cutout = TextCutout.Of(grid.Pixels, area, [.. erase.Select(box => grid.ToPixels(box.Grown(1)))], em * grid.Step, enlarge);
        var lines = new SortedDictionary<int, List<RecognisedWord>>();
        foreach (var word in recogniser.Recognise(cutout.Image, shape).Take(MostWords))
        {
            if (Clean(word, cutout, least) is not { } clean)
                continue;
            if (!lines.TryGetValue(clean.Line, out var words))
                lines.Add(clean.Line, words = []);
            words.Add(clean);
        }

        return [.. lines.Values.Select(words => new ReadLine(words))];
    }

    /// <summary>
    /// Reads names of accounts and links once more, each by itself and larger, and keeps the surer reading: there is no
    /// dictionary that could put them right.
    /// </summary>
    internal ReadLine Again(ReadLine line, IReadOnlyList<CellBox> erase, double em)
    {
        if (!line.Words.Any(IsValue))
            return line;
        return new ReadLine([.. line.Words.Select(word => IsValue(word) && Once(word, erase, em) is { } again ? again : word)]);
    }

    private static bool IsValue(RecognisedWord word) => word.Confidence < SureConfidence && word.Text.Length > 3 && (word.Text.Contains('@') || word.Text.Contains("://", StringComparison.Ordinal));

    private RecognisedWord? Once(RecognisedWord word, IReadOnlyList<CellBox> erase, double em)
    {
        var (box, step) = (word.Box, grid.Step);
        if (box.Width < 4 || box.Height < 4)
            return null;
        var cells = new CellBox(box.X / step, box.Y / step, (box.Right - 1) / step, (box.Bottom - 1) / step);
        var read = Read(cells, erase, em, TextBlockShape.Line, 1.4);
        var words = read.SelectMany(other => other.Words).ToList();
        return words is [var only] && only.Confidence > word.Confidence && Math.Abs(only.Text.Length - word.Text.Length) <= 3 ? word with { Text = only.Text, Confidence = only.Confidence } : null;
    }

    private static RecognisedWord? Clean(RecognisedWord? word, TextCutout cutout, double least)
    {
        if (word is null || string.IsNullOrWhiteSpace(word.Text))
            return null;
        var confidence = double.IsFinite(word.Confidence) ? Math.Clamp(word.Confidence, 0, 1) : 0;
        var text = WithoutStrokes(word.Text.Trim());
        var hasLetter = text.AsSpan().ContainsAnyInRange('0', '9') || text.Any(char.IsLetter);
        if (confidence < least && (text.Length < 3 || !hasLetter))
            return null;
        if (!hasLetter && confidence < 0.5)
            return null;
        return new RecognisedWord(text[..TextLimit.Cut(text, LongestWord)], cutout.ToPicture(word.Box), confidence, word.Line);
    }

    // An upright stroke is never written in a chat; it is a capital I at the beginning of a word, else a small L.
    private static string WithoutStrokes(string text)
    {
        if (text is "l")
            return "I";
        return text.Contains('|', StringComparison.Ordinal) ? (text[0] == '|' ? "I" + text[1..] : text).Replace('|', 'l') : text;
    }
}
