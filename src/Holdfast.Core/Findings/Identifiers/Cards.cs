namespace Holdfast.Findings.Identifiers;

/// <summary>Finds the numbers of payment cards, in one piece, in groups, or digit by digit.</summary>
internal sealed class Cards : IIdentifierRecogniser
{
    private static readonly CueWords Cues = new(
        "card", "credit card", "debit", "visa", "mastercard", "amex", "carta", "bancomat", "postepay", "cvv", "cvc", "card number");

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var groups = search.Digits;
        Span<char> digits = stackalloc char[PaymentCard.MostDigits];
        for (var i = 0; i < groups.Count; i++)
        {
            if (CanStart(search.Text, groups, i) && TryRead(search, groups, i, digits, out var last))
                i = last;
        }
    }

    private static bool TryRead(IdentifierSearch search, IReadOnlyList<DigitGroup> groups, int first, Span<char> digits, out int last)
    {
        var text = search.Text;
        var count = 0;
        for (last = first; last < groups.Count; last++)
        {
            var group = groups[last];
            if (count + group.Length > PaymentCard.MostDigits || (last > first && !AreJoined(text, groups[last - 1], group)))
                break;
            text.AsSpan(group.Start, group.Length).CopyTo(digits[count..]);
            count += group.Length;
            if (count < PaymentCard.FewestDigits || !text.EndsWordAt(group.End) || IsContinued(text, group.End))
                continue;
            var start = groups[first].Start;
            if (PaymentCard.TryParse(digits[..count], out var card))
            {
                search.Add(IdentifierKind.Card, start, group.End, card.Text, Rank.Proven);
                return true;
            }

            var byFours = count == 16 && last == first + 3 && groups[first].Length == 4 && groups[first + 1].Length == 4 && groups[first + 2].Length == 4;
            if ((byFours || last == first) && PaymentCard.HasShape(digits[..count]) && Cues.IsIn(text.Before(start, 40)))
            {
                search.AddBroken(IdentifierKind.Card, start, group.End, PaymentCard.Mask(digits[..count]));
                return true;
            }
        }

        return false;
    }

    // Numbers inside links, file names and decimal fractions are not cards.
    private static bool CanStart(string text, IReadOnlyList<DigitGroup> groups, int i)
    {
        var start = groups[i].Start;
        return text.StartsWordAt(start) && (start == 0 || text[start - 1] is not ('+' or '/' or '=' or '_' or '.' or '&' or '@')) &&
            (start < 2 || text[start - 1] is not ('-' or ',') || !char.IsLetterOrDigit(text[start - 2]));
    }

    private static bool IsContinued(string text, int end) => end + 1 < text.Length && text[end] is '_' or '@';

    private static bool AreJoined(string text, DigitGroup before, DigitGroup after) =>
        after.Start - before.End is 1 or 2 && text.AsSpan(before.End, after.Start - before.End).IndexOfAnyExcept(" -.") < 0;
}
