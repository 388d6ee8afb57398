namespace Holdfast.Findings.Signs;

/// <summary>A rough measure of how often a word turns up in ordinary talk, to choose the rarest part of a pattern.</summary>
internal sealed class CommonWords
{
    private readonly HashSet<string> _small;

    /// <param name="small">The frequent small words of all languages.</param>
    public CommonWords(IEnumerable<string> small) => _small = new(small, StringComparer.Ordinal);

    public double Of(string word) =>
        _small.Contains(word) ? 60
        : word.Length <= 2 ? 30
        : word.Length == 3 ? 8
        : word.Length == 4 ? (word[^1] == '*' ? 6 : 4)
        : word[^1] == '*' ? 1.5 : 1;
}
