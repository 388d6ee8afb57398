using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>One conversation of a Meta download in HTML, which may be cut into several pages.</summary>
internal sealed class MetaHtmlThread(IReadOnlyList<MetaFile> files, ReadingOptions options, IConversationSink sink)
{
    private readonly List<Message> _messages = [];

    /// <summary>The messages, oldest first.</summary>
    internal IReadOnlyList<Message> Messages => _messages;

    /// <summary>All names: the listed ones, then those that only appear as senders.</summary>
    internal NamesSeen Names { get; } = new();

    /// <summary>Reads and orders the messages.</summary>
    internal void Read()
    {
        // The same message in two exports of one conversation is one message.
        var known = files.Any(f => f.Export != files[0].Export) ? new Dictionary<(string?, MessageTime, string?, string?), (ExportFile?, string)>() : null;
        foreach (var file in files.OrderBy(f => f.Number))
            ReadPage(file, known);
        MessageOrder.OldestFirst(_messages);
        foreach (var message in _messages)
            Names.Add(message.From);
    }

    private void ReadPage(MetaFile file, Dictionary<(string?, MessageTime, string?, string?), (ExportFile?, string)>? known)
    {
        var problems = new ProblemLog(sink, file.File.Name);
        var page = new MetaPage(file.File, options, problems);
        var any = false;
        foreach (var box in page.Boxes())
        {
            any = true;
            var message = Read(box, file.File, problems);
            var key = (message.From, message.At, message.Text, message.Media.Count > 0 ? Path.GetFileName(message.Media[0]) : null);
            if (known is not null && !known.TryAdd(key, file.Export) && known[key] != file.Export)
                problems.Report(ProblemKind.Duplicate, message.Place);
            else
                _messages.Add(message);
        }

        foreach (var name in page.Listed.All)
            Names.Add(name);
        if (!any)
            problems.Report(ProblemKind.NoMessages);
        problems.Complete();
    }

    private Message Read(MetaBox box, ExportFile file, ProblemLog problems)
    {
        var place = box.Element.Place;
        var isAmbiguous = false;
        var at = box.Time is null ? null : WrittenDate.Read(box.Time, options.DateOrder, out isAmbiguous);
        if (at is null)
            problems.Report(isAmbiguous ? ProblemKind.DateOrderUnknown : ProblemKind.Damaged, place);
        var body = new MetaBody(box.Body);
        var kind = KindOf(body, box.Name, out var text);
        return new Message
        {
            At = at ?? MessageTime.None,
            From = box.Name,
            Kind = kind,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = [.. body.Media, .. body.Links],
            Reactions = body.Reactions,
            File = file,
            Place = place,
        };
    }

    private static MessageKind KindOf(MetaBody body, string? sender, out string? text)
    {
        text = body.Words;
        var hasShare = body.Links.Count > 0 || body.Shared is not null;
        if (hasShare && (text is null || PlatformLine.IsAttachment(text, sender)))
        {
            text = body.Shared ?? body.Links[0];
            return MessageKind.Share;
        }

        // Words of the thing that was shared are kept behind the sender's own; pages give no other place to look for them.
        if (body.Shared is not null)
            text += "\n" + body.Shared;
        if (text is null)
            return body.Media.Count > 0 ? MessageKind.Media : MessageKind.Expired;
        var firstLine = text.Split('\n', 2)[0];
        return PlatformLine.IsCall(firstLine, sender) ? MessageKind.Call
            : MetaLines.Shared.IsUnsent(text, sender) ? MessageKind.Unsent
            : MetaLines.Shared.IsDeleted(text) ? MessageKind.Deleted
            : body.Media.Count > 0 ? MessageKind.Media
            : PlatformLine.IsReaction(text) || PlatformLine.IsReaction(text + " ") ? MessageKind.Notice
            : MessageKind.Text;
    }
}
