namespace Holdfast.Conversations.Formats.Line;

/// <summary>The first line of a LINE history, which names the other person or the group.</summary>
internal static class LineTitle
{
    internal const string Mark = "[LINE] ";

    // What stands before and after the name; the longer before the shorter that it ends with.
    private static readonly (string Before, string After, bool IsGroup)[] Forms =
    [
        ("Chat history with ", "", false), ("Chat with ", "", false), ("Chat history in ", "", true),
        ("", "とのトーク履歴", false), ("", "のトーク履歴", true),
        ("与", "的聊天记录", false), ("與", "的聊天記錄", false), ("", "的聊天记录", true), ("", "的聊天記錄", true),
        ("ประวัติการแชทกับ ", "", false), ("ประวัติการสนทนากับ ", "", false), ("ประวัติการแชทใน ", "", true),
        ("Riwayat obrolan dengan ", "", false), ("Riwayat chat dengan ", "", false), ("Riwayat obrolan di ", "", true),
        ("", "님과의 대화", false), ("", "님과 대화", false), ("", "와의 대화", false), ("", "과의 대화", false),
    ];

    /// <summary>The name in a first line; null when the line is no title.</summary>
    internal static string? Read(string line, out bool isGroup)
    {
        isGroup = false;
        var isMarked = line.StartsWith(Mark, StringComparison.Ordinal);
        var rest = (isMarked ? line[Mark.Length..] : line).Trim();
        foreach (var (before, after, group) in Forms)
        {
            if (rest.Length > before.Length + after.Length && rest.StartsWith(before, StringComparison.Ordinal) && rest.EndsWith(after, StringComparison.Ordinal)
                && (isMarked || before.StartsWith("Chat history", StringComparison.Ordinal)))
            {
                isGroup = group;
                return rest[before.Length..(rest.Length - after.Length)];
            }
        }

        return isMarked && rest.Length > 0 ? rest : null;
    }
}
