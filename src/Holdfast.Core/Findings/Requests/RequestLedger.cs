using Holdfast.Conversations;

namespace Holdfast.Findings.Requests;

/// <summary>
/// Watches lists of requests and followers for a day on which many strangers came at once. Its memory does not grow with the
/// number of entries.
/// </summary>
internal sealed class RequestLedger
{
    private readonly Dictionary<(string Format, ContactRelation, TimeKnowledge), ListPace> _lists = [];
    private readonly Dictionary<(string Format, TimeKnowledge), MessageTime> _oldest = [];

    /// <summary>Takes in the next entry of any list.</summary>
    internal void Add(Contact contact)
    {
        if (contact.At.Knowledge == TimeKnowledge.None)
            return;
        var account = (contact.Format, contact.At.Knowledge);
        if (!_oldest.TryGetValue(account, out var oldest) || contact.At.CompareTo(oldest) < 0)
            _oldest[account] = contact.At;
        // What the owner does themselves says nothing about others.
        if (contact.Relation is not (ContactRelation.RequestReceived or ContactRelation.Follower))
            return;
        var key = (contact.Format, contact.Relation, contact.At.Knowledge);
        if (!_lists.TryGetValue(key, out var list))
            _lists.Add(key, list = new ListPace(contact.Format, contact.Relation));
        list.Add(contact.At, contact.File);
    }

    /// <summary>The burst that tells most: requests before followers, then the larger; null when there is none.</summary>
    internal RequestBurst? Find() => _lists
        .Select(list => list.Value.Find(_oldest[(list.Key.Format, list.Key.Item3)]))
        .OfType<RequestBurst>()
        .OrderBy(burst => burst.Relation == ContactRelation.RequestReceived ? 0 : 1).ThenByDescending(burst => burst.Count)
        .ThenBy(burst => burst.Format, StringComparer.Ordinal)
        .FirstOrDefault();
}
