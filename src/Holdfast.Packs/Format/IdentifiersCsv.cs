using System.Text;

namespace Holdfast.Packs;

/// <summary>
/// <c>metadata/identifiers.csv</c> (RFC 4180, UTF-8, CR LF), made to be opened in a spreadsheet by a bank or an officer. A cell
/// that a spreadsheet could take for a formula gets an apostrophe in front; a cell that begins with an apostrophe gets one more,
/// so that taking one away gives the value back. See OWASP, "CSV Injection".
/// </summary>
internal static class IdentifiersCsv
{
    private const string Header = "kind,as_seen,normalised,item,first_seen\r\n";

    // The full-width forms start a formula in spreadsheets set to East Asian languages.
    private const string Guarded = "'=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

    public static byte[] Write(IEnumerable<IdentifierRow> rows)
    {
        var text = new StringBuilder(Header);
        foreach (var row in rows)
        {
            AppendCell(text, row.Kind).Append(',');
            AppendCell(text, row.AsSeen).Append(',');
            AppendCell(text, row.Normalised).Append(',');
            AppendCell(text, row.Item?.ToString() ?? "").Append(',');
            AppendCell(text, row.FirstSeen).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static StringBuilder AppendCell(StringBuilder text, string value)
    {
        var trimmed = value.TrimStart(' ');
        if (value.Length > 0 && (Guarded.Contains(value[0]) || trimmed.Length > 0 && Guarded.Contains(trimmed[0])))
            value = "'" + value;
        return value.AsSpan().ContainsAny("\",\r\n") || value != value.Trim()
            ? text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            : text.Append(value);
    }
}
