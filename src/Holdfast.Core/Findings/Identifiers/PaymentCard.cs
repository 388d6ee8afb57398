namespace Holdfast.Findings.Identifiers;

/// <summary>
/// The number of a payment card (ISO/IEC 7812-1: issuer prefix, length, Luhn check digit). Only the masked form is kept:
/// the first six and the last four digits, as PCI DSS 4.0 requirement 3.4.1 allows for display.
/// </summary>
internal readonly record struct PaymentCard
{
    /// <summary>Fewest digits of a card number.</summary>
    public const int FewestDigits = 13;

    /// <summary>Most digits of a card number.</summary>
    public const int MostDigits = 19;

    /// <summary>Stands for a hidden digit.</summary>
    public const char Bullet = '\u2022';

    private readonly string? _text;

    private PaymentCard(string text) => _text = text;

    /// <summary>The masked number.</summary>
    public string Text => _text ?? "";

    /// <summary>Takes the bare digits and forgets them.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, out PaymentCard card)
    {
        card = default;
        if (!HasShape(digits) || !PassesLuhn(digits))
            return false;
        card = new PaymentCard(Mask(digits));
        return true;
    }

    /// <summary>True when prefix and length belong to a known issuer, whatever the check digit says.</summary>
    public static bool HasShape(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < FewestDigits or > MostDigits || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        var prefix = 0;
        foreach (var c in digits[..4])
            prefix = prefix * 10 + (c - '0');
        return digits.Length switch
        {
            14 => prefix is >= 3000 and <= 3059 or (>= 3600 and <= 3699) or (>= 3800 and <= 3999),
            15 => prefix is (>= 3400 and <= 3499) or (>= 3700 and <= 3799),
            13 => prefix is >= 4000 and <= 4999,
            16 => prefix is (>= 4000 and <= 4999) or (>= 5100 and <= 5599) or (>= 2221 and <= 2720) or 6011 or
                (>= 6440 and <= 6599) or (>= 3528 and <= 3589) or (>= 6200 and <= 6299) or (>= 5000 and <= 5099) or
                (>= 5600 and <= 5899) or (>= 6304 and <= 6390),
            _ => prefix is (>= 5000 and <= 5099) or (>= 5600 and <= 5899) or (>= 6200 and <= 6399) || (digits.Length == 19 && digits[0] == '4'),
        };
    }

    /// <summary>Hides all digits but the first six and the last four; keeps everything that is not a digit.</summary>
    public static string Mask(ReadOnlySpan<char> text)
    {
        var total = 0;
        foreach (var c in text)
            total += char.IsAsciiDigit(c) ? 1 : 0;
        var masked = text.ToArray();
        var seen = 0;
        foreach (ref var c in masked.AsSpan())
        {
            if (char.IsAsciiDigit(c) && seen++ is var i && i >= 6 && i < total - 4)
                c = Bullet;
        }

        return new string(masked);
    }

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                value = value > 4 ? value * 2 - 9 : value * 2;
            sum += value;
        }

        return sum % 10 == 0 && digits.ContainsAnyExcept(digits[0]);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "payment card";
}
