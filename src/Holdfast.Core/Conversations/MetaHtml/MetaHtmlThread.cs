using Holdfast.Conversations.Instagram;
using Holdfast.Conversations.WrittenDates;

namespace Holdfast.Conversations.MetaHtml;

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
        foreach (var file in files.OrderBy(f => f.Number))
            ReadPage(file);
        MetaOrder.OldestFirst(_messages);
        foreach (var message in _messages)
            Names.Add(message.From);
    }

    private void ReadPage(MetaFile file)
    {
        var problems = new ProblemLog(sink, file.File.Name);
        var page = new MetaPage(file.File, options, problems);
        var before = _messages.Count;
        foreach (var box in page.Boxes())
            _messages.Add(Read(box, file.File, problems));
        foreach (var name in page.Listed)
            Names.Add(name);
        if (_messages.Count == before)
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
