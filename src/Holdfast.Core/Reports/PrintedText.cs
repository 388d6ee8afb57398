using System.Globalization;
using System.Text;
using Holdfast.Preservation;

namespace Holdfast.Reports;

/// <summary>
/// Prepares what others wrote for paper and screen. Characters that turn the direction of text, hide, or steer a terminal
/// are shown by number, files carried in the text are replaced by their marker, and long text is cut with a mark: a report
/// cannot be made to say something else than its letters, nor to carry a picture.
/// </summary>
internal static class PrintedText
{
    /// <summary>Longest text of a quote, in UTF-16 units.</summary>
    public const int MaxQuote = 1_500;

    /// <summary>Longest text of a table cell, in UTF-16 units.</summary>
    public const int MaxCell = 300;

    /// <summary>Prepares text of several lines.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="max">Longest result before the mark.</param>
    /// <param name="cutMark">Stands behind text that was cut.</param>
    public static string Lines(string text, int max, string cutMark) => Prepare(text, max, cutMark, keepsLines: true);

    /// <summary>Prepares text of one line.</summary>
    public static string Line(string text, int max = MaxCell) => Prepare(text, max, " […]", keepsLines: false);

    private static string Prepare(string text, int max, string cutMark, bool keepsLines)
    {
        text = WithoutCarried(text);
        var isCut = text.Length > max;
        if (isCut)
            text = text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
        var printed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or 0x2028 or 0x2029 or 0x85)
                printed.Append(keepsLines ? '\n' : ' ');
            else if (rune.Value == '\r')
                continue;
            else if (rune.Value == '\t')
                printed.Append(' ');
            else if (IsHidden(rune))
                printed.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            else
                printed.Append(rune.ToString());
        }

        return isCut ? printed.Append(cutMark).ToString() : printed.ToString();
    }

    // Joiners (U+200C, U+200D) and variation selectors belong to ordinary words and emoji and stay.
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ||
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D)) ||
        rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x034F;

    /// <summary>The text with each file that it carries replaced by its marker; the same string when it carries none.</summary>
    public static string WithoutCarried(string text)
    {
        // Shorter text cannot carry a file, and most text has no long word.
        if (text.Length < 24)
            return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        var scanner = new EmbeddedScanner();
        scanner.Feed(bytes);
        scanner.Complete();
        if (scanner.HasLeaks)
            return "[withheld by rule]";
        if (scanner.Runs.Count == 0)
            return text;
        var kept = new StringBuilder();
        var at = 0;
        foreach (var run in scanner.Runs.Where(run => !run.IsNested))
        {
            kept.Append(Encoding.UTF8.GetString(bytes, at, (int)run.Offset - at)).Append(run.Marker);
            at = (int)run.End;
        }

        return kept.Append(Encoding.UTF8.GetString(bytes, at, bytes.Length - at)).ToString();
    }
}
