namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>
/// Reads the pages of Snapchat's "My Data": one for each chat since 2024, tables for all before. They show a part of what the
/// JSON of the same download holds.
/// </summary>
internal sealed class SnapchatHtmlReader : IExportReader
{
    internal const string FormatName = "snapchat-html";

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) =>
        head.Text is { } text && text.AsSpan().TrimStart().StartsWith('<') && (IsPage(head.File, text) || IsTables(text));

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var pages = new List<SnapchatPage>();
        var account = new SnapchatAccount();
        var tables = new Dictionary<string, SnapchatThread>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (!ReadTables(file, options, problems, account, tables))
            {
                var page = new SnapchatPage(file, options, problems);
                page.Read();
                if (page.Messages.Count == 0)
                    problems.ReportOnce(ProblemKind.NoMessages);
                pages.Add(page);
            }

            problems.Complete();
        }

        foreach (var thread in tables.Values)
            thread.HandOn(sink, account, options, FormatName);
        HandOn(pages, options, sink);
    }

    private static void HandOn(List<SnapchatPage> pages, ReadingOptions options, IConversationSink sink)
    {
        var chats = pages.Where(page => page.Messages.Count > 0).Select(page => (Page: page, Names: Names(page))).ToList();
        var owner = ChatOwner.Find(null, chats.Select(chat => (chat.Page.Partner ?? "", chat.Names)));
        foreach (var (page, names) in chats)
        {
            var me = names.SaidToBeMe(options);
            var messages = page.Messages.Select(one => one.Message).ToList();
            MessageOrder.OldestFirst(messages);
            sink.Begin(new ConversationHeader(FormatName) { Title = page.Heading ?? page.Partner, Id = page.Partner, Owner = me ?? owner.Name });
            foreach (var message in messages)
                sink.Add(message);
            var participants = new NamesSeen();
            foreach (var message in messages)
                participants.Add(message.From);
            sink.End(new ConversationFooter { Participants = participants.All, OwnerConfidence = me is not null ? 1 : owner.Confidence });
            SnapchatThread.RemarkOn(messages, page.Heading ?? page.Partner, sink);
        }
    }

    private static NamesSeen Names(SnapchatPage page)
    {
        var names = new NamesSeen();
        foreach (var (message, _) in page.Messages)
            names.Add(message.From);
        return names;
    }

    // True when the file is of the older kind.
    private static bool ReadTables(
        ExportFile file, ReadingOptions options, ProblemLog problems, SnapchatAccount account, Dictionary<string, SnapchatThread> threads)
    {
        var silent = new ProblemLog(new ConversationCollector(), "");
        if (new SnapchatTables(file, options, silent, "").Read().Count == 0)
            return false;
        foreach (var (partner, message, type) in new SnapchatTables(file, options, problems, account.Self(options)).Read())
        {
            if (!threads.TryGetValue(partner ?? "", out var thread))
                threads.Add(partner ?? "", thread = new SnapchatThread(partner));
            if (!thread.Add(message, type))
                problems.Report(ProblemKind.Duplicate, message.Place);
        }

        return true;
    }

    private static bool IsPage(ExportFile file, string text) =>
        text.Contains("rightpanel", StringComparison.Ordinal)
        && (text.Contains("<h6", StringComparison.Ordinal) && text.Contains(" UTC", StringComparison.Ordinal)
            || file.FileName.StartsWith("subpage_", StringComparison.Ordinal));

    private static bool IsTables(string text) =>
        text.Contains("<table", StringComparison.Ordinal)
        && (text.Contains("Saved Chat History", StringComparison.Ordinal) || text.Contains("Received Snap History", StringComparison.Ordinal)
            || text.Contains("Sent Snap History", StringComparison.Ordinal));
}
