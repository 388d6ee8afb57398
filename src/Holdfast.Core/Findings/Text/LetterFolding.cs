using System.Globalization;

namespace Holdfast.Findings.Text;

/// <summary>
/// What every character becomes before words are compared: lower case, without accents, look-alike letters of other
/// scripts and compatibility forms replaced (the tables stand in <c>content/unicode</c>). The table is our own, not
/// Unicode NFKC, so that the browser, which has no normalisation in .NET, agrees with every other host.
/// </summary>
internal static class LetterFolding
{
    /// <summary>Not part of a word.</summary>
    public const char Separator = '\0';

    /// <summary>Inside a word but without weight: zero-width characters, combining marks, soft hyphens.</summary>
    public const char Ignorable = '\u0001';

    /// <summary>An apostrophe of any kind.</summary>
    public const char Apostrophe = '\'';

    /// <summary>First half of a surrogate pair: see <see cref="FoldPair"/>.</summary>
    public const char Surrogate = '\u0002';

    /// <summary>Begins the name of an emoji that patterns may use as a word.</summary>
    public const char NamedEmoji = '\u0003';

    private static readonly Dictionary<int, string> EmojiNames = LoadEmoji();

    /// <summary>The folded form of each UTF-16 unit.</summary>
    public static readonly char[] Table = Build();

    /// <summary>
    /// Folds a surrogate pair: mathematical and enclosed letters become letters, some emoji have a name, variation
    /// selectors are ignorable, all else separates words.
    /// </summary>
    public static char FoldPair(int codePoint, out string? emojiName)
    {
        emojiName = null;
        if (codePoint is >= 0x1D400 and <= 0x1D6A3)
        {
            return (char)('a' + (codePoint - 0x1D400) % 26);
        }

        if (codePoint is >= 0x1D7CE and <= 0x1D7FF)
        {
            return (char)('0' + (codePoint - 0x1D7CE) % 10);
        }

        if (codePoint is (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189))
        {
            return (char)('a' + LetterOfEnclosed(codePoint));
        }

        if (codePoint is (>= 0xE0000 and <= 0xE0FFF) or (>= 0x1F3FB and <= 0x1F3FF))
        {
            return Ignorable;
        }

        return EmojiNames.TryGetValue(codePoint, out emojiName) ? NamedEmoji : Separator;
    }

    /// <summary>The name of an emoji in the basic plane, such as the alarm clock.</summary>
    public static string? EmojiName(char c) => EmojiNames.GetValueOrDefault(c);

    private static int LetterOfEnclosed(int codePoint) => codePoint switch
    {
        <= 0x1F149 => codePoint - 0x1F130,
        <= 0x1F169 => codePoint - 0x1F150,
        _ => codePoint - 0x1F170,
    };

    private static char[] Build()
    {
        var table = new char[65536];
        for (var c = 0x80; c < table.Length; c++)
        {
            table[c] = Classify((char)c);
        }

        for (var c = 'a'; c <= 'z'; c++)
        {
            (table[c], table[c - 32]) = (c, c);
        }

        for (var c = '0'; c <= '9'; c++)
        {
            table[c] = c;
        }

        foreach (var c in "'\u2018\u2019\u02BC\u00B4\u0060\u2032\u02B9\uFF07")
        {
            table[c] = Apostrophe;
        }

        // Decimal digits of other scripts count as digits.
        foreach (var zero in "\u0660\u06F0\u0966\uFF10")
        {
            for (var digit = 0; digit < 10; digit++)
            {
                table[zero + digit] = (char)('0' + digit);
            }
        }

        foreach (var (start, letters) in ReadRuns("unicode/folding.txt"))
        {
            for (var i = 0; i < letters.Length; i++)
            {
                if (letters[i] != '.')
                {
                    table[start + i] = letters[i];
                }
            }
        }

        // A capital whose small letter is a look-alike is one too.
        for (var c = 0; c < table.Length; c++)
        {
            if (table[c] > NamedEmoji && table[table[c]] > NamedEmoji)
            {
                table[c] = table[table[c]];
            }
        }

        foreach (var emoji in EmojiNames.Keys.Where(key => key < 65536))
        {
            table[emoji] = NamedEmoji;
        }

        return table;
    }

    private static char Classify(char c)
    {
        if (char.IsSurrogate(c))
        {
            return Surrogate;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Ignorable,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => char.ToLowerInvariant(c),
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber => c,
            _ => c is '\u115F' or '\u1160' or '\u3164' or '\u2800' ? Ignorable : Separator,
        };
    }

    private static Dictionary<int, string> LoadEmoji() =>
        ReadRuns("unicode/emoji.txt").ToDictionary(run => run.Start, run => $":{run.Letters}:");

    private static IEnumerable<(int Start, string Letters)> ReadRuns(string path)
    {
        foreach (var line in Content.ReadText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != '#' && line.Split(": ") is [var code, var letters])
            {
                yield return (int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture), letters.Trim());
            }
        }
    }
}
