namespace Holdfast.Findings.Identifiers;

/// <summary>
/// The country codes of ITU-T E.164 (list of assigned codes, Operational Bulletin annex) and, for the countries that
/// come up most, the possible length of a number.
/// </summary>
internal static class CountryCallingCodes
{
    private const string TwoDigits =
        " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";

    private const string UnassignedThreeDigits =
        " 210 214 215 217 219 259 270 271 272 273 274 275 276 277 278 279 292 293 294 295 296 " +
        "384 388 390 422 424 425 426 427 428 429 671 684 693 694 695 696 697 698 699 801 802 803 804 805 806 807 809 " +
        "851 854 857 858 859 871 872 873 874 875 876 877 879 887 889 969 978 990 991 997 999 ";

    /// <summary>Reads the country code at the start of the digits.</summary>
    public static bool TryRead(ReadOnlySpan<char> digits, out int code)
    {
        code = 0;
        if (digits.Length < 4 || digits[0] is < '1' or > '9')
            return false;
        if (digits[0] is '1' or '7')
            code = digits[0] - '0';
        else if (Contains(TwoDigits, digits[..2]))
            code = Number(digits[..2]);
        else if (digits[..2] is not ("28" or "83" or "89") && !Contains(UnassignedThreeDigits, digits[..3]))
            code = Number(digits[..3]);
        return code != 0;
    }

    /// <summary>Fewest and most digits of a number with this code, the code included.</summary>
    public static (int Shortest, int Longest) Lengths(int code) => code switch
    {
        1 or 7 or 33 or 34 or 40 or 48 or 41 or 31 or 61 => (11, 11),
        44 => (11, 12),
        91 or 63 or 92 or 212 or 213 or 233 or 254 or 351 or 420 or 421 => (12, 12),
        234 => (11, 13),
        225 => (13, 13),
        229 => (11, 13),
        221 or 237 or 228 => (11, 12),
        39 => (8, 13),
        49 or 62 => (9, 14),
        55 => (12, 13),
        86 => (12, 13),
        32 => (10, 11),
        _ => (PhoneNumber.FewestDigits, PhoneNumber.MostDigits),
    };

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
            number = number * 10 + (c - '0');
        return number;
    }

    private static bool Contains(ReadOnlySpan<char> list, ReadOnlySpan<char> code)
    {
        Span<char> padded = stackalloc char[5];
        padded = padded[..(code.Length + 2)];
        padded.Fill(' ');
        code.CopyTo(padded[1..]);
        return list.IndexOf(padded) >= 0;
    }
}
