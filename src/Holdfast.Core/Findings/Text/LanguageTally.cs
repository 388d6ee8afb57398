using System.Text.Json;

namespace Holdfast.Findings.Text;

/// <summary>
/// Tells the languages of a text by its frequent small words (<c>content/languages/small-words.json</c>). Words that
/// several languages share count for each of them in part.
/// </summary>
internal sealed class LanguageTally
{
    private readonly string[] _languages;
    private readonly Dictionary<int, double[]> _byEntry = [];
    private readonly List<double[]?> _byClass = [null, null];
    private long[] _counts = new long[1024];

    public LanguageTally(Vocabulary vocabulary)
    {
        using var document = JsonDocument.Parse(Content.ReadText("languages/small-words.json"));
        var lists = document.RootElement.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array).ToList();
        _languages = [.. lists.Select(list => list.Name)];
        SmallWords = [.. lists.SelectMany(list => list.Value.EnumerateArray().Select(word => word.GetString()!)).Distinct()];
        foreach (var word in SmallWords)
        {
            var users = lists.Select(list => list.Value.EnumerateArray().Any(entry => entry.GetString() == word) ? 1.0 : 0).ToArray();
            var share = 1 / users.Sum();
            _byEntry[vocabulary.AddEntry(word)] = [.. users.Select(user => user * share * share)];
        }

        vocabulary.ClassMade += (wordClass, info) =>
        {
            while (_byClass.Count <= wordClass)
            {
                _byClass.Add(null);
            }

            if (wordClass >= _counts.Length)
            {
                Array.Resize(ref _counts, wordClass * 2);
            }

            _byClass[wordClass] = info.Entries.Select(entry => _byEntry.GetValueOrDefault(entry)).FirstOrDefault(weights => weights is not null);
        };
    }

    /// <summary>All small words.</summary>
    public IReadOnlyList<string> SmallWords { get; }

    /// <summary>Adds the words of a text.</summary>
    public void Count(ReadOnlySpan<TextToken> tokens)
    {
        var counts = _counts;
        foreach (var token in tokens)
        {
            if (token.WordClass < counts.Length)
            {
                counts[token.WordClass]++;
            }
        }
    }

    /// <summary>Forgets what was counted.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <summary>The languages that make up at least a quarter of what the most used one does, the most used first.</summary>
    public IReadOnlyList<string> Ranked()
    {
        var totals = new double[_languages.Length];
        for (var wordClass = 0; wordClass < Math.Min(_byClass.Count, _counts.Length); wordClass++)
        {
            for (var i = 0; _byClass[wordClass] is { } weights && i < totals.Length; i++)
            {
                totals[i] += weights[i] * _counts[wordClass];
            }
        }

        var most = totals.Max();
        return most == 0
            ? []
            : [.. _languages.Zip(totals).Where(pair => pair.Second >= most / 4 && pair.Second >= 0.5)
                .OrderByDescending(pair => pair.Second).Select(pair => pair.First)];
    }
}
