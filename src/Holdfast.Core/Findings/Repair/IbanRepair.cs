using Holdfast.Findings.Identifiers;

namespace Holdfast.Findings.Repair;

/// <summary>
/// Repairs one IBAN. Its checksum is weak: one wrong number in a hundred passes. So digits are never exchanged for other
/// digits, and beyond letters in places of digits at most one letter is changed.
/// </summary>
internal static class IbanRepair
{
    /// <summary>The only number that the letters can be, of the same length, or null.</summary>
    /// <param name="read">Letters and digits without spaces.</param>
    internal static string? Repair(ReadOnlySpan<char> read)
    {
        if (read.Length is < 15 or > Iban.Longest)
            return null;
        Span<char> text = stackalloc char[read.Length];
        read.CopyTo(text);
        (text[0], text[1]) = (Slips.AsLetter(text[0]), Slips.AsLetter(text[1]));
        (text[2], text[3]) = (Slips.AsDigit(text[2]), Slips.AsDigit(text[3]));
        if (Iban.LengthFor(text[0], text[1]) != text.Length)
            return null;
        var shape = IbanShapes.Of(text[0], text[1]);
        for (var i = 4; i < text.Length; i++)
        {
            text[i] = IbanShapes.At(shape, i - 4) switch
            {
                'n' => Slips.AsDigit(text[i]),
                'a' => Slips.AsLetter(text[i]),

                // Both may stand here; capitals O and I hardly ever do.
                _ => text[i] is '|' or 'l' or 'i' or 'I' ? '1' : text[i] is 'o' or 'O' ? '0' : char.ToUpperInvariant(text[i]),
            };
        }

        if (Iban.TryParse(text, out var whole))
            return whole.Text;
        string? only = null;
        for (var i = 4; i < text.Length; i++)
        {
            if (IbanShapes.At(shape, i - 4) != 'c')
                continue;
            var was = text[i];
            text[i] = char.IsAsciiDigit(was) ? Slips.AsLetter(was) : Slips.AsDigit(was);
            if (text[i] != was && Iban.TryParse(text, out var iban))
            {
                if (only is not null)
                    return null;
                only = iban.Text;
            }

            text[i] = was;
        }

        return only;
    }
}
