namespace Holdfast.Conversations.Screenshots;

/// <summary>Compares texts that were read from pictures, where each reading may have its own slips.</summary>
internal static class LikeText
{
    private const int Longest = 200;

    /// <summary>True when the texts differ in no more than an eighth of their letters.</summary>
    internal static bool Same(string? first, string? second)
    {
        if (first is null || second is null)
            return first is null && second is null;
        var (a, b) = (Core(first), Core(second));
        var most = Math.Max(a.Length, b.Length) / 8;
        return Math.Abs(a.Length - b.Length) <= most && Distance(a, b, most) <= most;
    }

    /// <summary>True when one text is the beginning or the end of the other: its bubble was cut at the edge of a picture.</summary>
    internal static bool IsPart(string? part, string? whole)
    {
        if (part is null || whole is null)
            return false;
        var (a, b) = (Core(part), Core(whole));
        if (a.Length < 5 || a.Length >= b.Length || (a.Length < 8 && b.Length > 12))
            return false;
        var most = a.Length / 8;
        return Distance(a, b.AsSpan(0, a.Length), most) <= most || Distance(a, b.AsSpan(b.Length - a.Length), most) <= most;
    }

    // Letters and digits only, and the usual slips made equal.
    private static string Core(string text)
    {
        Span<char> core = stackalloc char[Math.Min(text.Length, Longest)];
        var count = 0;
        foreach (var c in text)
        {
            if (count == core.Length)
                break;
            if (!char.IsLetterOrDigit(c) && c != '|')
                continue;
            core[count++] = char.ToLowerInvariant(c) switch
            {
                '|' or 'l' or 'i' or '1' => 'l',
                '0' => 'o',
                'g' or '9' => 'q',
                '5' => 's',
                '8' => 'b',
                var small => small,
            };
        }

        return core[..count].ToString();
    }

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, best) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
                best = Math.Min(best, cost);
            }

            if (best > most)
                return best;
        }

        return row[b.Length];
    }
}
