using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Reads the lists of friends, followers, requests and blocked accounts in the downloads of Instagram and Facebook (JSON).
/// They hold no messages; who asked to follow, and when, is what tells.
/// </summary>
internal sealed class MetaListReader : IExportReader
{
    internal const string Instagram = "instagram-lists";
    internal const string Facebook = "facebook-lists";

    private static readonly string[] FacebookLists =
    [
        "\"friends_v", "\"received_requests_v", "\"received_friend_requests_v", "\"sent_requests_v", "\"sent_friend_requests_v", "\"rejected_requests_v",
        "\"rejected_friend_requests_v", "\"deleted_friends_v", "\"removed_friends_v", "\"following_v", "\"followers_v", "\"blocked_users_v",
    ];

    /// <inheritdoc/>
    public string Format => Instagram;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (head.Text is not { } text)
            return false;
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith('['))
            return Has("\"string_list_data\"") && (Has("instagram.com/") || Has("instagram.com\\/")) && !Has("\"string_map_data\"");
        if (!start.StartsWith('{'))
            return false;
        return Has("\"relationships_") && !Has("\"relationships_following_hashtags\"")
            || Array.Exists(FacebookLists, Has)
            || Has("\"follow_requests_sent\"") && Has("\"followers\"");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public int MostCopies(IReadOnlyList<ExportFile> files) => 0;

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (StructuredFile.Load(file, options, problems) is { } source && new MetaListFile(file, source, sink, problems).Read() == 0)
                problems.Report(ProblemKind.NoMessages);
            problems.Complete();
        }
    }
}
