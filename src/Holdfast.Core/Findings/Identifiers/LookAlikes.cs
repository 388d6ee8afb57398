using System.Collections.Frozen;

namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Cyrillic and Greek letters that look like Latin ones, and the Latin letter each is taken for (from the single-letter
/// pairs of Unicode Technical Standard 39, <c>confusables.txt</c>). They are folded only inside host names and e-mail
/// addresses, and only where a whole label can be read as Latin, so that real Russian or Greek names stay as they are.
/// </summary>
internal static class LookAlikes
{
    private const string Foreign =
        "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04BB\u051B\u051D\u0475\u04CF" +
        "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u050C" +
        "\u03BF\u03B1\u03BD\u03C1\u03B9\u03BA\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7" +
        "\u0131\u0261\u03F2\u043A\u0442\u043C";

    private const string Latin =
        "aeopcyxijsdhqwvl" +
        "ABEKMHOPCTYXIJSG" +
        "oavpikABEZHIKMNOPTYX" +
        "igcktm";

    private static readonly FrozenDictionary<char, char> Map =
        Foreign.Zip(Latin).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>True for a letter of the scripts that are used to imitate Latin letters.</summary>
    public static bool IsImitatingScript(char c) => c is >= '\u0370' and <= '\u052F' or '\u0131' or '\u0261';

    /// <summary>Folds every label (between dots or the at sign) that can be read as Latin; leaves the others.</summary>
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0131', '\u052F'))
            return text;
        var folded = text.ToCharArray();
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && folded[i] is not ('.' or '@'))
                continue;
            FoldLabel(folded.AsSpan(start, i - start));
            start = i + 1;
        }

        return new string(folded);
    }

    private static void FoldLabel(Span<char> label)
    {
        foreach (var c in label)
        {
            if (c >= 0x80 && !Map.ContainsKey(c))
                return;
        }

        foreach (ref var c in label)
        {
            if (c >= 0x80)
                c = Map[c];
        }
    }
}
