using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.Line;

/// <summary>The lines of a LINE history that stand for a day: <c>2024/06/12(Wed)</c>, <c>2017.09.03 Sunday</c>, <c>Fri, 1/30/2026</c>.</summary>
internal static class LineDay
{
    /// <summary>True when the line is a date, perhaps with its day of the week, and nothing else.</summary>
    internal static bool Is(string line)
    {
        if (line.Length is < 8 or > 48 || line.Contains('\t', StringComparison.Ordinal))
            return false;
        var words = 0;
        var inWord = false;
        foreach (var c in line)
        {
            words += char.IsLetter(c) && !inWord ? 1 : 0;
            inWord = char.IsLetter(c) || inWord && !char.IsDigit(c) && c is not (' ' or ',' or '(' or '（' or '.' or '/');
        }

        return words <= 5 && CultureStamp.TryParse(line, out var stamp) && !stamp.HasTime;
    }
}
