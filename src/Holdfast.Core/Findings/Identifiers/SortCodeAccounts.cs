namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds a sort code and an account number near each other. Two pairs of hyphens also make a date, so that either the
/// account number follows at once or a word names one of them.
/// </summary>
internal sealed class SortCodeAccounts : IIdentifierRecogniser
{
    private const int Near = 40;

    private static readonly CueWords Cues = new("sort", "sort code", "sortcode", "s/c", "account", "acc", "acct", "a/c", "bank");

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var groups = search.Digits;
        for (var i = 0; i < groups.Count; i++)
        {
            if (TrySortCode(search.Text, groups, i, out var next, out var spaced) && !TryPair(search, groups, i, next, next, spaced) && i > 0)
                TryPair(search, groups, i, next, i - 1, spaced);
        }
    }

    private static bool TrySortCode(string text, IReadOnlyList<DigitGroup> groups, int i, out int next, out bool spaced)
    {
        var first = groups[i];
        next = i + 1;
        spaced = false;
        if (!IsWord(text, first.Start, first.End))
            return false;
        if (first.Length == 6)
            return true;
        if (first.Length != 2 || i + 2 >= groups.Count)
            return false;
        var (second, third) = (groups[i + 1], groups[i + 2]);
        next = i + 3;
        spaced = true;
        return second.Length == 2 && third.Length == 2 && second.Start == first.End + 1 && third.Start == second.End + 1 &&
            text[first.End] is '-' or ' ' or '.' && text[second.End] == text[first.End] && text.EndsWordAt(third.End);
    }

    private static bool TryPair(IdentifierSearch search, IReadOnlyList<DigitGroup> groups, int i, int next, int account, bool spaced)
    {
        if (account >= groups.Count || groups[account].Length != 8)
            return false;
        var text = search.Text;
        var number = groups[account];
        var code = new DigitGroup(groups[i].Start, groups[next - 1].End - groups[i].Start);
        var (start, end) = (Math.Min(code.Start, number.Start), Math.Max(code.End, number.End));
        var gap = end - start - code.Length - number.Length;
        if (gap > Near || !IsWord(text, number.Start, number.End))
            return false;
        var adjacent = spaced && number.Start > code.Start && gap <= 3;
        if (!adjacent && !Cues.IsIn(text.Before(start, Near)) && !Cues.IsIn(text.AsSpan(start, end - start)))
            return false;
        Span<char> digits = stackalloc char[6];
        var count = 0;
        foreach (var c in text.AsSpan(code.Start, code.Length))
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
        }

        if (!SortCodeAccount.TryParse(digits[..count], text.AsSpan(number.Start, number.Length), out var found))
            return false;
        search.Add(IdentifierKind.SortCodeAccount, start, end, found.Text, Rank.CuedNumber);
        return true;
    }

    private static bool IsWord(string text, int start, int end) =>
        text.StartsWordAt(start) && text.EndsWordAt(end) && (start == 0 || text[start - 1] is not ('+' or '$' or '.' or '-'));
}
