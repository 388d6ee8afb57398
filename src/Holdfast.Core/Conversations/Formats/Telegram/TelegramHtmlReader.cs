namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>
/// Reads the HTML form of Telegram Desktop's export, which is what people get who change no setting: one chat in pages
/// (<c>messages.html</c>, <c>messages2.html</c>, …), or an account with a folder for each chat.
/// </summary>
internal sealed class TelegramHtmlReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "telegram-html";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('<'))
            return false;
        return Has("\"message default clearfix") || Has("\"message service\"") && Has("body details")
            || Has("page_wrap") && Has("personal_info") && Has("rows names");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var pages = files.Select(f => TelegramPage.Survey(f, options)).ToList();
        var account = pages.Select(p => p.Account).FirstOrDefault(a => a is not null);
        foreach (var chat in pages.Where(p => !p.IsSummary).GroupBy(p => (p.File.Container, p.File.Folder, p.Title)))
            new TelegramHtmlChat(options, sink, account).Read([.. chat.OrderBy(p => p.Number)]);
        if (pages.TrueForAll(p => p.IsSummary))
        {
            foreach (var page in pages)
                sink.Report(new ReadingProblem(page.File.Name, 0, ProblemKind.NoMessages));
        }
    }
}
