using System.Globalization;
using Holdfast.Conversations.Formats.PlainText;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>
/// What browsers print around each page: the time of printing and the title above, the address and the number of the page
/// below. In the middle of a chat it would read as if somebody had written it.
/// </summary>
internal static class PrintedFrame
{
    /// <summary>The lines of a page without its frame; all of them when no frame is certain.</summary>
    internal static List<string> Remove(List<string> lines, int page, int pages)
    {
        var last = lines.FindLastIndex(l => l.Length > 0);
        if (last < 0 || !HasPageNumber(lines[last], page, pages))
            return lines;
        lines.RemoveRange(last, lines.Count - last);
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        if (lines.Count > 0 && PastedStamp.TryParse(lines[0].Split('\t')[0].Trim(), out var stamp) && stamp.HasDate)
            lines.RemoveAt(0);
        return lines;
    }

    // "1/3" or "1 of 3" at the left or right end of the line, and nothing else there.
    private static bool HasPageNumber(string line, int page, int pages)
    {
        var slash = string.Create(CultureInfo.InvariantCulture, $"{page}/{pages}");
        var of = string.Create(CultureInfo.InvariantCulture, $"{page} of {pages}");
        var parts = line.Split('\t');
        return IsNumber(parts[0]) || IsNumber(parts[^1]) || IsAddress(parts[0]) && line.EndsWith($" {slash}", StringComparison.Ordinal);

        bool IsNumber(string part) => part.Trim() is var text && (text == slash || text == of);
    }

    private static bool IsAddress(string part) =>
        part.StartsWith("http", StringComparison.Ordinal) || part.Contains(":///", StringComparison.Ordinal) || part.StartsWith("about:", StringComparison.Ordinal);
}
