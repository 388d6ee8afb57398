namespace Holdfast.Conversations.Merging;

/// <summary>
/// Pairs the records of two conversations that are the same record: the same id of the platform, or the same words of the
/// same person at the same time. Each record is paired at most once, so that two equal messages within a minute of one
/// export stay two.
/// </summary>
internal sealed class RecordMatcher
{
    private readonly SurveyedConversation _first;
    private readonly SurveyedConversation _second;
    private readonly UsedRecords _usedFirst;
    private readonly UsedRecords _usedSecond;
    private readonly List<(int First, int Second)> _pairs = [];
    private readonly long _step;
    private bool _areIdsShared;

    private RecordMatcher(SurveyedConversation first, SurveyedConversation second)
    {
        (_first, _second) = (first, second);
        (_usedFirst, _usedSecond) = (
            UsedRecords.Of(first.Records.Length, second.Records.Length), UsedRecords.Of(second.Records.Length, first.Records.Length));
        _step = Math.Max(first.Resolution, second.Resolution);
    }

    /// <summary>Pairs records, the second clock being off by one of the differences given (the likeliest first).</summary>
    internal static List<(int First, int Second)> Match(SurveyedConversation first, SurveyedConversation second, IReadOnlyList<long> offsets)
    {
        var matcher = new RecordMatcher(first, second);
        matcher.MatchIds();
        foreach (var offset in offsets)
            matcher.MatchWords(offset);
        return matcher._pairs;
    }

    /// <summary>
    /// Pairs what is left of pictures and files: one export was made without them and has no name, where the other has it.
    /// </summary>
    internal static List<(int First, int Second)> MatchOmittedMedia(
        SurveyedConversation first, SurveyedConversation second, List<(int First, int Second)> pairs, long offset)
    {
        var matcher = new RecordMatcher(first, second);
        foreach (var (a, b) in pairs)
            matcher.Use(a, b);
        matcher._pairs.Clear();
        matcher.MatchMedia(offset, isOmittedInFirst: true);
        matcher.MatchMedia(offset, isOmittedInFirst: false);
        return matcher._pairs;
    }

    private void MatchIds()
    {
        if (!_first.HasIds || !_second.HasIds)
            return;
        var isOneFormat = _first.Header.Format == _second.Header.Format;
        _areIdsShared = isOneFormat;
        foreach (var (left, right) in SharedRecords.Of(_first.ById, _second.ById))
        {
            for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            {
                var (a, b) = (left.Span[i].Index, right.Span[i].Index);
                var (one, other) = (_first.Records[a], _second.Records[b]);
                // Other words under the same id were edited: both say something. Two formats word one record differently.
                if (IsOneInstant(one, other) && (one.Body == other.Body || (!isOneFormat && one.Sender == other.Sender)))
                {
                    Use(a, b);
                    _areIdsShared = true;
                }
            }
        }
    }

    private void MatchWords(long offset)
    {
        foreach (var (left, right) in SharedRecords.Of(_first.ByWords, _second.ByWords))
        {
            // Nearly all words occur once.
            if (left.Length == 1 && right.Length == 1)
            {
                var (a, b) = (left.Span[0].Index, right.Span[0].Index);
                if (CanPair(a, b) && Step(_first.Records[a].Ticks) == Step(_second.Records[b].Ticks - offset))
                    Use(a, b);
                continue;
            }

            Pair(Timed(_first, left.Span, 0, _usedFirst), Timed(_second, right.Span, offset, _usedSecond));
        }
    }

    private void MatchMedia(long offset, bool isOmittedInFirst)
    {
        if (_first.Header.Format != _second.Header.Format)
            return;
        var left = Media(_first, isOmittedInFirst, 0, _usedFirst);
        var right = Media(_second, !isOmittedInFirst, offset, _usedSecond);
        var later = 0;
        foreach (var one in left)
        {
            while (later < right.Count && (right[later].Step, right[later].Sender).CompareTo((one.Step, one.Sender)) < 0)
                later++;
            if (later < right.Count && (right[later].Step, right[later].Sender) == (one.Step, one.Sender))
                Use(one.Index, right[later++].Index);
        }
    }

    private List<(long Step, uint Sender, int Index)> Media(SurveyedConversation of, bool isOmitted, long offset, UsedRecords used)
    {
        var media = new List<(long Step, uint Sender, int Index)>();
        for (var i = 0; i < of.Records.Length; i++)
        {
            var record = of.Records[i];
            if ((isOmitted ? record.IsOmittedMedia : record.IsNamedMedia) && record.Time != TimeKnowledge.None && !used.Contains(i))
                media.Add((Step(record.Ticks - offset), record.Sender, i));
        }

        media.Sort();
        return media;
    }

    private List<(long Step, int Index)> Timed(
        SurveyedConversation of, ReadOnlySpan<(ulong Key, int Index)> records, long offset, UsedRecords used)
    {
        var timed = new List<(long Step, int Index)>(records.Length);
        foreach (var (_, index) in records)
        {
            if (!used.Contains(index))
                timed.Add((Step(of.Records[index].Ticks - offset), index));
        }

        timed.Sort();
        return timed;
    }

    private void Pair(List<(long Step, int Index)> left, List<(long Step, int Index)> right)
    {
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (left[i].Step == right[j].Step)
            {
                if (CanPair(left[i].Index, right[j].Index))
                    Use(left[i].Index, right[j].Index);
                i++;
                j++;
            }
            else if (left[i].Step < right[j].Step)
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    // Where both have ids that can be compared, the ids have decided.
    private bool CanPair(int a, int b) =>
        !(_areIdsShared && _first.Records[a].Id != 0 && _second.Records[b].Id != 0) && !_usedFirst.Contains(a) && !_usedSecond.Contains(b);

    private bool IsOneInstant(in RecordKey one, in RecordKey other) =>
        one.Time != TimeKnowledge.Instant || other.Time != TimeKnowledge.Instant || Step(one.Ticks) == Step(other.Ticks);

    private void Use(int a, int b)
    {
        _usedFirst.Add(a);
        _usedSecond.Add(b);
        _pairs.Add((a, b));
    }

    private long Step(long ticks) => ticks / _step;
}
