namespace Holdfast.Findings.Text;

/// <summary>FNV-1a over folded UTF-16 units, 64 bits (Fowler, Noll, Vo).</summary>
internal static class WordHash
{
    public const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Add(ulong hash, char c) => unchecked((hash ^ c) * Prime);

    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var c in folded)
        {
            hash = Add(hash, c);
        }

        return hash;
    }
}
