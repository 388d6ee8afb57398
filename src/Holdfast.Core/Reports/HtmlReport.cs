using System.Globalization;
using System.Text;

namespace Holdfast.Reports;

/// <summary>
/// Writes a report as one self-contained page: no script, no link, no picture, nothing loaded from anywhere, and a content
/// security policy that forbids all of it. Everything is escaped; what others wrote has its own direction.
/// </summary>
public static class HtmlReport
{
    /// <summary>The report as bytes (UTF-8).</summary>
    public static byte[] Write(EvidenceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"").Append(Escape(report.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Append("<meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Append("<title>").Append(Escape(report.Title)).Append("</title>\n<style>\n").Append(HtmlStyle.Sheet).Append("</style>\n</head>\n<body>\n<main>\n");
        html.Append("<h1>").Append(Escape(report.Title)).Append("</h1>\n");
        var number = 0;
        foreach (var section in report.Sections)
        {
            number++;
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"{section.Id}\" aria-labelledby=\"h-{section.Id}\">\n<h2 id=\"h-{section.Id}\"><span class=\"n\">{number}</span> ")
                .Append(Escape(section.Title)).Append("</h2>\n");
            if (section.Blocks.Count == 0)
                html.Append("<p class=\"none\">").Append(Escape(report.None)).Append("</p>\n");
            foreach (var block in section.Blocks)
                Block(html, block);
            html.Append("</section>\n");
        }

        return Encoding.UTF8.GetBytes(html.Append("</main>\n</body>\n</html>\n").ToString());
    }

    private static void Block(StringBuilder html, ReportBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Append("<p>").Append(Escape(paragraph.Text)).Append("</p>\n");
                break;
            case Points points:
                html.Append("<ul>\n");
                foreach (var line in points.Lines)
                    html.Append("<li>").Append(Escape(line)).Append("</li>\n");
                html.Append("</ul>\n");
                break;
            case ForeignText foreign:
                html.Append("<blockquote dir=\"auto\">").Append(Escape(foreign.Text)).Append("</blockquote>\n");
                break;
            case Commands commands:
                foreach (var line in commands.Lines)
                    html.Append("<pre><code>").Append(Escape(line)).Append("</code></pre>\n");
                break;
            case Facts facts:
                html.Append("<dl>\n");
                foreach (var (label, value) in facts.Lines)
                    html.Append("<div><dt>").Append(Escape(label)).Append("</dt><dd>").Append(Escape(value)).Append("</dd></div>\n");
                html.Append("</dl>\n");
                break;
            case Table table:
                Rows(html, table);
                break;
            case QuotedMessage quote:
                Quote(html, quote);
                break;
            case BlankLines blanks:
                html.Append("<div class=\"blanks\">\n");
                foreach (var label in blanks.Labels)
                    html.Append("<p>").Append(Escape(label)).Append("</p>\n");
                html.Append("</div>\n");
                break;
        }
    }

    private static void Rows(StringBuilder html, Table table)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (var head in table.Heads)
            html.Append("<th scope=\"col\">").Append(Escape(head)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                var cell = row[i];
                html.Append("<td data-head=\"").Append(Escape(table.Heads[i])).Append('"');
                html.Append(cell.Text.Length == 0 ? " class=\"empty\"" : cell.IsCode ? " class=\"code\"" : "").Append('>');
                html.Append("<span").Append(cell.IsForeign ? " dir=\"auto\"" : "").Append('>').Append(Escape(cell.Text)).Append("</span></td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Quote(StringBuilder html, QuotedMessage quote)
    {
        html.Append("<figure>\n<figcaption><bdi>").Append(Escape(quote.From)).Append("</bdi> <span>").Append(Escape(quote.At))
            .Append("</span> <span>").Append(Escape(quote.Where)).Append("</span></figcaption>\n");
        html.Append("<blockquote dir=\"auto\">").Append(Escape(quote.Text)).Append("</blockquote>\n");
        if (quote.Shows.Length > 0)
            html.Append("<p class=\"shows\">").Append(Escape(quote.Shows)).Append("</p>\n");
        if (quote.RecordHash is not null)
            html.Append("<p class=\"hash\">sha256 ").Append(quote.RecordHash).Append("</p>\n");
        html.Append("</figure>\n");
    }

    // Every character that can mean something to a reader of HTML; control characters were made visible before.
    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'`=") < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                '=' => "&#61;",
                _ => null,
            } ?? c.ToString());
        }

        return escaped.ToString();
    }
}
