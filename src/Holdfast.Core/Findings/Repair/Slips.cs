namespace Holdfast.Findings.Repair;

/// <summary>The usual slips of machines that read letters from pictures, as seen in practice.</summary>
internal static class Slips
{
    // Letters that are taken for one another, and how seldom: 1 happens on every other screen, 3 hardly ever. Many letters
    // look alike as capital and small letter.
    private static readonly (int Cost, string[] Groups)[] Weighed =
    [
        (1, ["0Oo", "1lI|", "5S", "8B", "2Z", "qg", "cC", "sS", "vV", "wW", "xX", "zZ", "uU", "kK", "pP"]),
        (2, ["1ij", "1J7", "fF", "0QD", "5s", "2z", "6Gb", "9g", "9q", "ec", "uv", "vy", "tf", "nh", "hb", "oO0", "Yy", "jJ", "mM", "Li", "I7"]),
        (3, ["83", "7Z", "7z", "35", "56", "68", "09", "d4a", "aq", "ao", "ae", "MN", "HN", "EF", "PF", "xk", "RK", "T7", "VY", "dcl"]),
    ];

    private static readonly Dictionary<char, (char Meant, int Cost)[]> Others = Build();

    /// <summary>What a letter may have been, the likeliest first, with how seldom that happens (1 to 3); without itself.</summary>
    internal static ReadOnlySpan<(char Meant, int Cost)> Of(char read) => Others.GetValueOrDefault(read, []);

    /// <summary>Two letters that are taken for one, and the other way round.</summary>
    internal static readonly (string Read, string Meant)[] Pairs =
    [
        ("rn", "m"), ("vv", "w"), ("VV", "W"), ("m", "rn"), ("w", "vv"), ("cl", "d"), ("d", "cl"),

        ("77", "7"), ("lJ", "J"), ("JJ", "J"),

        // One letter read twice, in two ways.
        ("S5", "5"), ("5S", "5"), ("O0", "0"), ("0O", "0"), ("l1", "1"), ("1l", "1"), ("I1", "1"), ("1I", "1"), ("B8", "8"), ("8B", "8"), ("Z2", "2"), ("2Z", "2"),
        ("gq", "q"), ("qg", "q"), ("gq", "g"), ("qg", "g"), ("S8", "8"), ("8S", "8"), ("5S", "S"), ("S5", "S"), ("8B", "B"), ("2Z", "Z"), ("o0", "0"), ("0o", "0"), ("Oo", "o"), ("oO", "o"),
        .. "cCsSvVwWxXzZuUkKpP".Chunk(2).SelectMany(both => new[] { ($"{both[0]}{both[1]}", $"{both[0]}"), ($"{both[0]}{both[1]}", $"{both[1]}"), ($"{both[1]}{both[0]}", $"{both[0]}"), ($"{both[1]}{both[0]}", $"{both[1]}") }),
    ];

    /// <summary>The plain letter that a mark or an accent was read into; the letter itself when it is plain, or 0 when it is none.</summary>
    internal static char Plain(char c) => c switch
    {
        _ when char.IsAsciiLetterOrDigit(c) => c,
        '|' or '\\' => 'l',
        ']' or ')' or '}' => 'J',
        '[' => 'I',
        '/' => '7',
        '§' or '$' => 'S',
        '€' => 'C',
        '£' => 'E',
        '¢' or 'ç' => 'c',
        'Ç' or '©' => 'C',
        '®' => 'R',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'É' or 'È' or 'Ê' or 'Ë' => 'E',
        'á' or 'à' or 'â' or 'ä' or 'ã' or 'å' => 'a',
        'Á' or 'À' or 'Â' or 'Ä' or 'Ã' or 'Å' => 'A',
        'í' or 'ì' or 'î' or 'ï' => 'i',
        'Í' or 'Ì' or 'Î' or 'Ï' => 'I',
        'ó' or 'ò' or 'ô' or 'ö' or 'õ' or 'ø' => 'o',
        'Ó' or 'Ò' or 'Ô' or 'Ö' or 'Õ' or 'Ø' => 'O',
        'ú' or 'ù' or 'û' or 'ü' => 'u',
        'Ú' or 'Ù' or 'Û' or 'Ü' => 'U',
        'ñ' => 'n',
        'Ñ' => 'N',
        'ß' => 'B',
        'ý' or 'ÿ' => 'y',
        _ => '\0',
    };

    /// <summary>The digit that a letter stands for where only digits can be, or the letter itself.</summary>
    internal static char AsDigit(char c) => c switch
    {
        'O' or 'o' or 'Q' or 'D' => '0',
        'I' or 'l' or '|' or 'i' or '!' => '1',
        'Z' or 'z' => '2',
        'S' or 's' => '5',
        'G' or 'b' => '6',
        'B' => '8',
        'g' or 'q' => '9',
        _ => c,
    };

    /// <summary>The letter that a digit stands for where only capitals can be, or the digit itself.</summary>
    internal static char AsLetter(char c) => c switch
    {
        '0' => 'O',
        '1' or '|' or 'l' or '!' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        _ => char.ToUpperInvariant(c),
    };

    private static Dictionary<char, (char Meant, int Cost)[]> Build()
    {
        var others = new Dictionary<char, List<(char Meant, int Cost)>>();
        foreach (var (cost, groups) in Weighed)
        {
            foreach (var group in groups)
            {
                foreach (var c in group)
                {
                    if (!others.TryGetValue(c, out var list))
                        others.Add(c, list = []);
                    foreach (var other in group)
                    {
                        if (other != c && !list.Exists(known => known.Meant == other))
                            list.Add((other, cost));
                    }
                }
            }
        }

        return others.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }
}
