namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>Finds the sender at the start of what follows a header.</summary>
internal static class SenderSplit
{
    /// <summary>Longest name that is believed, in bytes: WhatsApp allows 25 characters for own names, address books more.</summary>
    private const int LongestName = 400;

    /// <summary>Index of the colon after the sender, or -1 when the record has none.</summary>
    public static int FirstColon(ReadOnlySpan<byte> rest)
    {
        var head = rest.Length > LongestName ? rest[..LongestName] : rest;
        var colon = head.IndexOf(": "u8);

        // An invisible mark may follow the colon instead of the space; the body may then hold a colon of its own.
        var marked = head.IndexOf(":\u200E"u8);
        if (marked > 0 && (colon <= 0 || marked < colon))
        {
            return marked;
        }

        if (colon > 0)
        {
            return colon;
        }

        // "Name:" with an empty body, or "Name:." for a view-once message.
        if (head.Length == rest.Length && head.Length > 1)
        {
            if (head[^1] == ':')
            {
                return head.Length - 1;
            }

            if (head.EndsWith(":."u8))
            {
                return head.Length - 2;
            }
        }

        return -1;
    }

    /// <summary>
    /// A notice that quotes something ("Ada changed the group name to “Trip: Rome”") is not a sender: names hardly ever
    /// hold quotation marks.
    /// </summary>
    public static bool LooksLikeNotice(ReadOnlySpan<byte> name) =>
        name.Contains((byte)'"') || name.IndexOf("“"u8) >= 0 || name.IndexOf("«"u8) >= 0;

    /// <summary>Removes the direction marks that wrap telephone numbers, and the tilde of people not in the address book.</summary>
    public static string CleanName(string name)
    {
        var clean = name.AsSpan().Trim("\u200E\u200F\u202A\u202B\u202C\u2066\u2067\u2068\u2069 ");
        if (clean.Length > 1 && clean[0] == '~')
        {
            clean = clean[1..].TrimStart(" \u202F\u00A0");
        }

        return clean.Length == name.Length ? name : clean.ToString();
    }
}
