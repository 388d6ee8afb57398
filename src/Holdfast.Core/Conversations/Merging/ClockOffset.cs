namespace Holdfast.Conversations.Merging;

/// <summary>
/// Finds by how much the clock of one export differs from that of another, where one of them has no zone: the whole
/// quarter hours that most records agree on which both hold.
/// </summary>
internal static class ClockOffset
{
    /// <summary>Zones reach from 12 hours behind UTC to 14 before it, so that two clocks can be 26 hours apart.</summary>
    private const int MostMinutes = 26 * 60;

    /// <summary>Words that occur more often on both sides ("ok") say little about the clock.</summary>
    private const int MostAlike = 64;

    /// <summary>
    /// The differences (second clock minus first, in ticks) that records agree on: the one with most votes, and the one an
    /// hour beside it when summer time has left its votes too. Empty when nothing agrees.
    /// </summary>
    internal static IReadOnlyList<long> Between(SurveyedConversation first, SurveyedConversation second)
    {
        var votes = new Dictionary<int, int>();
        foreach (var (left, right) in SharedRecords.Of(first.ByWords, second.ByWords))
        {
            if (left.Length == right.Length && left.Length <= MostAlike)
                Vote(first, second, left.Span, right.Span, votes);
        }

        if (votes.Count == 0)
            return [];
        var (best, _) = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => Math.Abs((long)vote.Key)).First();
        return
        [
            .. new[] { best, best - 60, best + 60 }.Where(minutes => minutes == best || votes.GetValueOrDefault(minutes) > 1)
                .Select(minutes => minutes * TimeSpan.TicksPerMinute),
        ];
    }

    private static void Vote(
        SurveyedConversation first,
        SurveyedConversation second,
        ReadOnlySpan<(ulong Key, int Index)> left,
        ReadOnlySpan<(ulong Key, int Index)> right,
        Dictionary<int, int> votes)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var (a, b) = (first.Records[left[i].Index], second.Records[right[i].Index]);
            var minutes = b.Ticks / TimeSpan.TicksPerMinute - a.Ticks / TimeSpan.TicksPerMinute;
            if (Math.Abs(minutes) <= MostMinutes && minutes % 15 == 0)
                votes[(int)minutes] = votes.GetValueOrDefault((int)minutes) + 1;
        }
    }
}
