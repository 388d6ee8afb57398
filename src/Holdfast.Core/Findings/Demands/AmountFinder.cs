using System.Globalization;
using Holdfast.Findings.Text;

namespace Holdfast.Findings.Demands;

/// <summary>An amount of money in a text.</summary>
/// <param name="Value">The amount.</param>
/// <param name="Currency">Its currency, or null when the number stands alone.</param>
/// <param name="Start">First UTF-16 unit of the number.</param>
/// <param name="Length">Number of UTF-16 units of the number.</param>
internal readonly record struct Amount(decimal Value, string? Currency, int Start, int Length);

/// <summary>Finds amounts as people write them: <c>$1,500</c>, <c>300€</c>, <c>0.5 btc</c>, <c>2k dollars</c>, <c>1.200,50 euro</c>.</summary>
internal static class AmountFinder
{
    private const int MostDigits = 15;

    public static List<Amount> Find(string text)
    {
        var amounts = new List<Amount>();
        var at = 0;
        while (at < text.Length && amounts.Count < 32)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) && !EndsWithCurrency(text, at))))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at])
                || (text[at] is '.' or ',' or '\'' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            {
                at++;
            }

            if (TryValue(text.AsSpan(start, at - start), out var value))
            {
                var end = at;
                if (end < text.Length && text[end] is 'k' or 'K' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
                {
                    value *= 1000;
                    end++;
                }

                amounts.Add(new Amount(value, Currency(text, start, end), start, end - start));
            }
        }

        return amounts;
    }

    private static string? Currency(string text, int start, int end)
    {
        var terms = PaymentTerms.Shared;
        if ((terms.SymbolBefore(text.AsSpan(0, start)) ?? terms.SymbolAfter(text.AsSpan(end))) is { } bySymbol)
        {
            return bySymbol;
        }

        return WordAfter(text, end) is { Length: > 0 } after && terms.CurrencyOf(after) is { } byWord ? byWord
            : WordBefore(text, start) is { Length: > 0 } before ? terms.CurrencyOf(before) : null;
    }

    private static bool EndsWithCurrency(string text, int at) => WordBefore(text, at) is { Length: > 0 } word && PaymentTerms.Shared.CurrencyOf(word) is not null;

    private static string WordAfter(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F')
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < 20 && LetterFolding.Table[text[end]] > LetterFolding.NamedEmoji)
        {
            end++;
        }

        return PlainFold.Of(text[at..end]);
    }

    private static string WordBefore(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\u00A0' or '\u202F')
        {
            at--;
        }

        var start = at;
        while (start > 0 && at - start < 20 && LetterFolding.Table[text[start - 1]] is > LetterFolding.NamedEmoji and not (>= '0' and <= '9'))
        {
            start--;
        }

        return PlainFold.Of(text[start..at]);
    }

    /// <summary>
    /// A last group of other than three digits is the fraction, whichever mark stands before it; "1.500" and "1,500" are
    /// fifteen hundred, as demands go; "0.500" is a half.
    /// </summary>
    private static bool TryValue(ReadOnlySpan<char> written, out decimal value)
    {
        value = 0;
        var mark = written.LastIndexOfAny('.', ',');
        var fraction = mark >= 0 && (written.Length - mark - 1 != 3 || written[..mark] is "0") ? written[(mark + 1)..] : default;
        var whole = mark >= 0 && !fraction.IsEmpty ? written[..mark] : written;
        var digits = new string([.. whole.ToString().Where(char.IsAsciiDigit)]);
        if (digits.Length > MostDigits || fraction.Length > 10)
        {
            return false;
        }

        return decimal.TryParse(
            fraction.IsEmpty ? digits : $"{digits}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
