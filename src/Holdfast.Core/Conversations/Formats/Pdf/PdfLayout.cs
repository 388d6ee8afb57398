using System.Text;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>Puts letters together to lines, from top to bottom and left to right, as a person reads a printed page.</summary>
internal static class PdfLayout
{
    /// <summary>The lines of a page; a wide gap in a line is a tab, a wide gap between lines an empty line.</summary>
    internal static List<string> Lines(List<PdfLetter> letters)
    {
        var lines = new List<string>();
        var sorted = letters.Where(l => l.Size > 0).OrderByDescending(l => l.Y).ToList();
        var (start, above) = (0, double.NaN);
        for (var i = 1; i <= sorted.Count; i++)
        {
            // Letters of one line stand at one height, but for those set higher or lower.
            if (i < sorted.Count && sorted[start].Y - sorted[i].Y < 0.45 * Math.Max(sorted[start].Size, sorted[i].Size))
                continue;
            var line = sorted[start..i];
            var text = Join(line);
            if (text.Length > 0)
            {
                var height = line.Max(l => l.Size);
                if (above - line[0].Y > 2.1 * height)
                    lines.Add("");
                lines.Add(text);
                above = line[^1].Y;
            }

            start = i;
        }

        return lines;
    }

    private static string Join(List<PdfLetter> line)
    {
        var text = new StringBuilder();
        PdfLetter? before = null;
        foreach (var letter in line.OrderBy(l => l.X))
        {
            if (before is { } last)
            {
                // Bold letters are drawn twice by some printers.
                if (letter.Text == last.Text && letter.X - last.X < 0.1 * letter.Size && letter.X < last.Right - 0.1 * letter.Size)
                    continue;
                var gap = letter.X - last.Right;
                if (gap > 3 * letter.Size)
                    text.Append('\t');
                else if (gap > 0.18 * letter.Size && !char.IsWhiteSpace(letter.Text[0]) && !char.IsWhiteSpace(last.Text[^1]))
                    text.Append(' ');
            }

            text.Append(letter.Text);
            before = letter;
        }

        return text.Replace("\0", "").ToString().Trim();
    }
}
