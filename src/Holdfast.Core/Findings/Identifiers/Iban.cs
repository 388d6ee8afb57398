namespace Holdfast.Findings.Identifiers;

/// <summary>
/// An international bank account number (ISO 13616): country, two check digits (ISO 7064, mod 97-10), national account
/// number. Lengths are those of the SWIFT IBAN registry.
/// </summary>
internal readonly record struct Iban
{
    /// <summary>The longest length in the registry (Saint Lucia has 32, Russia 33).</summary>
    public const int Longest = 33;

    // Country, length, and "n" where the national part holds digits only.
    private const string Registry =
        " AD24 AE23n AL28 AT20n AZ28 BA20n BE16n BG22 BH22 BI27n BR29 BY28 CH21 CR22n CY28 CZ24n DE22n DJ27n DK18n DO28 EE20n EG29n " +
        "ES24n FI18n FK18 FO18n FR27 GB22 GE22 GI23 GL18n GR27 GT28 HN28 HR21n HU28n IE22 IL23n IQ23 IS26n IT27 JO30 KW30 KZ20 LB28 " +
        "LC32 LI21 LT20n LU20 LV21 LY25n MC27 MD24 ME22n MK19 MN20n MR27n MT31 MU30 NI28 NL18 NO15n OM23 PK24 PL28n PS29 PT25n QA29 " +
        "RO24 RS22n RU33 SA24 SC31 SD18n SE24n SI19n SK24n SM27 SO23n ST25n SV28 TL23n TN24n TR26 UA29 VA22n VG24 XK20n YE30 ";

    private readonly string? _text;

    private Iban(string text) => _text = text;

    /// <summary>The number in capitals without spaces.</summary>
    public string Text => _text ?? "";

    /// <summary>The length of a number of this country, or 0 when the country has none.</summary>
    public static int LengthFor(char first, char second)
    {
        Span<char> key = [' ', char.ToUpperInvariant(first), char.ToUpperInvariant(second)];
        var i = char.IsAsciiLetter(first) && char.IsAsciiLetter(second) ? Registry.AsSpan().IndexOf(key) : -1;
        return i < 0 ? 0 : (Registry[i + 3] - '0') * 10 + (Registry[i + 4] - '0');
    }

    /// <summary>Reads a number without spaces in either case.</summary>
    /// <returns>False when the country, the length, the alphabet or the check digits are wrong.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Iban iban)
    {
        iban = default;
        if (!HasShape(text))
            return false;
        Span<char> capitals = stackalloc char[Longest];
        text.ToUpperInvariant(capitals);
        capitals = capitals[..text.Length];
        if (Remainder(capitals) != 1)
            return false;
        iban = new Iban(capitals.ToString());
        return true;
    }

    /// <summary>True when country, length and alphabet are right, whatever the check digits say.</summary>
    public static bool HasShape(ReadOnlySpan<char> text)
    {
        if (text.Length < 15 || text.Length != LengthFor(text[0], text[1]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]))
            return false;
        Span<char> key = [' ', char.ToUpperInvariant(text[0]), char.ToUpperInvariant(text[1])];
        var digitsOnly = Registry[Registry.AsSpan().IndexOf(key) + 5] == 'n';
        foreach (var c in text[4..])
        {
            if (!char.IsAsciiDigit(c) && (digitsOnly || !char.IsAsciiLetter(c)))
                return false;
        }

        return true;
    }

    private static int Remainder(ReadOnlySpan<char> capitals)
    {
        var remainder = 0;
        for (var i = 0; i < capitals.Length; i++)
        {
            // Country and check digits are moved to the end; A is 10, Z is 35 (ISO 13616-1 section 6).
            var c = capitals[(i + 4) % capitals.Length];
            remainder = (char.IsAsciiDigit(c) ? remainder * 10 + (c - '0') : remainder * 100 + (c - 'A' + 10)) % 97;
        }

        return remainder;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "IBAN";
}
