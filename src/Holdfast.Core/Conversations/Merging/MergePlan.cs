namespace Holdfast.Conversations.Merging;

/// <summary>What becomes of a conversation whose chat stands in several files.</summary>
internal sealed class PlannedConversation(SurveyedConversation surveyed)
{
    /// <summary>The conversation.</summary>
    internal SurveyedConversation Surveyed { get; } = surveyed;

    /// <summary>The conversation that takes in what is new in this one; null when it stands for itself.</summary>
    internal PlannedConversation? Into { get; set; }

    /// <summary>What to take from a time of this conversation to get the same time on the clock of <see cref="Into"/>, in ticks.</summary>
    internal long Offset { get; set; }

    /// <summary>The conversations that go into this one.</summary>
    internal List<PlannedConversation> Parts { get; } = [];
}

/// <summary>
/// Which records of several files are handed on once only, and which conversations become one. Made from the keys of all
/// records, before the first is handed on.
/// </summary>
internal sealed class MergePlan
{
    /// <summary>
    /// Records that may be compared in all, so that files made to look alike cannot keep a machine busy; past it nothing is
    /// merged, and nothing is lost.
    /// </summary>
    private const long MostSteps = 400_000_000;

    private readonly Dictionary<(int Run, int Sequence), PlannedConversation> _planned = [];

    /// <summary>True when every file is handed on as it is.</summary>
    internal bool IsEmpty => _planned.Count == 0;

    /// <summary>The conversations that are joined or lose records.</summary>
    internal IEnumerable<PlannedConversation> Planned => _planned.Values;

    /// <summary>The plan for a conversation, or null when it is handed on as it is.</summary>
    internal PlannedConversation? Find(int run, int sequence, ConversationHeader header) =>
        _planned.TryGetValue((run, sequence), out var planned) && planned.Surveyed.Header == header ? planned : null;

    /// <summary>Compares the conversations of a survey.</summary>
    internal static MergePlan Of(IReadOnlyList<SurveyedConversation> conversations)
    {
        var plan = new MergePlan();
        var links = new Dictionary<int, List<(int Other, long Offset)>>();
        var left = MostSteps;
        foreach (var (first, second) in ChatCandidates.Of(conversations))
        {
            var (one, other) = (conversations[first], conversations[second]);
            left -= Math.Min(one.Records.Length, other.Records.Length) * 8L + 64;
            if (left < 0)
                break;
            if (ChatComparison.Compare(one, other) is not { } shared)
                continue;
            left -= one.Records.Length + (long)other.Records.Length;
            Drop(one, other, shared);
            if (ChatFamily.IsMail(one.Header.Format) && ChatFamily.IsMail(other.Header.Format))
                continue;
            Link(links, first, second, shared.Offset);
            Link(links, second, first, -shared.Offset);
        }

        plan.Join(conversations, links);
        foreach (var conversation in conversations)
        {
            conversation.Forget();
            if (conversation.Kept < conversation.Records.Length)
                plan.Get(conversation);
        }

        return plan;
    }

    private static void Link(Dictionary<int, List<(int Other, long Offset)>> links, int from, int to, long offset)
    {
        if (!links.TryGetValue(from, out var list))
            links.Add(from, list = []);
        list.Add((to, offset));
    }

    private static void Drop(SurveyedConversation one, SurveyedConversation other, SharedChat shared)
    {
        foreach (var (a, b) in shared.Pairs)
        {
            // A record that was left to a third one must not take the last copy with it.
            if (one.IsDropped(a) || other.IsDropped(b))
                continue;
            if (IsBetter(other, b, one, a))
                one.Drop(a);
            else
                other.Drop(b);
        }
    }

    // A point in time says more than a clock, a record with reactions or edits more than one without; else the larger
    // file keeps its records together.
    private static bool IsBetter(SurveyedConversation one, int index, SurveyedConversation than, int thanIndex)
    {
        var (left, right) = (one.Records[index], than.Records[thanIndex]);
        return (!left.IsOmittedMedia, left.Time, left.Richness, one.Records.Length)
            .CompareTo((!right.IsOmittedMedia, right.Time, right.Richness, than.Records.Length)) > 0;
    }

    private void Join(IReadOnlyList<SurveyedConversation> conversations, Dictionary<int, List<(int Other, long Offset)>> links)
    {
        var seen = new HashSet<int>();
        foreach (var start in links.Keys.Order())
        {
            if (seen.Contains(start))
                continue;
            var group = Reach(links, start);
            seen.UnionWith(group.Keys);
            // What keeps most records keeps them in its own order; the rest goes in between.
            var main = group.Keys.OrderByDescending(index => conversations[index].Kept).ThenBy(index => index).First();
            var into = Get(conversations[main]);
            foreach (var (index, offset) in group.Where(member => member.Key != main).OrderBy(member => member.Key))
            {
                var part = Get(conversations[index]);
                (part.Into, part.Offset) = (into, offset - group[main]);
                into.Parts.Add(part);
            }
        }
    }

    /// <summary>All conversations that hang together, each with its clock minus that of the first.</summary>
    private static Dictionary<int, long> Reach(Dictionary<int, List<(int Other, long Offset)>> links, int start)
    {
        var reached = new Dictionary<int, long> { [start] = 0 };
        var next = new Queue<int>([start]);
        while (next.TryDequeue(out var at))
        {
            foreach (var (other, offset) in links[at])
            {
                if (reached.TryAdd(other, reached[at] + offset))
                    next.Enqueue(other);
            }
        }

        return reached;
    }

    private PlannedConversation Get(SurveyedConversation conversation)
    {
        var key = (conversation.Run, conversation.Sequence);
        if (!_planned.TryGetValue(key, out var planned))
            _planned.Add(key, planned = new PlannedConversation(conversation));
        return planned;
    }
}
