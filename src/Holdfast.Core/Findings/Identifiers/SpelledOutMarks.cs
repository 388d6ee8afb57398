using System.Buffers;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Turns marks that are written so as to be missed into the marks themselves: "name (at) example [dot] com",
/// "gmail dot com", "nome chiocciola example punto com", "hxxp". Bare words count only where a top-level domain or
/// another such word follows, because "at" and "dot" are also ordinary words.
/// </summary>
internal static class SpelledOutMarks
{
    /// <summary>Bare words that stand for a dot or the at sign and that do not need another mark in the text.</summary>
    public static readonly string[] Words = ["dot", "d0t", "punto", "chiocciola"];

    private const int MostSpaces = 3;

    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [.. Words, "[", "(", "{", "<", "hxxp", " @", "@ ", " ."], StringComparison.OrdinalIgnoreCase);

    private static readonly CueWords NotNames = new("the", "a", "an", "this", "that", "old", "first", "il", "la", "un", "una", "questo");

    private static readonly CueWords MailHosts =
        new("gmail", "googlemail", "yahoo", "hotmail", "outlook", "icloud", "proton", "protonmail", "libero", "live", "aol", "gmx");

    /// <summary>True when the text could hold such marks.</summary>
    public static bool AreIn(string text) => text.AsSpan().ContainsAny(Signs);

    /// <summary>Replaces them.</summary>
    public static ReadableText Replace(ReadableText source)
    {
        var text = source.Text;
        var writer = new ReadableText.Writer(source);
        for (var i = 0; i < text.Length;)
        {
            var last = writer.Written.IsEmpty ? ' ' : writer.Written[^1];
            var mayStart = char.IsLetterOrDigit(last) && text[i] is ' ' or '[' or '(' or '{' or '<' or '@';
            if (mayStart && TryRead(text, i, writer, out var mark, out var end))
            {
                writer.Write(mark, i, end);
                i = end;
            }
            else if (text[i] is 'h' or 'H' && text.AsSpan(i).StartsWith("hxxp", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var c in "http")
                {
                    writer.Write(c, i, i + 1);
                    i++;
                }
            }
            else
            {
                writer.Write(text[i], i, i + 1);
                i++;
            }
        }

        return writer.ToText();
    }

    private static bool TryRead(string text, int start, ReadableText.Writer before, out char mark, out int end)
    {
        (mark, end) = ('\0', 0);
        var at = SkipSpaces(text, start);
        if (at == text.Length)
            return false;
        if (text[at] is '[' or '(' or '{' or '<')
            return TryReadBracketed(text, at, out mark, out end);
        var word = WordEnd(text, at);
        end = SkipSpaces(text, word);
        if (end == text.Length || !char.IsLetterOrDigit(text[end]))
            return false;
        mark = Mark(text.AsSpan(at, word - at));
        var spaceBefore = at > start;
        var spaceAfter = end > word;
        var label = LabelEnd(text, end);
        var next = text.AsSpan(end, label - end);
        return mark switch
        {
            '.' when spaceBefore && spaceAfter => IsDot(text, next, label, before, text[at] == '.'),
            '.' => spaceBefore && text[at] == '.' && CommonTops.Contains(next) && HasAt(before),
            '@' when text[at] == '@' => (spaceAfter || (spaceBefore && MailHosts.IsIn(next))) && FollowedByDot(text, label, literal: true),
            '@' when text[at] is 'c' or 'C' => spaceBefore && spaceAfter,
            '@' => spaceBefore && spaceAfter && !NotNames.IsIn(next) && FollowedByDot(text, label, literal: false),
            _ => false,
        };
    }

    private static bool IsDot(string text, ReadOnlySpan<char> next, int label, ReadableText.Writer before, bool literal)
    {
        if (HasAt(before))
            return next.Length >= 2;

        // One more than the longest of those words, so that the end of a longer one is not taken for it.
        var written = before.Written[^Math.Min(12, before.Written.Length)..];
        var word = written[(written.LastIndexOfAny(' ', '\n') + 1)..];
        if (NotNames.IsIn(word))
            return false;
        if (literal)
            return next is "com" or "net" or "org";
        return CommonTops.Contains(next) || FollowedByDot(text, label, literal: false) || (label < text.Length && text[label] == '/');
    }

    private static bool TryReadBracketed(string text, int at, out char mark, out int end)
    {
        (mark, end) = ('\0', 0);
        var from = SkipSpaces(text, at + 1);
        var to = from < text.Length && text[from] is ':' or '/' ? from + 1 : WordEnd(text, from);
        var close = SkipSpaces(text, to);
        if (to == from || close >= text.Length || text[close] is not (']' or ')' or '}' or '>'))
            return false;
        mark = text[from] is ':' or '/' ? text[from] : Mark(text.AsSpan(from, to - from));
        end = mark is '.' or '@' ? SkipSpaces(text, close + 1) : close + 1;
        return mark != 0 && end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '/' or '[');
    }

    // A mark itself, or a run of letters that is at most as long as the longest word.
    private static int WordEnd(string text, int at)
    {
        if (at < text.Length && text[at] is '.' or '@')
            return at + 1;
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return end;
    }

    private static char Mark(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 10)
            return '\0';
        Span<char> lower = stackalloc char[10];
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "." or "dot" or "d0t" or "punto" => '.',
            "@" or "at" or "chiocciola" => '@',
            _ => '\0',
        };
    }

    private static bool FollowedByDot(string text, int label, bool literal)
    {
        if (label + 1 < text.Length && text[label] == '.')
            return literal && char.IsLetterOrDigit(text[label + 1]);
        var at = SkipSpaces(text, label);
        if (at == text.Length)
            return false;
        if (text[at] is '[' or '(' or '{' or '<')
            return TryReadBracketed(text, at, out var bracketed, out _) && bracketed == '.';
        return at > label && Mark(text.AsSpan(at, WordEnd(text, at) - at)) == '.';
    }

    private static bool HasAt(ReadableText.Writer before)
    {
        var tail = before.Written[^Math.Min(80, before.Written.Length)..];
        return tail[(tail.LastIndexOfAny(' ', '\n') + 1)..].Contains('@');
    }

    private static int SkipSpaces(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MostSpaces && text[end] == ' ')
            end++;
        return end;
    }

    private static int LabelEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= 63 && (char.IsLetterOrDigit(text[end]) || text[end] == '-'))
            end++;
        return end;
    }
}
