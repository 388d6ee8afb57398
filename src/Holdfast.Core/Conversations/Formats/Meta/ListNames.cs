namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Tells what a list is about by its name: the key of the JSON (<c>relationships_follow_requests_received</c>,
/// <c>sent_friend_requests_v2</c>) or the name of the file (<c>pending_follow_requests.html</c>), which Meta writes in English
/// in every language.
/// </summary>
internal static class ListNames
{
    // The first that fits decides, so the more particular words stand before the more general.
    private static readonly (string Words, ContactRelation Relation)[] Known =
    [
        ("requests_received", ContactRelation.RequestReceived),
        ("requests_you've_received", ContactRelation.RequestReceived),
        ("received_requests", ContactRelation.RequestReceived),
        ("received_friend_requests", ContactRelation.RequestReceived),
        ("rejected", ContactRelation.RequestDeclined),
        ("declined", ContactRelation.RequestDeclined),
        ("requests_sent", ContactRelation.RequestSent),
        ("sent_requests", ContactRelation.RequestSent),
        ("sent_friend_requests", ContactRelation.RequestSent),
        ("permanent_follow_requests", ContactRelation.RequestSent),
        ("recent_follow_requests", ContactRelation.RequestSent),
        ("pending_follow_requests", ContactRelation.RequestSent),
        ("unfollowed", ContactRelation.Removed),
        ("removed_friends", ContactRelation.Removed),
        ("deleted_friends", ContactRelation.Removed),
        ("removed_followers", ContactRelation.Removed),
        ("blocked", ContactRelation.Blocked),
        ("blocking", ContactRelation.Blocked),
        ("restricted", ContactRelation.Restricted),
        ("dismissed_suggested", ContactRelation.Restricted),
        ("removed_suggestions", ContactRelation.Restricted),
        ("hide_stories_from", ContactRelation.Restricted),
        ("hide_story_from", ContactRelation.Restricted),
        ("muted", ContactRelation.Restricted),
        ("close_friends", ContactRelation.Friend),
        ("people_who_followed_you", ContactRelation.Follower),
        ("who_follows_you", ContactRelation.Follower),
        ("followers", ContactRelation.Follower),
        ("who_you_follow", ContactRelation.Following),
        ("who_you've_followed", ContactRelation.Following),
        ("following", ContactRelation.Following),
        ("favorite", ContactRelation.Following),
        ("friends", ContactRelation.Friend),
    ];

    /// <summary>What the list says about the accounts in it; null when the name tells nothing.</summary>
    internal static ContactRelation? Relation(string name)
    {
        // Topics that are followed are no people.
        if (name.Contains("hashtag", StringComparison.OrdinalIgnoreCase))
            return null;
        foreach (var (words, relation) in Known)
        {
            if (name.Contains(words, StringComparison.OrdinalIgnoreCase))
                return relation;
        }

        return null;
    }
}
