namespace Holdfast.Findings.Identifiers;

/// <summary>
/// A telephone number in the international form of ITU-T E.164: a plus sign, a country code and a national number, at
/// most 15 digits together.
/// </summary>
public readonly record struct PhoneNumber
{
    /// <summary>Fewest digits that are taken for a number with its country code.</summary>
    internal const int FewestDigits = 8;

    /// <summary>Most digits, by ITU-T E.164 section 6.</summary>
    internal const int MostDigits = 15;

    private readonly string? _text;

    private PhoneNumber(string text) => _text = text;

    /// <summary>The number as <c>+</c> and digits.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads <c>+</c> and ASCII digits, nothing else.</summary>
    /// <returns>False when the country code is not assigned or the length is not possible.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PhoneNumber number)
    {
        number = default;
        if (text.Length < FewestDigits + 1 || text[0] != '+' || !IsPossible(text[1..]))
            return false;
        number = new PhoneNumber(text.ToString());
        return true;
    }

    /// <summary>True for digits that could be a country code and a national number.</summary>
    internal static bool IsPossible(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < FewestDigits or > MostDigits || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        if (!CountryCallingCodes.TryRead(digits, out var code))
            return false;
        var (shortest, longest) = CountryCallingCodes.Lengths(code);
        return digits.Length >= shortest && digits.Length <= longest && (code != 1 || (digits[1] > '1' && digits[4] > '1'));
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "phone number";
}
