using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Telegram;

/// <summary>Pushes the chats of one file to the sink, each as a conversation.</summary>
/// <param name="file">The file.</param>
/// <param name="source">Its bytes.</param>
/// <param name="options">What the person said, and limits.</param>
/// <param name="sink">Receives the chats.</param>
/// <param name="problems">Receives problems.</param>
/// <param name="owner">The name of the account, when the file shows it.</param>
internal sealed class TelegramChats(
    ExportFile file, StructuredFile source, ReadingOptions options, IConversationSink sink, ProblemLog problems, string? owner)
{
    private const double ConcludedFromOne = 0.7;

    /// <summary>How many records were found so far.</summary>
    internal long Records { get; private set; }

    /// <summary>Reads one chat.</summary>
    /// <param name="value">The chat.</param>
    /// <param name="folder">Deleted for a chat that the owner has left.</param>
    internal void Read(JsonValue value, ConversationFolder folder = ConversationFolder.Inbox)
    {
        var chat = TelegramChat.Read(value);
        var names = new NamesSeen();
        // What the person said about their name goes before what the file shows, and is known at the end.
        var shown = owner ?? chat.FindOwner(null);
        sink.Begin(new ConversationHeader("telegram-json")
        {
            Title = chat.Name,
            Id = chat.Id,
            Folder = folder,
            Owner = options.Me.Count == 0 ? shown : null,
        });
        var items = chat.Messages.Items;
        while (items.MoveNext())
        {
            var item = items.Value;
            if (item.Kind != JsonKind.Object)
            {
                problems.Report(ProblemKind.Damaged, source.Place(item.Start, item.End));
                continue;
            }

            if (!item.IsComplete)
                problems.Report(item.IsAtEndOf(source) ? ProblemKind.LastRecordCutOff : ProblemKind.Damaged, source.Place(item.Start, item.End));
            var message = new TelegramMessage(source, file, options, problems).Read(item);
            names.Add(message.From);
            sink.Add(message);
            Records++;
        }

        if (items.HasStrayBytes)
            problems.Report(ProblemKind.Damaged, source.Place(chat.Messages.Start, chat.Messages.End));
        if (chat.CutAt is { } cut)
            problems.ReportOnce(ProblemKind.Truncated, source.Place(cut, cut));
        if (chat.BrokenAt is { } broken)
            problems.Report(ProblemKind.Damaged, source.Place(broken, value.End));
        var said = names.SaidToBeMe(options);
        sink.End(new ConversationFooter
        {
            Participants = names.All,
            Owner = said ?? shown,
            OwnerConfidence = said is not null || owner is not null ? 1 : shown is not null ? ConcludedFromOne : 0,
        });
    }
}
