namespace Holdfast.Conversations.Merging;

/// <summary>
/// Which formats can hold the same chat: those of one platform, and pasted text, which may come from any of them.
/// The names of formats begin with the platform (<c>telegram-json</c>, <c>telegram-html</c>).
/// </summary>
internal static class ChatFamily
{
    private const string Pasted = "plain-text";

    /// <summary>True for mail, where every mailbox is of the same kind and a message id is unique in the world.</summary>
    internal static bool IsMail(string format) => Of(format) == "email";

    /// <summary>True for text that somebody copied out of a window.</summary>
    internal static bool IsPasted(string format) => format == Pasted;

    /// <summary>True when both formats can hold one and the same chat.</summary>
    internal static bool CanShare(string first, string second) =>
        IsPasted(first) || IsPasted(second) || Of(first) == Of(second);

    /// <summary>Of several runs of readers, those whose files may hold a chat twice; the others need no second look.</summary>
    internal static bool[] WithCandidates(IReadOnlyList<ReadingRun> runs)
    {
        var copies = runs.Select(run => run.Reader.MostCopies(run.Files)).ToList();
        var ofFamily = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < runs.Count; i++)
        {
            var family = Download(runs[i].Reader.Format);
            ofFamily[family] = ofFamily.GetValueOrDefault(family) + copies[i];
        }

        var hasPasted = ofFamily.ContainsKey(Pasted);
        var total = ofFamily.Values.Sum();
        return [.. runs.Select((run, i) => copies[i] > 0 && (hasPasted ? total : ofFamily[Download(run.Reader.Format)]) > 1)];
    }

    private static string Of(string format) =>
        IsPasted(format) || format.IndexOf('-', StringComparison.Ordinal) is not (> 0 and var end) ? format : format[..end];

    // One reader reads the downloads of both, so that its runs hold both.
    private static string Download(string format) => Of(format) is "messenger" or "facebook" ? "instagram" : Of(format);
}
