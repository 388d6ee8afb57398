namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Reads the lists of friends, followers, requests and blocked accounts in the HTML form of Instagram's and Facebook's
/// downloads. What a list is about shows only in the name of its file, which is English in every language.
/// </summary>
internal sealed class MetaListHtmlReader : IExportReader
{
    private static readonly string[] Folders = ["followers_and_following", "friends_and_followers", "friends", "connections"];

    /// <inheritdoc/>
    public string Format => "instagram-lists-html";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (head.Text is not { } text || !text.AsSpan().TrimStart().StartsWith('<') || ListNames.Relation(head.File.FileName) is null)
            return false;
        var folders = head.File.Folder.Split('/');
        if (folders.AsSpan().Contains("messages") || !Has("uiBoxWhite") && !Has("_a6-g"))
            return false;
        // Meta's boxes with links to profiles; on Facebook, which gives names only, in a folder of such lists.
        return Has("href=\"https://www.instagram.com/") || Has("href=\"https://instagram.com/") || Array.Exists(folders, folder => Folders.AsSpan().Contains(folder));

        bool Has(string mark) => text.Contains(mark, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public int MostCopies(IReadOnlyList<ExportFile> files) => 0;

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (new MetaListPage(file, options, sink, problems).Read(ListNames.Relation(file.FileName) ?? ContactRelation.Follower) == 0)
                problems.ReportOnce(ProblemKind.NoMessages);
            problems.Complete();
        }
    }
}
