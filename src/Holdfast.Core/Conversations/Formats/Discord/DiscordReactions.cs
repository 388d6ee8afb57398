namespace Holdfast.Conversations.Formats.Discord;

/// <summary>Reads the reactions of the forms that only count them: <c>😡 (2),👍 (1)</c>.</summary>
internal static class DiscordReactions
{
    /// <summary>The reactions, without names, one for each symbol.</summary>
    internal static List<Reaction> Read(string text, char separator)
    {
        var result = new List<Reaction>();
        foreach (var range in text.AsSpan().Split(separator))
        {
            var part = text.AsSpan()[range].Trim();
            // A number in brackets is the count of the symbol before it.
            if (part is ['(', .. var digits, ')'] && !digits.ContainsAnyExceptInRange('0', '9'))
                continue;
            if (part is [.., ')'] && part.LastIndexOf(" (") is var open and > 0)
                part = part[..open];
            if (part.Length > 0)
                result.Add(new Reaction(null, part.ToString()));
        }

        return result;
    }
}
