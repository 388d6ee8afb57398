namespace Holdfast.Findings.Repair;

/// <summary>The usual slips of machines that read letters from pictures.</summary>
internal static class Slips
{
    // Each line: letters that are taken for one another.
    private static readonly string[] Groups =
    [
        "0OoQD", "1lI|i!jJ7", "5Ss", "8BS3", "2Zz7", "qg9", "6Gb", "ce", "uv", "tf", "nh", "rn", "ij", "vy", "wW", "cC", "kK", "pP", "xX", "vV", "uU", "dd4a", "hb", "35", "68", "09", "yv", "aq", "MN", "EF", "PF", "xk",
    ];

    private static readonly Dictionary<char, string> Others = Build();

    /// <summary>What a letter may have been, the letter itself left out.</summary>
    internal static string Of(char read) => Others.GetValueOrDefault(read, "");

    /// <summary>Two letters that are taken for one, and the other way round.</summary>
    internal static readonly (string Read, string Meant)[] Pairs =
    [
        ("rn", "m"), ("vv", "w"), ("m", "rn"), ("w", "vv"), ("cl", "d"), ("d", "cl"),

        // One letter read twice, in two ways.
        ("S5", "5"), ("5S", "5"), ("O0", "0"), ("0O", "0"), ("l1", "1"), ("1l", "1"), ("I1", "1"), ("B8", "8"), ("8B", "8"), ("Z2", "2"), ("2Z", "2"),
        ("gq", "q"), ("qg", "q"), ("wW", "w"), ("Ww", "W"), ("xX", "x"), ("sS", "s"), ("S8", "8"), ("cC", "c"),
        ("xX", "X"), ("wW", "W"), ("sS", "S"), ("cC", "C"), ("zZ", "Z"), ("zZ", "z"), ("Zz", "z"), ("Oo", "o"), ("oO", "o"), ("5S", "S"),
    ];

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

    private static Dictionary<char, string> Build()
    {
        var others = new Dictionary<char, string>();
        foreach (var group in Groups)
        {
            foreach (var c in group)
                others[c] = string.Concat((others.GetValueOrDefault(c, "") + group).Where(other => other != c).Distinct());
        }

        return others;
    }
}
