namespace Holdfast.Conversations.Merging;

/// <summary>What two conversations turned out to have in common.</summary>
/// <param name="Pairs">Records of the first and the second that are the same record.</param>
/// <param name="Offset">Clock of the second minus clock of the first, in ticks.</param>
internal sealed record SharedChat(IReadOnlyList<(int First, int Second)> Pairs, long Offset)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"shared chat ({Pairs.Count} records)";
}

/// <summary>
/// Decides whether two conversations are one chat. The platform's own id decides. Title or members only raise the chance:
/// then records of both sides must be the same, since a person may send the same words to two people within a minute.
/// </summary>
internal static class ChatComparison
{
    /// <summary>Records that must be the same where neither id nor title nor members say that it is one chat.</summary>
    private const int ProofWithoutName = 3;

    private enum Likeness
    {
        None,
        Possible,
        Named,
        Stated,
    }

    /// <summary>What they share, or null when they are two chats or nothing shows that they are one.</summary>
    internal static SharedChat? Compare(SurveyedConversation first, SurveyedConversation second)
    {
        var likeness = Compared(first, second);
        if (likeness == Likeness.None)
            return null;
        SharedChat? best = null;
        foreach (var offsets in Offsets(first, second))
        {
            var pairs = RecordMatcher.Match(first, second, offsets);
            var offset = offsets.Count > 0 ? offsets[0] : 0;
            if (pairs.Count > (best?.Pairs.Count ?? 0) && IsProven(first, second, pairs, offset, IsFirstChoice() ? likeness : Lower(likeness)))
                best = new SharedChat(pairs, offset);

            bool IsFirstChoice() => offset == 0 || first.HasInstants != second.HasInstants;
        }

        if (best is null)
        {
            // One chat in two folders of a download (inbox, and before it was encrypted) stays two, as the platform has it.
            return likeness == Likeness.Stated && first.Header.Folder == second.Header.Folder ? new SharedChat([], 0) : null;
        }

        var media = RecordMatcher.MatchOmittedMedia(first, second, [.. best.Pairs], best.Offset);
        return media.Count == 0 ? best : best with { Pairs = [.. best.Pairs, .. media] };
    }

    private static Likeness Compared(SurveyedConversation first, SurveyedConversation second)
    {
        var (one, other) = (first.Header, second.Header);
        if (!first.IsComparable || !second.IsComparable || !ChatFamily.CanShare(one.Format, other.Format) || first.Files.Overlaps(second.Files))
            return Likeness.None;
        if (ChatFamily.IsMail(one.Format) && ChatFamily.IsMail(other.Format))
            return Likeness.Stated;
        var isPasted = ChatFamily.IsPasted(one.Format) || ChatFamily.IsPasted(other.Format);
        if (!isPasted && one.Id is not null && other.Id is not null)
        {
            if (one.Id == other.Id)
                return Likeness.Stated;
            if (one.Format == other.Format)
                return Likeness.None;
        }

        var shared = first.Names.Count(second.Names.Contains);
        var smaller = Math.Min(first.Names.Count, second.Names.Count);
        var areTitled = first.Title != 0 && second.Title != 0;
        if (!isPasted && shared > 0 && areTitled && first.Title == second.Title && shared * 2 >= smaller)
            return Likeness.Named;
        if (!isPasted && shared > 1 && first.Names.SetEquals(second.Names) && !(areTitled && first.Title != second.Title))
            return Likeness.Named;
        return shared > 1 ? Likeness.Possible : Likeness.None;
    }

    private static IEnumerable<IReadOnlyList<long>> Offsets(SurveyedConversation first, SurveyedConversation second)
    {
        if (first.HasInstants == second.HasInstants || !(first.HasClock || second.HasClock))
            yield return [0];
        if (first.HasClock || second.HasClock)
        {
            var found = ClockOffset.Between(first, second);
            if (found.Count > 0)
                yield return found;
            else if (first.HasInstants != second.HasInstants)
                yield return [];
        }
    }

    // Two clocks that differ for no stated reason need more proof.
    private static Likeness Lower(Likeness likeness) => likeness == Likeness.Named ? Likeness.Possible : likeness;

    private static bool IsProven(
        SurveyedConversation first, SurveyedConversation second, List<(int First, int Second)> pairs, long offset, Likeness likeness)
    {
        if (likeness == Likeness.Stated)
            return true;
        var senders = new HashSet<uint>();
        var isOther = false;
        foreach (var (a, _) in pairs)
        {
            var sender = first.Records[a].Sender;
            if (sender == 0)
                continue;
            senders.Add(sender);
            isOther |= IsTheOther(sender);
        }

        var isBothSides = senders.Count > 1 || (likeness == Likeness.Named && isOther);
        return isBothSides && (likeness == Likeness.Named || pairs.Count >= ProofWithoutName) && IsMostOfTheOverlap();

        // The owner may write the same to two people; what somebody else wrote, they wrote in one chat.
        bool IsTheOther(uint sender)
        {
            var owner = first.Owner != 0 ? first.Owner : second.Owner;
            return owner != 0 ? sender != owner : sender == first.TitleAsName;
        }

        bool IsMostOfTheOverlap()
        {
            if (first.Span is not { } one || second.Span is not { } other)
                return true;
            var (from, to) = (Math.Max(one.First, other.First - offset), Math.Min(one.Last, other.Last - offset));
            var slack = Math.Max(first.Resolution, second.Resolution);
            var inBoth = Math.Min(
                first.CountBetween(from - slack, to + slack), second.CountBetween(from + offset - slack, to + offset + slack));
            return pairs.Count * 2 >= inBoth;
        }
    }
}
