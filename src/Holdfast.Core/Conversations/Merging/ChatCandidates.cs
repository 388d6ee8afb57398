namespace Holdfast.Conversations.Merging;

/// <summary>
/// Finds the pairs of conversations that are worth comparing: those that share a record, or the platform's id of the chat.
/// The number of pairs grows with the number of records, not with its square.
/// </summary>
internal static class ChatCandidates
{
    /// <summary>Words in more conversations than this ("ok") tie only neighbours together.</summary>
    private const int MostHolders = 16;

    /// <summary>The pairs, the earlier conversation first, in a fixed order.</summary>
    internal static IReadOnlyList<(int First, int Second)> Of(IReadOnlyList<SurveyedConversation> conversations)
    {
        var pairs = new HashSet<(int First, int Second)>();
        AddPairs(Words(conversations), pairs);
        AddPairs(Ids(conversations), pairs);
        return [.. pairs.Order()];
    }

    private static List<(ulong Key, int Holder)> Words(IReadOnlyList<SurveyedConversation> conversations)
    {
        var words = new List<(ulong Key, int Holder)>();
        for (var i = 0; i < conversations.Count; i++)
        {
            ulong last = 0;
            foreach (var (key, _) in conversations[i].IsComparable ? conversations[i].ByWords : [])
            {
                if (key != last)
                    words.Add((key, i));
                last = key;
            }

            // Mails without a date are told by their id.
            foreach (var (key, _) in ChatFamily.IsMail(conversations[i].Header.Format) ? conversations[i].ById : [])
                words.Add((key, i));
        }

        return words;
    }

    private static List<(ulong Key, int Holder)> Ids(IReadOnlyList<SurveyedConversation> conversations)
    {
        var ids = new List<(ulong Key, int Holder)>();
        for (var i = 0; i < conversations.Count; i++)
        {
            if (conversations[i].Header.Id is { Length: > 0 } id)
                ids.Add((BodyHash.Of(id), i));
        }

        return ids;
    }

    private static void AddPairs(List<(ulong Key, int Holder)> holders, HashSet<(int First, int Second)> pairs)
    {
        holders.Sort();
        for (var start = 0; start < holders.Count;)
        {
            var end = start + 1;
            while (end < holders.Count && holders[end].Key == holders[start].Key)
                end++;
            for (var i = start; i < end; i++)
            {
                var last = end - start > MostHolders ? Math.Min(i + 2, end) : end;
                for (var j = i + 1; j < last; j++)
                {
                    if (holders[i].Holder != holders[j].Holder)
                        pairs.Add((holders[i].Holder, holders[j].Holder));
                }
            }

            start = end;
        }
    }
}
