using System.Text.Json;

namespace Holdfast.Findings.Signs;

/// <summary>
/// A rough measure of how often a word turns up in ordinary talk, to choose the rarest part of a pattern: frequent small
/// words, everyday words (<c>content/languages/everyday-words.json</c>), and all others by their length.
/// </summary>
internal sealed class CommonWords
{
    private readonly HashSet<string> _small;
    private readonly HashSet<string> _everyday;

    /// <param name="small">The frequent small words of all languages.</param>
    public CommonWords(IEnumerable<string> small)
    {
        _small = new(small, StringComparer.Ordinal);
        using var document = JsonDocument.Parse(Content.ReadText("languages/everyday-words.json"));
        _everyday = new(
            document.RootElement.EnumerateObject().Where(list => list.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(list => list.Value.EnumerateArray()).Select(word => word.GetString()!),
            StringComparer.Ordinal);
    }

    /// <summary>About how many times in a thousand words; only the order of magnitude matters.</summary>
    public double Of(string word)
    {
        if (word[^1] == '*')
        {
            var letters = word[..^1];
            var every = _everyday.Any(known => known.StartsWith(letters, StringComparison.Ordinal));
            return every ? 3 : letters.Length <= 4 ? 0.3 : 0.03;
        }

        return _small.Contains(word) ? 20 : word.Length <= 2 ? 5 : _everyday.Contains(word) ? 2 : word.Length == 3 ? 0.5 : word.Length == 4 ? 0.1 : 0.02;
    }
}
