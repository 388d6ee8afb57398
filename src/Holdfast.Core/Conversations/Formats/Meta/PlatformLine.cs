namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// The lines that the platform writes under a person's name. Only whole lines of a known shape count: a word such as
/// "added" or "reacted" inside a message is what somebody wrote, and may be the threat itself.
/// </summary>
internal static class PlatformLine
{
    private const int LongestSymbol = 16;

    private static readonly string[] Calls =
    [
        " started a video chat", " started an audio call", " started a call", " missed a video chat", " missed an audio call",
        " missed a call", " missed your call", " called you",
    ];

    private static readonly string[] Endings = ["Audio call ended", "Video chat ended", "Call ended"];

    /// <summary>True for a line that says only that a message was liked or reacted to.</summary>
    internal static bool IsReaction(string content) =>
        MetaLines.Shared.IsLiked(content)
        || IsSymbolBetween(content, "Reacted ", " to your message ") || IsSymbolBetween(content, "Reacted ", " to your message");

    /// <summary>True for a line that says only that a call was made, missed or ended.</summary>
    internal static bool IsCall(string content, string? sender)
    {
        var line = content.AsSpan();
        if (line.EndsWith('.'))
            line = line[..^1];
        foreach (var ending in Endings)
        {
            if (line.SequenceEqual(ending))
                return true;
        }

        foreach (var tail in Calls)
        {
            if (IsNameThen(line, sender, tail))
                return true;
        }

        return false;
    }

    /// <summary>True for the line that stands where the words of a share would be.</summary>
    internal static bool IsAttachment(string content, string? sender) =>
        IsNameThen(content, sender, " sent an attachment.")
        // Meta shortens the name ("Lina" for "lina_k"), so with a share beside it any short name is believed.
        || content.EndsWith(" sent an attachment.", StringComparison.Ordinal) && content.Length < 80
            && !content.AsSpan(0, content.Length - 20).ContainsAny(".,:;!?\n");

    private static bool IsNameThen(ReadOnlySpan<char> content, string? sender, string tail)
    {
        if (!content.EndsWith(tail))
            return false;
        var name = content[..^tail.Length];
        return name.SequenceEqual("You")
            || sender is not null && (name.SequenceEqual(sender) || name.SequenceEqual(FirstWord(sender)));
    }

    private static ReadOnlySpan<char> FirstWord(string name) => name.IndexOf(' ', StringComparison.Ordinal) is var i and > 0 ? name.AsSpan(0, i) : name;

    private static bool IsSymbolBetween(string content, string before, string after)
    {
        if (content.Length <= before.Length + after.Length || content.Length > before.Length + after.Length + LongestSymbol)
            return false;
        return content.StartsWith(before, StringComparison.Ordinal) && content.EndsWith(after, StringComparison.Ordinal)
            && !content.AsSpan(before.Length, content.Length - before.Length - after.Length).ContainsAny(" \n");
    }
}
