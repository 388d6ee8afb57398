namespace Holdfast.Findings.Identifiers;

/// <summary>Finds e-mail addresses.</summary>
internal sealed class Emails : IIdentifierRecogniser
{
    // "write to a@example.com.Thanks": so many labels are given up at most.
    private const int MostCuts = 3;

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var text = search.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < EmailAddress.LongestLocalPart && IsLocalPart(text[start - 1]))
                start--;
            while (start < at && !char.IsLetterOrDigit(text[start]))
                start++;
            var end = at + 1;
            while (end < text.Length && end - at <= WebAddress.LongestHost && Links.IsHost(text[end]))
                end++;
            if (start < at && end > at + 3)
                Read(search, start, at, end);
        }
    }

    private static void Read(IdentifierSearch search, int start, int at, int end)
    {
        var text = search.Text;
        for (var cut = 0; cut <= MostCuts && end > at; cut++)
        {
            while (end > at && text[end - 1] is '.' or '-' or '_')
                end--;
            if (EmailAddress.TryParse(text[start..end], out var address))
            {
                search.Add(IdentifierKind.Email, start, end, address.Text, Rank.Address);
                return;
            }

            end = text.LastIndexOf('.', end - 1, end - at) is var dot and > 0 ? dot : at;
        }
    }

    private static bool IsLocalPart(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' || LookAlikes.IsImitatingScript(c) || c is >= '\u00C0' and <= '\u024F';
}
