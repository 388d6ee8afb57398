namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds Cash App names: a dollar sign and up to twenty letters and digits, the first a letter, with the app named near
/// by. "$50" is money, and "$name" alone may be slang or a share price.
/// </summary>
internal sealed class CashTags : IIdentifierRecogniser
{
    private const int Longest = 20;

    private static readonly CueWords Cues = new("cashapp", "cash app", "cashtag", "cash tag", "cash.app", "ca$h", "cash me");

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var text = search.Text;
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var end = at + 1;
            while (end < text.Length && end - at <= Longest && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-'))
                end++;
            while (end > at && text[end - 1] is '-' or '_')
                end--;
            if (end - at < 3 || !char.IsAsciiLetter(text[at + 1]) || !text.StartsWordAt(at) || !text.EndsWordAt(end))
                continue;
            if (Cues.IsIn(text.Before(at, 60)) || Cues.IsIn(text.After(end, 30)))
                search.Add(IdentifierKind.CashApp, at, end, text[at..end].ToLowerInvariant(), Rank.CuedNumber);
        }
    }
}
