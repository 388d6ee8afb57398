using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>Reads one chat out of its pages, in the order in which they were written, oldest message first.</summary>
/// <param name="options">What the person said, and limits.</param>
/// <param name="sink">Receives the chat.</param>
/// <param name="account">The name of the account, when the export shows it.</param>
internal sealed class TelegramHtmlChat(ReadingOptions options, IConversationSink sink, string? account)
{
    private readonly NamesSeen _names = new();
    private bool _hasBegun;
    private string? _owner;

    /// <summary>Reads the chat.</summary>
    internal void Read(IReadOnlyList<TelegramPage> pages)
    {
        // A message that is joined to the one above has its sender, also over the end of a page.
        string? sender = null;
        foreach (var page in pages)
        {
            var problems = new ProblemLog(sink, page.File.Name);
            var any = false;
            foreach (var element in MarkupRecords.Each(page.File, options, problems, MarkupDialect.Html, TelegramPage.IsHead))
            {
                if (!element.HasClass("message") || TelegramHtmlMessage.IsDay(element))
                    continue;
                if (!_hasBegun)
                    sink.Begin(new ConversationHeader("telegram-html") { Title = page.Title });
                _hasBegun = any = true;
                var reader = new TelegramHtmlMessage(element, page.File, options, problems, sender);
                var message = reader.Read();
                sender = reader.IsService ? sender : message.From;
                _owner ??= reader.Owner;
                _names.Add(message.From);
                sink.Add(message);
            }

            if (!any)
                problems.Report(ProblemKind.NoMessages);
            problems.Complete();
        }

        if (!_hasBegun)
            return;
        var (owner, confidence) = Owner(pages[0].Title);
        sink.End(new ConversationFooter { Participants = _names.All, Owner = owner, OwnerConfidence = confidence });
    }

    private (string? Name, double Confidence) Owner(string? title)
    {
        if (_names.SaidToBeMe(options) is { } said)
            return (said, 1);
        if (account is not null && _names.Contains(account))
            return (account, 1);
        // A call says who was called and whether it came in or went out.
        if (_owner is not null)
            return (_owner, 1);
        return ChatOwner.NotNamedBy(title, _names.All) is { } other ? (other, ChatOwner.FromOneChat) : (null, 0);
    }
}
