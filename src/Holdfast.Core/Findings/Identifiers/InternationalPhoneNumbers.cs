namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds telephone numbers that are written in international form: after <c>+</c> or <c>00</c>. Needs no metadata, so
/// that it can go wherever Core goes; national numbers are not found.
/// </summary>
public sealed class InternationalPhoneNumbers : IPhoneNumbers
{
    private const string Separators = " -./()";

    /// <summary>Longest stretch of text that is read for one number: 15 digits with two marks between any two.</summary>
    private const int MostUnits = 48;

    /// <inheritdoc/>
    public void Find(string text, string? region, List<PhoneNumberMatch> results)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(results);
        for (var i = 0; i < text.Length; i++)
        {
            var prefix = PrefixAt(text, i);
            if (prefix == 0 || !TryRead(text, i, i + prefix, out var end, out var number))
                continue;
            results.Add(new PhoneNumberMatch(i, end - i, number));
            i = end - 1;
        }
    }

    private static int PrefixAt(string text, int i)
    {
        if (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == '+'))
            return 0;
        if (text[i] == '+')
            return 1;
        return text[i] == '0' && i + 1 < text.Length && text[i + 1] == '0' ? 2 : 0;
    }

    private static bool TryRead(string text, int start, int from, out int end, out PhoneNumber number)
    {
        // The longest reading that is possible wins, so that a number that follows is not swallowed with it.
        Span<char> digits = stackalloc char[PhoneNumber.MostDigits + 1];
        digits[0] = '+';
        var count = 0;
        end = 0;
        number = default;
        var marks = 0;
        var limit = Math.Min(text.Length, start + MostUnits);
        for (var i = from; i < limit; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (count == PhoneNumber.MostDigits)
                    break;
                marks = 0;
                digits[++count] = c;
                var boundary = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
                if (boundary && PhoneNumber.TryParse(digits[..(count + 1)], out var candidate))
                    (end, number) = (i + 1, candidate);
            }
            else if (!Separators.Contains(c, StringComparison.Ordinal) || ++marks > 2)
            {
                break;
            }
            else if (c == '(' && text.AsSpan(i).StartsWith("(0)", StringComparison.Ordinal))
            {
                // "+44 (0)7700": the zero is dialled only inside the country.
                i += 2;
                marks = 0;
            }
        }

        return end > 0;
    }
}
