namespace Holdfast.Findings.Text;

/// <summary>
/// All words that patterns know. A word of a message is looked up once and becomes a class: the set of entries
/// (whole words and beginnings of words) that it matches. Classes are made as texts need them.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Class of a word that no pattern knows.</summary>
    public const int Unknown = 0;

    /// <summary>Class of a number that no pattern names.</summary>
    public const int Number = 1;

    private const int CacheSize = 1 << 15;
    private const int ShortestPrefix = 3;

    private readonly Dictionary<ulong, int> _words = [];
    private readonly Dictionary<ulong, int> _prefixes = [];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<WordClassInfo> _infos = [new([], false), new([], true)];
    private readonly (ulong Hash, int Class)[] _cache = new (ulong, int)[CacheSize];
    private int _longestPrefix;
    private int _entries;

    /// <summary>Called once for each new class, so that word sets can take it up.</summary>
    public event Action<int, WordClassInfo>? ClassMade;

    /// <summary>What is known of a class.</summary>
    public WordClassInfo Info(int wordClass) => _infos[wordClass];

    /// <summary>Adds an entry: a folded word, or a beginning of a word when it ends with a star. Returns its number.</summary>
    public int AddEntry(string word)
    {
        var isPrefix = word[^1] == '*';
        var letters = isPrefix ? word.AsSpan(0, word.Length - 1) : word;
        var map = isPrefix ? _prefixes : _words;
        var hash = WordHash.Of(letters);
        if (map.TryGetValue(hash, out var entry))
        {
            return entry;
        }

        if (isPrefix)
        {
            _longestPrefix = Math.Max(_longestPrefix, letters.Length);
        }

        map.Add(hash, _entries);
        return _entries++;
    }

    /// <summary>The class of a folded word.</summary>
    public int Classify(ReadOnlySpan<char> folded, ulong hash, bool isNumber)
    {
        ref var cached = ref _cache[Slot(hash)];
        if (cached.Hash != hash)
        {
            cached = (hash, MakeClass(folded, hash, isNumber));
        }

        return cached.Class;
    }

    /// <summary>Fibonacci hashing (Knuth, vol. 3, 6.4): the hashes of short words differ too little in any one range of bits.</summary>
    private static int Slot(ulong hash) => (int)(unchecked(hash * 0x9E3779B97F4A7C15) >> 49);

    private int MakeClass(ReadOnlySpan<char> folded, ulong hash, bool isNumber)
    {
        var entries = new List<int>(2);
        if (_words.TryGetValue(hash, out var word))
        {
            entries.Add(word);
        }

        var prefix = WordHash.Seed;
        for (var i = 0; i < Math.Min(folded.Length, _longestPrefix); i++)
        {
            prefix = WordHash.Add(prefix, folded[i]);
            if (i >= ShortestPrefix - 1 && _prefixes.TryGetValue(prefix, out var entry))
            {
                entries.Add(entry);
            }
        }

        if (entries.Count == 0)
        {
            return isNumber ? Number : Unknown;
        }

        var key = string.Join(',', entries) + (isNumber ? "#" : "");
        if (!_classes.TryGetValue(key, out var made))
        {
            made = _infos.Count;
            var info = new WordClassInfo([.. entries], isNumber);
            _infos.Add(info);
            _classes.Add(key, made);
            ClassMade?.Invoke(made, info);
        }

        return made;
    }
}

/// <summary>What is known of a class of words.</summary>
/// <param name="Entries">The vocabulary entries that such a word matches.</param>
/// <param name="IsNumber">True for numbers and amounts.</param>
internal sealed record WordClassInfo(int[] Entries, bool IsNumber);
