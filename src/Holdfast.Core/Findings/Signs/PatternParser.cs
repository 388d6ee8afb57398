using System.Globalization;
using Holdfast.Findings.Text;

namespace Holdfast.Findings.Signs;

/// <summary>
/// Reads the pattern language of <c>content/signs/README.md</c>: words, <c>word*</c>, <c>(a|b)</c>, <c>[optional]</c>,
/// <c>...N</c>, <c>@list</c> and <c>#</c>.
/// </summary>
internal sealed class PatternParser(Vocabulary vocabulary, IReadOnlyDictionary<(string Language, string Name), IReadOnlyList<string>> lists, CommonWords common)
{
    private const int DefaultGap = 3;
    private const int WidestGap = 8;

    private readonly Dictionary<(string Language, string Name), PatternNode> _lists = [];
    private string _language = "";
    private readonly Dictionary<string, WordSet> _sets = new(StringComparer.Ordinal);

    /// <summary>All word sets that were made.</summary>
    public IReadOnlyCollection<WordSet> Sets => _sets.Values;

    /// <param name="pattern">The pattern.</param>
    /// <param name="language">The language whose lists it names.</param>
    /// <exception cref="FormatException">The pattern is not well formed.</exception>
    public PatternNode.Sequence Parse(string pattern, string language)
    {
        _language = language;
        return Parse(pattern);
    }

    private PatternNode.Sequence Parse(string pattern)
    {
        var at = 0;
        var sequence = ParseSequence(pattern, ref at);
        return at == pattern.Length ? sequence : throw new FormatException($"unexpected '{pattern[at]}'");
    }

    private PatternNode.Sequence ParseSequence(string text, ref int at)
    {
        var parts = new List<PatternNode>();
        while (at < text.Length && text[at] is not ('|' or ')' or ']'))
        {
            switch (text[at])
            {
                case ' ':
                    at++;
                    break;
                case '(' or '[':
                    parts.Add(ParseChoice(text, ref at));
                    break;
                case '#':
                    at++;
                    parts.Add(new PatternNode.Number());
                    break;
                case '.':
                    parts.Add(ParseGap(text, ref at));
                    break;
                case '@':
                    at++;
                    parts.Add(List(TakeWord(text, ref at)));
                    break;
                default:
                    parts.Add(new PatternNode.Word(Set([TakeWord(text, ref at)])));
                    break;
            }
        }

        return parts.Count > 0 ? new PatternNode.Sequence(parts) : throw new FormatException("an empty part");
    }

    private PatternNode ParseChoice(string text, ref int at)
    {
        var close = text[at++] == '(' ? ')' : ']';
        var alternatives = new List<PatternNode.Sequence> { ParseSequence(text, ref at) };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            alternatives.Add(ParseSequence(text, ref at));
        }

        if (at >= text.Length || text[at] != close)
        {
            throw new FormatException($"'{close}' is missing");
        }

        at++;
        return Simplify(alternatives, close == ']');
    }

    private static PatternNode.Gap ParseGap(string text, ref int at)
    {
        if (!text.AsSpan(at).StartsWith("...", StringComparison.Ordinal))
        {
            throw new FormatException("a gap is three full stops and a number up to 8");
        }

        at += 3;
        var digits = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        var most = DefaultGap;
        if (at > digits && !int.TryParse(text.AsSpan(digits, at - digits), NumberStyles.None, CultureInfo.InvariantCulture, out most))
        {
            most = int.MaxValue;
        }

        return most is >= 1 and <= WidestGap ? new PatternNode.Gap(most) : throw new FormatException("a gap is 1 to 8 words wide");
    }

    private static string TakeWord(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (' ' or '|' or '(' or ')' or '[' or ']' or '#' or '@')
            && !text.AsSpan(at).StartsWith("...", StringComparison.Ordinal))
        {
            at++;
        }

        var word = text[start..at];
        var letters = word.Trim(':').TrimEnd('*');
        var isFolded = letters.Length > 0 && letters.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        return isFolded && (word[^1] != '*' || letters.Length >= 3)
            ? word
            : throw new FormatException($"'{word}' is not a folded word (small letters and digits, three letters before a star)");
    }

    private PatternNode List(string name)
    {
        if (!_lists.TryGetValue((_language, name), out var node))
        {
            if (!lists.TryGetValue((_language, name), out var entries))
            {
                throw new FormatException($"there is no list @{name} in this language");
            }

            _lists.Add((_language, name), node = Simplify([.. entries.Select(Parse)], isOptional: false));
        }

        return node;
    }

    /// <summary>Alternatives of one word each become one set.</summary>
    private PatternNode Simplify(List<PatternNode.Sequence> alternatives, bool isOptional)
    {
        var words = alternatives.Where(alternative => alternative.Parts is [PatternNode.Word]).ToList();
        if (words.Count > 1 || (words.Count == 1 && alternatives.Count == 1))
        {
            var sets = words.Select(alternative => ((PatternNode.Word)alternative.Parts[0]).Set).ToList();
            var union = new PatternNode.Word(Union(sets));
            if (words.Count == alternatives.Count && !isOptional)
            {
                return union;
            }

            alternatives = [new PatternNode.Sequence([union]), .. alternatives.Except(words)];
        }

        return new PatternNode.Choice(alternatives, isOptional);
    }

    /// <summary>The set of the words of several sets.</summary>
    public WordSet Union(IReadOnlyList<WordSet> sets)
    {
        var entries = sets.SelectMany(set => set.Entries).Distinct().Order().ToList();
        var key = string.Join(',', entries);
        if (!_sets.TryGetValue(key, out var union))
        {
            _sets.Add(key, union = new WordSet(entries, sets.Sum(set => set.Commonness)));
        }

        return union;
    }

    private WordSet Set(IReadOnlyList<string> words)
    {
        var entries = words.Select(vocabulary.AddEntry).Distinct().Order().ToList();
        var key = string.Join(',', entries);
        if (!_sets.TryGetValue(key, out var set))
        {
            _sets.Add(key, set = new WordSet(entries, words.Sum(common.Of)));
        }

        return set;
    }
}
