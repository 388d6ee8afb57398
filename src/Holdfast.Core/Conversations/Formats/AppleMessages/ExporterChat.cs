namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// The messages of one file of imessage-exporter. A reply stands there twice, under the message that it answers and at its own
/// time; both are one message.
/// </summary>
internal sealed class ExporterChat(string format, ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private const string Me = "Me";

    private readonly List<ExporterDraft> _drafts = [];

    /// <summary>The name under which the owner appears, when the file shows it.</summary>
    internal string? Owner { get; set; }

    /// <summary>Adds a message.</summary>
    internal void Add(ExporterDraft draft) => _drafts.Add(draft);

    /// <summary>Hands the conversation on.</summary>
    internal void Write()
    {
        if (_drafts.Count == 0)
        {
            problems.ReportOnce(ProblemKind.NoMessages);
            return;
        }

        var messages = new List<Message>(_drafts.Count);
        foreach (var draft in WithoutCopies())
        {
            if (draft.At.Knowledge == TimeKnowledge.None)
                problems.Report(ProblemKind.Damaged, draft.Place);
            messages.Add(draft.ToMessage(file, options, problems));
        }

        // Replies without a second copy stand before their time. The stable order keeps all others as they are.
        MessageOrder.OldestFirst(messages);
        var names = new NamesSeen();
        foreach (var message in messages)
            names.Add(message.From);
        foreach (var message in messages)
        {
            foreach (var reaction in message.Reactions)
                names.Add(reaction.Actor);
        }

        var owner = names.SaidToBeMe(options) ?? Owner ?? (names.Contains(Me) ? Me : null);
        // The program names each file after the people in the chat.
        var name = file.FileName;
        sink.Begin(new ConversationHeader(format) { Title = name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name, Owner = owner });
        foreach (var message in messages)
            sink.Add(message);
        sink.End(new ConversationFooter { Participants = names.All, Owner = owner, OwnerConfidence = owner is null ? 0 : 1 });
    }

    private IEnumerable<ExporterDraft> WithoutCopies()
    {
        var copies = new Dictionary<(string?, MessageTime, string?, string?), Queue<ExporterDraft>>();
        foreach (var copy in _drafts.Where(d => d.IsNested))
        {
            if (!copies.TryGetValue(Key(copy), out var same))
                copies.Add(Key(copy), same = new Queue<ExporterDraft>());
            same.Enqueue(copy);
        }

        var dropped = new HashSet<ExporterDraft>();
        foreach (var draft in _drafts.Where(d => !d.IsNested && d.IsReply))
        {
            if (!copies.TryGetValue(Key(draft), out var same) || !same.TryDequeue(out var copy))
                continue;
            draft.ReplyTo ??= copy.ReplyTo;
            dropped.Add(copy);
        }

        return _drafts.Where(d => !dropped.Contains(d));
    }

    private static (string?, MessageTime, string?, string?) Key(ExporterDraft draft) =>
        draft.Id is { } id ? (id, default, null, null) : (null, draft.At, draft.From, $"{draft.Kind} {draft.Text} {string.Join('/', draft.Media)}");
}
