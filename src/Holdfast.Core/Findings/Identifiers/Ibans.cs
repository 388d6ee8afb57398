namespace Holdfast.Findings.Identifiers;

/// <summary>Finds IBANs, in one piece or with single spaces, hyphens or dots between their parts.</summary>
internal sealed class Ibans : IIdentifierRecogniser
{
    private const int FewestDigits = 7;

    private static readonly CueWords Cue = new("iban");

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var text = search.Text;
        var done = 0;
        Span<char> buffer = stackalloc char[Iban.Longest];
        foreach (var group in search.Digits)
        {
            var start = group.Start - 2;
            if (start < done || !text.StartsWordAt(start) || Iban.LengthFor(text[start], text[start + 1]) is not (var length and > 0))
                continue;
            var letters = buffer[..length];
            if (TryCollect(text, start, letters, out var end, out var byFours))
                done = Read(search, start, end, letters, byFours) ? end : done;
        }
    }

    private static bool Read(IdentifierSearch search, int start, int end, ReadOnlySpan<char> letters, bool byFours)
    {
        if (Iban.TryParse(letters, out var iban))
            search.Add(IdentifierKind.Iban, start, end, iban.Text, Rank.Proven);
        else if (Iban.HasShape(letters) && !letters.ContainsAnyInRange('a', 'z') && (byFours || Cue.IsIn(search.Text.Before(start, 30))))
            search.AddBroken(IdentifierKind.Iban, start, end, letters.ToString());
        else
            return false;
        return true;
    }

    private static bool TryCollect(string text, int start, Span<char> letters, out int end, out bool byFours)
    {
        var (count, digits, upper, lower) = (0, 0, false, false);
        byFours = true;
        var marks = 0;
        for (end = start; end < text.Length && count < letters.Length; end++)
        {
            var c = text[end];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (c is not (' ' or '-' or '.') || ++marks > 1)
                    return false;
                byFours &= count % 4 == 0;
                continue;
            }

            marks = 0;
            letters[count++] = c;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            upper |= char.IsAsciiLetterUpper(c);
            lower |= char.IsAsciiLetterLower(c);
        }

        byFours &= end - start > letters.Length;
        return count == letters.Length && digits >= FewestDigits && !(upper && lower) && text.EndsWordAt(end);
    }
}
