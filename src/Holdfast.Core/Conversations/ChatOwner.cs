namespace Holdfast.Conversations;

/// <summary>Finds whose download it is, where no reader is told: what follows from the names in chats, and how sure that is.</summary>
internal static class ChatOwner
{
    /// <summary>How sure an owner is that was concluded from all chats of a download.</summary>
    internal const double FromAllChats = 0.9;

    /// <summary>How sure an owner is that was concluded from one chat.</summary>
    internal const double FromOneChat = 0.7;

    /// <summary>The one name that all chats have in common; null when there are fewer than two chats, or several such names.</summary>
    /// <param name="chats">The names of each chat.</param>
    internal static string? CommonTo(IReadOnlyCollection<IEnumerable<string>> chats)
    {
        if (chats.Count < 2)
            return null;
        HashSet<string>? common = null;
        foreach (var names in chats)
        {
            if (common is null)
                common = new HashSet<string>(names, StringComparer.Ordinal);
            else
                common.IntersectWith(names.ToHashSet(StringComparer.Ordinal));
        }

        return common is { Count: 1 } ? common.First() : null;
    }

    /// <summary>In a chat of two that is called after one of them, the other; else null.</summary>
    /// <param name="names">The names of the chat.</param>
    /// <param name="title">What the chat is called.</param>
    internal static string? NotNamedBy(string? title, IReadOnlyList<string> names) => names switch
    {
        [var first, var second] when first == title && first != second => second,
        [var first, var second] when second == title && first != second => first,
        _ => null,
    };

    /// <summary>
    /// The owner and how sure that is, of a download whose chats are called after the partner: what the files state; else the
    /// one speaker of all chats that is the partner of none.
    /// </summary>
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
        return common.Count == 1 ? (common.First(), partners.Count > 1 ? FromAllChats : FromOneChat) : (null, 0);

        void Intersect(NamesSeen names)
        {
            if (common is null)
                common = [.. names.All];
            else
                common.IntersectWith(names.All);
        }
    }
}
