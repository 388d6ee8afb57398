using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>Pushes the chats of one file to the sink, each as a conversation, one record at a time.</summary>
/// <param name="file">The file.</param>
/// <param name="json">The walk through it.</param>
/// <param name="survey">What a first walk has shown.</param>
/// <param name="options">What the person said, and limits.</param>
/// <param name="sink">Receives the chats.</param>
/// <param name="problems">Receives problems.</param>
internal sealed class TelegramChats(
    ExportFile file, JsonStream json, TelegramSurvey survey, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private readonly JsonNames _names = new(name => name);
    private int _chats;

    /// <summary>How many records were found so far.</summary>
    internal long Records { get; private set; }

    /// <summary>Reads the whole file.</summary>
    internal void Read()
    {
        if (json.Kind != JsonKind.Object || !json.Enter())
            return;
        while (json.NextMember())
        {
            if (json.IsNamed("chats"u8))
                ReadFolder(ConversationFolder.Inbox);
            else if (json.IsNamed("left_chats"u8))
                ReadFolder(ConversationFolder.Deleted);
            else if (json.IsNamed("messages"u8))
                ReadMessages(survey.Chat(-1)!, ConversationFolder.Inbox);
            else
                json.Skip();
        }

        EndOfObject();
        if (json.IsCutOff)
            problems.ReportOnce(ProblemKind.Truncated, json.PlaceSince(json.Offset));
    }

    private void ReadFolder(ConversationFolder folder)
    {
        if (json.Kind != JsonKind.Object || !json.Enter())
        {
            json.Skip();
            return;
        }

        while (json.NextMember())
        {
            if (json.IsNamed("list"u8) && json.Kind == JsonKind.Array && json.Enter())
                ReadList(folder);
            else
                json.Skip();
        }

        EndOfObject();
    }

    private void ReadList(ConversationFolder folder)
    {
        while (json.NextItem())
        {
            if (json.Kind == JsonKind.Object && json.Enter())
            {
                ReadChat(folder);
                continue;
            }

            var start = json.Offset;
            json.Skip();
            problems.Report(ProblemKind.Damaged, json.PlaceSince(start));
        }
    }

    private void ReadChat(ConversationFolder folder)
    {
        var known = survey.Chat(_chats++);
        var facts = new TelegramFacts { Owner = survey.Owner ?? known?.Owner };
        var isRead = false;
        while (json.NextMember())
        {
            if (json.IsNamed("messages"u8))
            {
                ReadMessages(facts.Name is null && known?.Name is not null ? known : facts, folder);
                isRead = true;
            }
            else if (!facts.Take(json))
            {
                json.Skip();
            }
        }

        if (!isRead)
        {
            Begin(facts, folder);
            sink.End(new ConversationFooter());
        }

        EndOfObject();
    }

    // What the person said about their name goes before what the file shows, and is known at the end.
    private void Begin(TelegramFacts chat, ConversationFolder folder) =>
        sink.Begin(new ConversationHeader("telegram-json")
        {
            Title = chat.Name,
            Id = chat.Id,
            Folder = folder,
            Owner = options.Me.Count == 0 ? survey.Owner ?? chat.Owner : null,
        });

    private void ReadMessages(TelegramFacts chat, ConversationFolder folder)
    {
        Begin(chat, folder);
        var names = new NamesSeen();
        try
        {
            var start = json.Offset;
            if (json.Kind != JsonKind.Array || !json.Enter())
            {
                json.Skip();
                return;
            }

            while (json.NextItem())
            {
                if (json.Kind == JsonKind.Object
                    && new TelegramMessage(json.Window, file, _names, options, problems).Read(json.Ahead, out var end) is { } message)
                {
                    json.TakeTo(end);
                    Push(message, names);
                }
                else
                {
                    ReadMessage(json.Take(), names);
                }
            }

            if (json.HasStrayBytes)
                problems.Report(ProblemKind.Damaged, json.PlaceSince(start));
        }
        finally
        {
            var said = names.SaidToBeMe(options);
            var shown = survey.Owner ?? chat.Owner;
            sink.End(new ConversationFooter
            {
                Participants = names.All,
                Owner = said ?? shown,
                OwnerConfidence = said is not null || survey.Owner is not null ? 1 : shown is not null ? ChatOwner.FromOneChat : 0,
            });
        }
    }

    private void ReadMessage(JsonValue item, NamesSeen names)
    {
        var source = json.Window;
        if (item.Kind != JsonKind.Object)
        {
            problems.Report(ProblemKind.Damaged, source.Place(item.Start, item.End));
            return;
        }

        if (!item.IsComplete)
            problems.Report(item.IsAtEndOf(source) ? ProblemKind.LastRecordCutOff : ProblemKind.Damaged, source.Place(item.Start, item.End));
        var message = new TelegramMessage(source, file, _names, options, problems).Read(item);
        Push(message, names);
    }

    private void Push(Message message, NamesSeen names)
    {
        names.Add(message.From);
        sink.Add(message);
        Records++;
    }

    private void EndOfObject()
    {
        if (!json.IsBroken)
            return;
        var start = json.Offset;
        json.SkipOut(JsonKind.Object);
        problems.Report(ProblemKind.Damaged, json.PlaceSince(start));
    }
}
