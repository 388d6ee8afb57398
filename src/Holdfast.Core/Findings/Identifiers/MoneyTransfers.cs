namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds the numbers under which cash can be collected, next to the name of the service: the MTCN of Western Union (ten
/// digits), the reference of MoneyGram (eight), the PIN of Ria (eleven).
/// </summary>
internal sealed class MoneyTransfers : IIdentifierRecogniser
{
    private const int Before = 80;
    private const int After = 40;

    private static readonly (string Brand, int Digits, CueWords Cues)[] Services =
    [
        ("western-union", 10, new CueWords("western union", "westernunion", "mtcn", "wu")),
        ("moneygram", 8, new CueWords("moneygram", "money gram")),
        ("ria", 11, new CueWords("ria money", "ria transfer", "ria pin", "ria moneytransfer", "pin ria")),
    ];

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var groups = search.Digits;
        for (var i = 0; i < groups.Count; i++)
        {
            var end = End(search.Text, groups, i, out var digits);
            if (end < 0)
                continue;
            foreach (var (brand, length, cues) in Services)
            {
                var start = groups[i].Start;
                if (digits.Length == length && (cues.IsIn(search.Text.Before(start, Before)) || cues.IsIn(search.Text.After(end, After))))
                {
                    search.Add(IdentifierKind.MoneyTransferNumber, start, end, digits, Rank.CuedNumber, brand: brand);
                    break;
                }
            }
        }
    }

    // One group, or groups of at least three digits with one mark between them: 123-456-7890.
    private static int End(string text, IReadOnlyList<DigitGroup> groups, int first, out string digits)
    {
        digits = "";
        var start = groups[first].Start;
        if (!text.StartsWordAt(start) || (start > 0 && text[start - 1] is '+' or '$' or '.' or '/' or '=') || groups[first].Length < 3)
            return -1;
        var last = first;
        var count = groups[first].Length;
        while (count < 8 && last + 1 < groups.Count && groups[last + 1] is var next && next.Start == groups[last].End + 1 &&
            text[groups[last].End] is ' ' or '-' && next.Length >= 3)
        {
            count += next.Length;
            last++;
        }

        if (count is < 8 or > 11 || !text.EndsWordAt(groups[last].End))
            return -1;
        digits = string.Concat(Enumerable.Range(first, last - first + 1).Select(i => text.Substring(groups[i].Start, groups[i].Length)));
        return groups[last].End;
    }
}
