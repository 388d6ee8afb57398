namespace Holdfast.Conversations;

/// <summary>
/// Finds whose download it is: what the files state; else the one speaker of all chats that is the partner of none;
/// else, in one chat, the speaker whom the title does not name.
/// </summary>
internal static class ChatOwner
{
    /// <summary>The owner and how sure that is.</summary>
    /// <param name="stated">The name that a file states, if one does.</param>
    /// <param name="chats">All chats, by their partner's name.</param>
    internal static (string? Name, double Confidence) Find(string? stated, IEnumerable<(string Partner, NamesSeen Names)> chats)
    {
        if (stated is not null)
            return (stated, 1);
        HashSet<string>? common = null;
        var partners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (partner, names) in chats)
        {
            partners.Add(partner);
            // Where only the partner wrote, nothing is learnt about the owner.
            if (names.All is not [var only] || only != partner)
                Intersect(names);
        }

        if (common is null)
            return (null, 0);
        common.ExceptWith(partners);
        return common.Count == 1 ? (common.First(), partners.Count > 1 ? 0.9 : 0.7) : (null, 0);

        void Intersect(NamesSeen names)
        {
            if (common is null)
                common = [.. names.All];
            else
                common.IntersectWith(names.All);
        }
    }
}
