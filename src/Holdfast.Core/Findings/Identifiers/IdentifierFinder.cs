using System.Buffers;
using System.Text;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds in one message who is behind it: accounts, addresses, numbers and links. <see cref="MightContain"/> turns
/// ordinary chat away in nanoseconds; <see cref="Find"/> reads the text as a person would (<see cref="ReadableText"/>), lets
/// every recogniser of the list add what it finds, and settles overlaps (<see cref="Rank"/>). May be used by several
/// threads at once.
/// </summary>
/// <param name="phones">Reads telephone numbers.</param>
/// <param name="region">ISO 3166-1 code of the country whose national telephone numbers are meant, as the person said; or null.</param>
public sealed class IdentifierFinder(IPhoneNumbers phones, string? region = null)
{
    /// <summary>Fewest digits in a text for any kind that is made of digits.</summary>
    private const int FewestDigits = Phones.FewestDigits;

    // A new kind is one file and one line here.
    private static readonly IIdentifierRecogniser[] Recognisers =
    [
        new Links(),
        new Emails(),
        new UserNames(),
        new CashTags(),
        new Wallets(),
        new Ibans(),
        new SortCodeAccounts(),
        new Cards(),
        new MoneyTransfers(),
        new GiftCards(),
        new Phones(),
        new ZelleAccounts(),
    ];

    private static readonly SearchValues<char> Marks = SearchValues.Create("@.$#0123456789");

    private static readonly CueWords Cues =
        new([.. Platforms.Words.Concat(GiftCardBrand.Words).Concat(SpelledOutMarks.Words).Distinct(StringComparer.Ordinal)]);

    /// <summary>A quick test that lets most ordinary messages be skipped.</summary>
    /// <returns>False only when <see cref="Find"/> would find nothing.</returns>
    public bool MightContain(ReadOnlySpan<char> text) =>
        HasTellingMark(text) || HasLongWord(text) || Cues.IsIn(text) || (!Ascii.IsValid(text) && HasTellingCharacter(text));

    /// <summary>Finds the identifiers of a text and adds them in its order. They do not overlap.</summary>
    /// <param name="text">The text of one message.</param>
    /// <param name="results">Receives them; what it holds already is left alone.</param>
    public void Find(string text, List<IdentifierMatch> results)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(results);
        var search = new IdentifierSearch(ReadableText.Of(text), phones, region);
        foreach (var recogniser in Recognisers)
            recogniser.Find(search);
        search.Finish(results);
    }

    private static bool HasTellingMark(ReadOnlySpan<char> text)
    {
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var skip = text[i..].IndexOfAny(Marks);
            if (skip < 0)
                return false;
            i += skip;
            var before = i == 0 ? ' ' : text[i - 1];
            var after = i + 1 == text.Length ? ' ' : text[i + 1];
            var tells = text[i] switch
            {
                '@' => true,
                '.' => before != '.' && after != '.' && (char.IsWhiteSpace(before) || JoinsWords(before, after)),
                '$' => !char.IsAsciiDigit(after) && !char.IsWhiteSpace(after),
                '#' => !char.IsWhiteSpace(before) && !char.IsWhiteSpace(after),
                _ => ++digits == FewestDigits,
            };
            if (tells)
                return true;
        }

        return false;
    }

    private static bool JoinsWords(char before, char after) =>
        before is '[' or '(' or '{' or '<' || after is ']' or ')' or '}' or '>' || char.IsLetterOrDigit(after) || after >= 0x80;

    // A word of that many characters covers one of the places that lie so far apart.
    private static bool HasLongWord(ReadOnlySpan<char> text)
    {
        for (var i = Wallets.Shortest - 1; i < text.Length; i += Wallets.Shortest)
        {
            var start = i;
            while (start >= 0 && char.IsAsciiLetterOrDigit(text[start]))
                start--;
            var end = i;
            while (end < text.Length && end - start <= Wallets.Shortest && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            if (end - start > Wallets.Shortest)
                return true;
        }

        return false;
    }

    private static bool HasTellingCharacter(ReadOnlySpan<char> text)
    {
        var digits = 0;
        var before = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                digits += char.IsAsciiDigit(c) ? 1 : 0;
            }
            else if (CharacterFolding.IsTelling(c))
            {
                return true;
            }
            else if (CharacterFolding.Fold(c) is var plain && plain != c)
            {
                // What is folded counts where it touches plain text; elsewhere only its digits do.
                if (before is > ' ' and < '\x80')
                    return true;
                digits += char.IsAsciiDigit(plain) ? 1 : 0;
                if (char.IsAsciiDigit(plain) && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1]))
                    return true;
            }

            before = c;
        }

        return digits >= FewestDigits;
    }
}
