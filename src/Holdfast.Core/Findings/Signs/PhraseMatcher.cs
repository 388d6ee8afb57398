using System.Numerics;
using Holdfast.Findings.Text;

namespace Holdfast.Findings.Signs;

/// <summary>A sign seen in a message.</summary>
/// <param name="Sign">Index in <see cref="SignCatalog.Signs"/>.</param>
/// <param name="Weight">Evidence of the phrase.</param>
/// <param name="Start">First UTF-16 unit of the words that show it.</param>
/// <param name="Length">Number of UTF-16 units.</param>
internal readonly record struct SignHit(int Sign, double Weight, int Start, int Length);

/// <summary>
/// Looks for all phrases of all signs in one pass over a message. Each phrase waits behind its rarest word: a message
/// without any such word costs no more than cutting it into words. Not thread-safe; one matcher for each thread.
/// </summary>
internal sealed class PhraseMatcher
{
    private const long StepsPerWord = 4_000;
    private const long StepsAtLeast = 400_000;
    private const int MostRequired = 6;
    private const double TooCommon = 200;

    private readonly Vocabulary _vocabulary = new();
    private readonly Tokenizer _tokenizer;
    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<WordSet, List<Waiting>> _waiting = [];
    private readonly WordSet[] _sets;
    private readonly ulong[] _present;
    private readonly Dictionary<WordSet, int> _requiredBits = [];
    private readonly List<double> _requiredCosts = [];
    private ulong[]?[] _bitsByClass = new ulong[512][];
    private WaitingGroup[]?[] _byClass = new WaitingGroup[512][];
    private readonly List<(int Phrase, int Part, int Start, int End)> _found = [];
    private readonly LanguageTally _languages;

    private sealed record Phrase(int Sign, double Weight, PatternProgram[] Parts, int[] Required, WordSet[] Further);

    private readonly record struct Waiting(int Phrase, int Part, int MostBefore);

    /// <summary>Phrases that wait for the same further set of words: one question for all of them.</summary>
    private readonly record struct WaitingGroup(int Bit, Waiting[] Candidates);

    public PhraseMatcher(SignCatalog catalog)
    {
        _tokenizer = new Tokenizer(_vocabulary);
        _languages = new LanguageTally(_vocabulary);
        var parser = new PatternParser(_vocabulary, catalog.Lists, new CommonWords(_languages.SmallWords));
        for (var sign = 0; sign < catalog.Signs.Count; sign++)
        {
            foreach (var phrase in catalog.Signs[sign].Phrases)
            {
                try
                {
                    Add(sign, phrase, parser);
                }
                catch (FormatException e)
                {
                    throw new FormatException($"content/signs/{catalog.Signs[sign].Id}.md line {phrase.Line}: {e.Message}");
                }
            }
        }

        _sets = [.. parser.Sets];
        var words = (_requiredBits.Count + 63) / 64;
        _present = new ulong[(words + Vector<ulong>.Count - 1) / Vector<ulong>.Count * Vector<ulong>.Count];
        _vocabulary.ClassMade += TakeUp;
    }

    /// <summary>Counts the small words of each language in all texts seen.</summary>
    public LanguageTally Languages => _languages;

    /// <summary>True when a text was so made that not every phrase could be tried on it.</summary>
    public bool WasLimited { get; private set; }

    /// <summary>Forgets what was counted, for the next input.</summary>
    public void Forget()
    {
        _languages.Clear();
        WasLimited = false;
    }

    /// <summary>Finds the signs of one text. The list is cleared first.</summary>
    public void Match(string text, List<SignHit> hits)
    {
        hits.Clear();
        _tokenizer.Tokenize(text);
        var tokens = _tokenizer.Tokens;
        _languages.Count(tokens);
        var budget = Math.Max(StepsAtLeast, tokens.Length * StepsPerWord);
        _found.Clear();
        var isMarked = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (_byClass[tokens[i].WordClass] is not { } waiting)
            {
                continue;
            }

            if (!isMarked)
            {
                MarkPresent(tokens);
                isMarked = true;
            }

            foreach (var group in waiting)
            {
                if (IsPresent(group.Bit))
                {
                    TryAll(group.Candidates, tokens, i, ref budget);
                }
            }
        }

        if (_found.Count == 0)
        {
            WasLimited |= budget <= 0;
            return;
        }

        WasLimited |= budget <= 0;
        Collect(tokens, hits);
    }

    /// <summary>Which of the sets that phrases require are in the message at all.</summary>
    private void MarkPresent(ReadOnlySpan<TextToken> tokens)
    {
        Array.Clear(_present);
        foreach (var token in tokens)
        {
            if (_bitsByClass[token.WordClass] is { } bits)
            {
                for (var i = 0; i < bits.Length; i += Vector<ulong>.Count)
                {
                    (new Vector<ulong>(_present, i) | new Vector<ulong>(bits, i)).CopyTo(_present, i);
                }
            }
        }
    }

    private bool HasRequired(int[] required)
    {
        foreach (var bit in required)
        {
            if (!IsPresent(bit))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPresent(int bit) => (_present[bit >> 6] & 1UL << (bit & 63)) != 0;

    private void TryAll(Waiting[] candidates, ReadOnlySpan<TextToken> tokens, int anchor, ref long budget)
    {
        foreach (var candidate in candidates)
        {
            var phrase = _phrases[candidate.Phrase];
            if (HasRequired(phrase.Required) && HasAll(phrase.Further, tokens))
            {
                Try(candidate, tokens, anchor, ref budget);
            }
        }
    }

    private void Try(Waiting candidate, ReadOnlySpan<TextToken> tokens, int anchor, ref long budget)
    {
        var program = _phrases[candidate.Phrase].Parts[candidate.Part];
        var sentence = tokens[anchor].Sentence;
        for (var start = Math.Max(0, anchor - candidate.MostBefore); start <= anchor; start++)
        {
            if (tokens[start].Sentence != sentence || program.First?.Contains(tokens[start].WordClass) == false)
            {
                continue;
            }

            var end = program.MatchFrom(tokens, start, _vocabulary, ref budget);
            if (end > start)
            {
                _found.Add((candidate.Phrase, candidate.Part, start, end));
                return;
            }
        }
    }

    /// <summary>Keeps whole phrases, and of overlapping hits of one sign the strongest.</summary>
    private void Collect(ReadOnlySpan<TextToken> tokens, List<SignHit> hits)
    {
        foreach (var (index, part, start, end) in _found)
        {
            var phrase = _phrases[index];
            if (part != 0 || !HasAllParts(index, phrase.Parts.Length))
            {
                continue;
            }

            var from = tokens[start].Start;
            var hit = new SignHit(phrase.Sign, phrase.Weight, from, tokens[end - 1].End - from);
            var rival = hits.FindIndex(other =>
                other.Sign == hit.Sign && other.Start < hit.Start + hit.Length && hit.Start < other.Start + other.Length);
            if (rival < 0)
            {
                hits.Add(hit);
            }
            else if (hits[rival].Weight < hit.Weight || (hits[rival].Weight == hit.Weight && hits[rival].Length < hit.Length))
            {
                hits[rival] = hit;
            }

            // A text that repeats itself a thousand times shows no more than one that does so a hundred times.
            if (hits.Count >= 256)
            {
                break;
            }
        }
    }

    private bool HasAllParts(int phrase, int parts)
    {
        for (var part = 1; part < parts; part++)
        {
            if (!_found.Exists(found => found.Phrase == phrase && found.Part == part))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(int sign, SignPhrase phrase, PatternParser parser)
    {
        var sources = phrase.Pattern.StartsWith("all:", StringComparison.Ordinal)
            ? phrase.Pattern[4..].Split("&&", StringSplitOptions.TrimEntries)
            : [phrase.Pattern];
        if (sources.Length > 4)
        {
            throw new FormatException("at most four parts may be joined");
        }

        var parts = sources.Select(source => new PatternProgram(parser.Parse(source, phrase.Language), parser.Union)).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var (set, mostBefore) in parts[part].Anchors)
            {
                if (!_waiting.TryGetValue(set, out var list))
                {
                    _waiting.Add(set, list = []);
                }

                list.Add(new Waiting(_phrases.Count, part, mostBefore));
            }
        }

        var required = parts.SelectMany(part => part.Required).Distinct().OrderBy(set => set.Commonness).ToList();
        var telling = MostTelling(required);
        _phrases.Add(new Phrase(sign, phrase.Weight, parts, [.. telling.Select(RequiredBit)], [.. required.Except(telling)]));
    }

    /// <summary>The rarest sets that a phrase requires; frequent words are in nearly every message and tell nothing.</summary>
    private static List<WordSet> MostTelling(List<WordSet> required) =>
        [required[0], .. required.Skip(1).Take(MostRequired - 1).Where(set => set.Commonness < TooCommon)];

    /// <summary>Whether the less telling sets are there too.</summary>
    private static bool HasAll(WordSet[] sets, ReadOnlySpan<TextToken> tokens)
    {
        foreach (var set in sets)
        {
            var isThere = false;
            for (var i = 0; i < tokens.Length && !isThere; i++)
            {
                isThere = set.Contains(tokens[i].WordClass);
            }

            if (!isThere)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the sets that a phrase requires, the rarest that this word is not itself in; any, if it is in all.</summary>
    private int RarestFurther(int[] required, ulong[] own)
    {
        var best = required[0];
        var bestCost = double.MaxValue;
        foreach (var bit in required)
        {
            var cost = _requiredCosts[bit] + ((own[bit >> 6] & 1UL << (bit & 63)) != 0 ? 1e6 : 0);
            (best, bestCost) = cost < bestCost ? (bit, cost) : (best, bestCost);
        }

        return best;
    }

    private int RequiredBit(WordSet set)
    {
        if (!_requiredBits.TryGetValue(set, out var bit))
        {
            _requiredBits.Add(set, bit = _requiredBits.Count);
            _requiredCosts.Add(set.Commonness);
        }

        return bit;
    }

    private void TakeUp(int wordClass, WordClassInfo info)
    {
        var waiting = new List<Waiting>();
        var bits = new ulong[_present.Length];
        foreach (var set in _sets)
        {
            if (!set.TakeUp(wordClass, info))
            {
                continue;
            }

            if (_waiting.TryGetValue(set, out var list))
            {
                waiting.AddRange(list);
            }

            if (_requiredBits.TryGetValue(set, out var bit))
            {
                bits[bit >> 6] |= 1UL << (bit & 63);
            }
        }

        if (wordClass >= _byClass.Length)
        {
            Array.Resize(ref _byClass, Math.Max(wordClass + 1, _byClass.Length * 2));
            Array.Resize(ref _bitsByClass, _byClass.Length);
        }

        _byClass[wordClass] = waiting.Count == 0
            ? null
            : [.. waiting.Distinct()
                .GroupBy(candidate => RarestFurther(_phrases[candidate.Phrase].Required, bits))
                .Select(group => new WaitingGroup(group.Key, [.. group]))];
        _bitsByClass[wordClass] = bits.AsSpan().ContainsAnyExcept(0UL) ? bits : null;
    }
}
