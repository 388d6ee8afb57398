using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Reads the HTML form of Instagram's and Facebook Messenger's "Download your information", which is what people get who
/// change no setting. All folders are read, also message requests. Times are clock readings of the account's region, to the
/// minute, without a zone.
/// </summary>
internal sealed class MetaHtmlReader : IExportReader
{
    private static readonly string[] Marks = ["_a6-g", "_a706", "_a6-o", "_a72d", "_2lem", "_2lej", "uiBoxWhite"];

    // Pages of other apps, whose messages have a name, words and a time too.
    private static readonly string[] Others = ["chatlog__", "hChatLog", "class=\"message"];

    /// <inheritdoc/>
    public string Format => "instagram-html";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('<'))
            return false;
        if (IsPersonal(head.File))
            return text.Contains("_a6-q", StringComparison.Ordinal) || text.Contains("_a6_q", StringComparison.Ordinal);
        return (Has(Marks) || text.Contains("Participants:", StringComparison.Ordinal) && !Has(Others)) && IsConversation(head);

        bool Has(string[] marks) => Array.Exists(marks, m => text.Contains(m, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var surveyed = files.Select(f => Survey(f, options)).ToList();
        var threads = surveyed.Where(f => !f.IsPersonal)
            .GroupBy(f => (f.Format, f.Thread, f.Title), f => f).Select(g => g.OrderBy(f => f.Number).ToList()).ToList();
        if (threads.Count == 0)
        {
            foreach (var file in surveyed)
                sink.Report(new ReadingProblem(file.File.Name, 0, ProblemKind.NoMessages));
        }

        // A page lists its senders only; the members of a conversation are those of all its pages.
        foreach (var thread in threads)
            thread[0].Participants.AddRange(thread.Skip(1).SelectMany(f => f.Participants).Except(thread[0].Participants).ToList());
        var owner = new MetaOwner([.. surveyed.SelectMany(f => f.PersonNames)], threads);
        var encrypted = new EncryptedChats();
        foreach (var pages in threads)
            ReadThread(pages, owner, encrypted, options, sink);
        encrypted.Report(sink);
    }

    private static void ReadThread(List<MetaFile> pages, MetaOwner owner, EncryptedChats encrypted, ReadingOptions options, IConversationSink sink)
    {
        var thread = new MetaHtmlThread(pages, options, sink);
        thread.Read();
        // No empty conversations: the page was reported as one without messages.
        if (thread.Messages.Count == 0)
            return;
        var first = pages[0];
        var (name, confidence) = owner.In(first, thread.Names, options);
        sink.Begin(new ConversationHeader(first.Format) { Title = first.Title, Id = first.Id, Folder = first.Folder, Owner = name });
        foreach (var message in thread.Messages)
            sink.Add(message);
        sink.End(new ConversationFooter { Participants = thread.Names.All, OwnerConfidence = confidence });
        encrypted.Add(first, thread.Names.All.Count, thread.Messages);
    }

    // Posts, comments and lists of the same download use the same boxes; a conversation shows itself by its folder, by the
    // list of its members, or by a sender whom the title names.
    private static bool IsConversation(ExportHead head)
    {
        var isAmongMessages = Array.Exists(head.File.Folder.Split('/'), s => s == "messages");
        var silent = new ProblemLog(new ConversationCollector(), "");
        var page = new MetaPage(ExportFile.FromBytes("", head.Bytes.ToArray()), new ReadingOptions(), silent);
        HashSet<string> names = new(StringComparer.Ordinal);
        var any = false;
        foreach (var box in page.Boxes())
        {
            any |= box.Time is not null;
            if (box.Name is not null)
                names.Add(box.Name);
        }

        // The head of a page may hold nothing but its style.
        return isAmongMessages && (any || head.Bytes.Length == ExportHead.Size && head.File.FileName.StartsWith("message_", StringComparison.Ordinal))
            || any && (page.Listed.All.Count > 0 || page.Title is not null && names.Contains(page.Title));
    }

    private static bool IsPersonal(ExportFile file) =>
        file.FileName is "personal_information.html" or "profile_information.html" or "instagram_profile_information.html";

    private static MetaFile Survey(ExportFile file, ReadingOptions options)
    {
        var result = new MetaFile(file, "html");
        var silent = new ProblemLog(new ConversationCollector(), file.Name);
        if (IsPersonal(file))
        {
            result.IsPersonal = true;
            // Every value counts; only one that is also a member's name is taken for the owner's.
            foreach (var value in MarkupRecords.Each(file, options, silent, MarkupDialect.Html, t => t.HasClass("_a6-q")))
                result.PersonNames.Add(value.Text);
            return result;
        }

        var page = new MetaPage(file, options, silent);
        var names = new NamesSeen();
        foreach (var box in page.Boxes())
            names.Add(box.Name);
        result.Title = page.Title;
        result.Participants.AddRange(page.Listed.All);
        result.Participants.AddRange(names.All.Except(page.Listed.All));
        return result;
    }
}
