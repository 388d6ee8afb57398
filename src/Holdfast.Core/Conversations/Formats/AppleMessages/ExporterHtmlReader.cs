using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>Reads the HTML that imessage-exporter (github.com/ReagentX/imessage-exporter) writes, one file for each chat.</summary>
internal sealed class ExporterHtmlReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "imessage-html";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        return text is not null && text.AsSpan().TrimStart().StartsWith('<') && Has("class=\"timestamp\"")
            && (Has("<div class=\"message\"") && (Has("class=\"received\"") || Has("class=\"sent iMessage\"") || Has("class=\"sent ")) && Has("class=\"sender\"")
                || Has("<div class=\"announcement\">"));

        bool Has(string part) => text.Contains(part, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            var chat = new ExporterChat(Format, file, options, sink, problems);
            foreach (var record in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, IsRecord))
            {
                if (record.HasClass("announcement"))
                    chat.Add(ExporterHtmlMessage.Announcement(record));
                else
                    ReadMessage(record, chat);
            }

            chat.Write();
            problems.Complete();
        }
    }

    private static bool IsRecord(MarkupTag tag) => tag.Name == "div" && (tag.HasClass("message") || tag.HasClass("announcement"));

    private static void ReadMessage(MarkupElement record, ExporterChat chat)
    {
        var parent = ExporterHtmlMessage.Read(record, null, out var isOwn);
        Take(parent, isOwn);
        foreach (var reply in record.Descendants())
        {
            if (reply.Name == "div" && reply.HasClass("message"))
                Take(ExporterHtmlMessage.Read(reply, parent, out isOwn), isOwn);
        }

        void Take(ExporterDraft draft, bool own)
        {
            chat.Add(draft);
            // The owner may have chosen another name than "Me".
            if (own)
                chat.Owner ??= draft.From;
        }
    }
}
