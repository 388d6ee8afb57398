namespace Holdfast.Findings.Identifiers;

/// <summary>Finds the codes of gift cards and vouchers, next to the name of their brand.</summary>
internal sealed class GiftCards : IIdentifierRecogniser
{
    private const int Before = 80;
    private const int After = 40;
    private const int FewestDigits = 2;

    private static readonly CueWords Any = new([.. GiftCardBrand.Words]);

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        if (!Any.IsIn(search.Text))
            return;
        foreach (var brand in GiftCardBrand.All)
        {
            if (brand.Cues.IsIn(search.Text))
                Find(search, brand);
        }
    }

    private static void Find(IdentifierSearch search, GiftCardBrand brand)
    {
        var text = search.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsCode(text[i], brand) || !text.StartsWordAt(i) || (brand.First != 0 && text[i] != brand.First))
                continue;
            foreach (var form in brand.Forms)
            {
                if (!TryRead(text, i, form, brand, out var end, out var code) ||
                    (!brand.Cues.IsIn(text.Before(i, Before)) && !brand.Cues.IsIn(text.After(end, After))))
                {
                    continue;
                }

                search.Add(IdentifierKind.GiftCard, i, end, code, Rank.CuedNumber, brand: brand.Name);
                i = end - 1;
                break;
            }
        }
    }

    private static bool TryRead(string text, int start, int[] form, GiftCardBrand brand, out int end, out string code)
    {
        code = "";
        var (hyphens, spaces, digits) = (0, 0, 0);
        Span<char> letters = stackalloc char[25];
        var count = 0;
        end = start;
        for (var g = 0; g < form.Length; g++)
        {
            if (g > 0 && end < text.Length && text[end] is '-' or ' ')
                _ = text[end++] == '-' ? hyphens++ : spaces++;
            for (var i = 0; i < form[g]; i++, end++)
            {
                if (end == text.Length || !IsCode(text[end], brand))
                    return false;
                digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
                letters[count++] = text[end];
            }
        }

        // Either no marks or one between any two groups; capital words with spaces between them are no code.
        var marks = hyphens + spaces;
        if ((marks != 0 && (marks != form.Length - 1 || (hyphens > 0 && spaces > 0))) || !text.EndsWordAt(end))
            return false;
        if (end < text.Length && text[end] is '-' or '_' or '@')
            return false;
        code = letters[..count].ToString();
        return digits >= FewestDigits || (hyphens > 0 && digits > 0) || (hyphens > 1 && !brand.DigitsOnly);
    }

    private static bool IsCode(char c, GiftCardBrand brand) => char.IsAsciiDigit(c) || (!brand.DigitsOnly && char.IsAsciiLetterUpper(c));
}
