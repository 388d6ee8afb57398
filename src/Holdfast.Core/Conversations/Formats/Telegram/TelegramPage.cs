using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>What one page of a Telegram export says before its messages: which chat it belongs to, or whose account it is.</summary>
internal sealed class TelegramPage
{
    private TelegramPage(ExportFile file) => File = file;

    internal ExportFile File { get; }

    /// <summary>The name of the chat; in a personal chat that of the other person.</summary>
    internal string? Title { get; private set; }

    /// <summary>The name of the account, on the page that sums up an export of it.</summary>
    internal string? Account { get; private set; }

    /// <summary>True for that page.</summary>
    internal bool IsSummary { get; private set; }

    /// <summary>The number of the page: <c>messages.html</c> is the first, then comes <c>messages2.html</c>.</summary>
    internal int Number
    {
        get
        {
            var stem = File.FileName.AsSpan();
            stem = stem.LastIndexOf('.') is var dot and >= 0 ? stem[..dot] : stem;
            return int.TryParse(stem[(stem.LastIndexOfAnyExceptInRange('0', '9') + 1)..], out var number) ? number : 1;
        }
    }

    /// <summary>Reads the head of a page; whatever is wrong with the file is reported when it is read.</summary>
    internal static TelegramPage Survey(ExportFile file, ReadingOptions options)
    {
        var page = new TelegramPage(file);
        var silent = new ProblemLog(new ConversationCollector(), file.Name);
        foreach (var element in MarkupRecords.Each(file, options, silent, MarkupDialect.Html, t => IsHead(t) || t.HasClass("personal_info")))
        {
            if (element.HasClass("page_header"))
            {
                page.Title = TitleIn(element);
            }
            else if (element.HasClass("personal_info"))
            {
                page.IsSummary = true;
                var names = element.First(e => e.HasClass("names"))?.Descendants().Where(e => e.HasClass("value")).Select(e => e.Text) ?? [];
                page.Account = string.Join(' ', names) is { Length: > 0 } name ? name : null;
                break;
            }
            else
            {
                break;
            }
        }

        return page;
    }

    /// <summary>True for the heading of a page and for its messages.</summary>
    internal static bool IsHead(MarkupTag tag) => tag.Name is "div" && (tag.HasClass("message") || tag.HasClass("page_header"));

    private static string? TitleIn(MarkupElement header) =>
        header.First(e => e.HasClass("text"))?.Text is { Length: > 0 } title ? title : null;
}
