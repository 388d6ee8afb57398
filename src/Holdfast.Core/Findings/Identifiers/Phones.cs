namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds telephone numbers: cuts out the neighbourhood of digits that could be one and has it read by
/// <see cref="IPhoneNumbers"/>, which may be slow. Dates, amounts and other numbers are turned away before and after.
/// </summary>
internal sealed class Phones : IIdentifierRecogniser
{
    /// <summary>Fewest digits that are looked at.</summary>
    public const int FewestDigits = 7;

    /// <summary>Longest neighbourhood that is read at once.</summary>
    public const int LongestNeighbourhood = 80;

    private static readonly CueWords Cues = new(
        "call", "text", "phone", "number", "whatsapp", "mobile", "cell", "tel", "zelle", "sms", "ring", "signal", "viber",
        "chiamami", "chiama", "numero", "telefono", "cellulare", "cell.", "scrivimi");

    private static readonly CueWords OtherNumbers = new(
        "order", "ref", "reference", "tracking", "invoice", "ticket", "booking", "code", "otp", "ordine", "codice", "fattura", "spedizione", "id");

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var groups = search.Digits;
        var results = new List<PhoneNumberMatch>();
        for (var i = 0; i < groups.Count;)
        {
            var first = i;
            var digits = groups[i].Length;
            for (i++; i < groups.Count && AreJoined(search.Text, groups[i - 1], groups[i]); i++)
            {
                if (groups[i].End - groups[first].Start >= LongestNeighbourhood)
                    break;
                digits += groups[i].Length;
            }

            var length = groups[i - 1].End - groups[first].Start;
            if (digits < FewestDigits || length >= LongestNeighbourhood || !search.Text.EndsWordAt(groups[i - 1].End))
                continue;
            Read(search, groups[first].Start, groups[i - 1].End, results);
        }
    }

    private static void Read(IdentifierSearch search, int start, int end, List<PhoneNumberMatch> results)
    {
        var text = search.Text;
        while (start > 0 && text[start - 1] is '(' or '+')
            start--;
        var previous = start == 0 ? ' ' : text[start - 1];
        if (char.IsLetterOrDigit(previous) || previous is '$' or '\u20AC' or '\u00A3' or '#' or '/' or '_' or '=' or '@')
            return;
        results.Clear();
        search.Phones.Find(text[start..end], search.Region, results);
        foreach (var found in results)
        {
            if (found.Start < 0 || found.Length <= 0 || found.Start + found.Length > end - start)
                continue;
            var (from, to) = (start + found.Start, start + found.Start + found.Length);
            if (IsTelephone(text, from, to))
                search.Add(IdentifierKind.Phone, from, to, found.Number.Text, Rank.Digits);
        }
    }

    private static bool IsTelephone(string text, int from, int to)
    {
        var written = text.AsSpan(from, to - from);
        var before = text.Before(from, 30);
        if (written.StartsWith("+"))
            return true;
        if (NumberShapes.IsDateOrAmount(text, from, to))
            return false;
        if (Cues.IsIn(before))
            return true;
        if (OtherNumbers.IsIn(before))
            return false;

        // Digits in one piece are a telephone number only if they begin as one is dialled.
        return written[0] == '0' || written[0] == '(' || written.ContainsAny(" -.");
    }

    private static bool AreJoined(string text, DigitGroup before, DigitGroup after) =>
        after.Start - before.End <= 3 && text.AsSpan(before.End, after.Start - before.End).IndexOfAnyExcept(" -./()") < 0;
}
