using System.Text;

namespace Holdfast.Reports;

/// <summary>
/// Writes a report as plain text: UTF-8, line feeds, lines of at most 78 characters except where a word, hash or command is
/// longer. It can be read on any computer and pasted into any form.
/// </summary>
public static class TextReport
{
    private const int Width = 78;

    /// <summary>The report as bytes.</summary>
    public static byte[] Write(EvidenceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append(report.Title).Append('\n').Append('=', Math.Min(Width, report.Title.Length)).Append('\n');
        var number = 0;
        foreach (var section in report.Sections)
        {
            var title = $"{++number}. {section.Title}";
            text.Append("\n\n").Append(title).Append('\n').Append('-', Math.Min(Width, title.Length)).Append('\n');
            if (section.Blocks.Count == 0)
                text.Append('\n').Append(report.None).Append('\n');
            foreach (var block in section.Blocks)
                Block(text, block);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Block(StringBuilder text, ReportBlock block)
    {
        text.Append('\n');
        switch (block)
        {
            case Paragraph paragraph:
                Wrap(text, paragraph.Text, "", "");
                break;
            case Points points:
                foreach (var line in points.Lines)
                    Wrap(text, line, "- ", "  ");
                break;
            case ForeignText foreign:
                Foreign(text, foreign.Text);
                break;
            case Commands commands:
                foreach (var line in commands.Lines)
                    text.Append("    ").Append(line).Append('\n');
                break;
            case Facts facts:
                foreach (var (label, value) in facts.Lines)
                    Wrap(text, $"{label}: {value}", "", "  ");
                break;
            case Table table:
                Rows(text, table);
                break;
            case QuotedMessage quote:
                Wrap(text, $"{quote.At}  {quote.From}  ({quote.Where})", "", "  ");
                Foreign(text, quote.Text);
                if (quote.Shows.Length > 0)
                    Wrap(text, quote.Shows, "  -> ", "     ");
                if (quote.RecordHash is not null)
                    text.Append("  sha256 ").Append(quote.RecordHash).Append('\n');
                break;
            case BlankLines blanks:
                foreach (var label in blanks.Labels)
                    text.Append(label).Append(label.Length > 0 ? " " : "").Append('_', Math.Max(10, Width - 1 - label.Length)).Append("\n\n");
                break;
        }
    }

    // A table of long cells does not fit 78 columns: each row becomes a small list under its first cell.
    private static void Rows(StringBuilder text, Table table)
    {
        var isFirst = true;
        foreach (var row in table.Rows)
        {
            if (!isFirst)
                text.Append('\n');
            isFirst = false;
            for (var i = 0; i < row.Count; i++)
            {
                if (row[i].Text.Length > 0)
                    Wrap(text, $"{table.Heads[i]}: {row[i].Text}", i == 0 ? "* " : "  ", "    ");
            }
        }
    }

    // A bar before each line, so that no quoted line can pass for a line of the report.
    private static void Foreign(StringBuilder text, string words)
    {
        foreach (var line in words.Split('\n'))
            Wrap(text, line, "  | ", "  | ");
    }

    private static void Wrap(StringBuilder text, string words, string first, string rest)
    {
        var (lead, column) = (first, 0);
        foreach (var word in words.Split(' '))
        {
            var length = Columns(word);
            if (column > 0 && column + 1 + length > Width)
            {
                text.Append('\n');
                (lead, column) = (rest, 0);
            }

            if (column == 0)
            {
                text.Append(lead).Append(word);
                column = lead.Length + length;
            }
            else
            {
                text.Append(' ').Append(word);
                column += 1 + length;
            }
        }

        text.Append('\n');
    }

    private static int Columns(string word)
    {
        var columns = 0;
        foreach (var _ in word.EnumerateRunes())
            columns++;
        return columns;
    }
}
