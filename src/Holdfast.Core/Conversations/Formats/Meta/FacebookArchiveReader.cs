using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Reads the messages of a Facebook download from before 2018: one <c>messages.htm</c> with all conversations, or a page for
/// each. A long conversation is cut into several blocks with the same members; they are one conversation here.
/// </summary>
internal sealed class FacebookArchiveReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "facebook-archive";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        return text is not null && text.AsSpan().TrimStart().StartsWith('<')
            && Has("class=\"message_header\"") && Has("class=\"user\"") && Has("class=\"meta\"") && Has("class=\"thread\"");

        bool Has(string name) => text!.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var threads = new List<FacebookThread>();
        var known = new Dictionary<(ExportFile?, string), FacebookThread>();
        string? heading = null;
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            var limits = new MarkupLimits { LargestRecord = Math.Max(1 << 20, options.MaxStructuredFileBytes) };
            var any = false;
            foreach (var element in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, IsWanted, limits))
            {
                if (element.Name == "h1")
                {
                    heading = element.Text.Length > 0 ? element.Text : heading;
                    continue;
                }

                var members = FacebookThread.MembersIn(element);
                if (!known.TryGetValue((file.Container, members), out var thread))
                {
                    thread = new FacebookThread(members);
                    threads.Add(thread);
                    // Blocks that name nobody cannot be known to belong together.
                    if (members.Length > 0)
                        known.Add((file.Container, members), thread);
                }

                any |= thread.Read(element, file, options, problems);
            }

            if (!any)
                problems.Report(ProblemKind.NoMessages);
            problems.Complete();
        }

        // Whoever speaks in, or is listed by, every conversation.
        var common = ChatOwner.CommonTo([.. threads.Select(thread => thread.Listed.Concat(thread.Messages.Select(m => m.From).OfType<string>()))]);
        foreach (var thread in threads.Where(t => t.Messages.Count > 0))
            Push(thread, heading, common, options, sink);
    }

    private static bool IsWanted(MarkupTag tag) => tag.Name == "h1" || tag.HasClass("thread");

    private static void Push(FacebookThread thread, string? heading, string? common, ReadingOptions options, IConversationSink sink)
    {
        MessageOrder.OldestFirst(thread.Messages);
        var names = new NamesSeen();
        foreach (var name in thread.Listed)
            names.Add(name);
        foreach (var message in thread.Messages)
            names.Add(message.From);
        // The page is headed by the name of the account.
        var (owner, confidence) = names.SaidToBeMe(options) is { } said ? (said, 1)
            : heading is not null && names.Contains(heading) ? (heading, 1)
            : common is not null && names.Contains(common) ? (common, ChatOwner.FromAllChats)
            : ((string?)null, 0);
        var others = thread.Listed.Where(n => n != owner).ToList();
        sink.Begin(new ConversationHeader("facebook-archive") { Title = others.Count > 0 ? string.Join(", ", others) : null, Owner = owner });
        foreach (var message in thread.Messages)
            sink.Add(message);
        sink.End(new ConversationFooter { Participants = names.All, OwnerConfidence = confidence });
    }
}
