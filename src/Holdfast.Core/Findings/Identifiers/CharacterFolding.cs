using System.Globalization;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Which characters stand for plain ones: full-width forms, decimal digits of any script, mathematical letters, dashes
/// and spaces; and which are invisible and only break words.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>Means that the character is dropped.</summary>
    public const char Dropped = '\0';

    /// <summary>The high surrogate of the mathematical alphanumeric symbols (U+1D400 to U+1D7FF).</summary>
    public const char MathematicalHigh = '\uD835';

    /// <summary>The plain character for one of the basic plane; the same when there is none.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
            return c;
        if (c is >= '\uFF01' and <= '\uFF5E')
            return (char)(c - 0xFEE0);
        if (IsInvisible(c))
            return Dropped;
        if (c is '\u2024' or '\uFE52')
            return '.';
        if (c == '\uFE6B')
            return '@';
        if (c is (>= '\u2010' and <= '\u2015') or '\u2212')
            return '-';
        if (IsWideSpace(c))
            return ' ';
        return CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0 ? (char)('0' + digit) : c;
    }

    /// <summary>The plain letter or digit for a low surrogate after <see cref="MathematicalHigh"/>; <see cref="Dropped"/> when there is none.</summary>
    public static char FoldMathematical(char low)
    {
        const int FirstDigit = 0xDFCE, AfterLetters = 0xDC00 + 13 * 52;
        if (low is >= (char)FirstDigit and <= '\uDFFF')
            return (char)('0' + (low - FirstDigit) % 10);
        if (low is < '\uDC00' or >= (char)AfterLetters)
            return Dropped;
        var letter = (low - 0xDC00) % 52;
        return (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26);
    }

    /// <summary>
    /// True when this character alone can hide an identifier, so that the text must be read. The others count only when
    /// they touch plain text (<see cref="IdentifierFinder.MightContain"/>).
    /// </summary>
    public static bool IsTelling(char c) =>
        c is MathematicalHigh or '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or '\u2024' or '\uFE52' or '\uFE6B' ||
        (c is >= '\uFF01' and <= '\uFF5E' && Fold(c) is var plain && (char.IsAsciiLetterOrDigit(plain) || plain is '@' or '.' or '$' or '#' or '+'));

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u061C' or '\u034F' or '\u180E' or '\u20E3' or '\uFEFF' or
            (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or
            (>= '\uFE00' and <= '\uFE0F');

    private static bool IsWideSpace(char c) =>
        c is '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';
}
