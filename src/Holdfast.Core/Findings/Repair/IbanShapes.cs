namespace Holdfast.Findings.Repair;

/// <summary>
/// Where letters and where digits stand in the national part of an IBAN (SWIFT IBAN registry). Countries whose part holds
/// only digits are known by that alone; those that are not listed may have both anywhere.
/// </summary>
internal static class IbanShapes
{
    private const string Shapes =
        " AD8n12c AT16n BE12n BG4a6n8c BR23n1a1c CH5n12c CY8n16c CZ20n DE18n DK14n EE16n ES20n FI14n FR10n11c2n GB4a14n GI4a15c GR7n16c HR17n HU24n" +
        " IE4a14n IS22n IT1a10n12c LI5n12c LT16n LU3n13c LV4a13c MC10n11c2n MT4a5n18c NL4a10n NO11n PL24n PT21n RO4a16c SE20n SI15n SK20n SM1a10n12c TR5n17c ";

    /// <summary>The shape of a country, such as <c>4a14n</c>; empty when it is not listed.</summary>
    internal static ReadOnlySpan<char> Of(char first, char second)
    {
        ReadOnlySpan<char> key = [' ', first, second];
        var at = Shapes.AsSpan().IndexOf(key);
        if (at < 0)
            return [];
        var rest = Shapes.AsSpan(at + 3);
        return rest[..rest.IndexOf(' ')];
    }

    /// <summary>What stands at a place of the national part: n for a digit, a for a letter, c for either.</summary>
    internal static char At(ReadOnlySpan<char> shape, int place)
    {
        var count = 0;
        foreach (var c in shape)
        {
            if (char.IsAsciiDigit(c))
            {
                count = count * 10 + (c - '0');
                continue;
            }

            if (place < count)
                return c;
            place -= count;
            count = 0;
        }

        return 'c';
    }
}
