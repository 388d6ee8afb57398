using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.GoogleChat;

/// <summary>Reads one element of the <c>messages</c> of a Google Chat download.</summary>
internal ref struct ChatMessage(StructuredFile source, ExportFile file, JsonNames names, ReadingOptions options, ProblemLog problems)
{
    private bool _damaged;
    private JsonValue _creator;
    private JsonValue _created;
    private JsonValue _updated;
    private JsonValue _deleted;
    private JsonValue _text;
    private JsonValue _annotations;
    private string? _id;
    private bool _isDeleted;
    private string? _quoted;
    private string? _replyTo;
    private List<string>? _media;
    private List<Reaction>? _reactions;
    private List<EarlierText>? _earlier;

    /// <summary>The message that the element holds. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(JsonValue element)
    {
        var place = source.Place(element.Start, element.End);
        var members = element.Members;
        while (members.MoveNext())
            Take(in members);
        var person = ChatPerson.Read(_creator, names, ref _damaged);
        var at = Time(_created);
        var deletedAt = Time(_deleted);
        var kind = MessageKind.Text;
        var text = Text(ref kind);
        if (_text.Kind == JsonKind.String)
            kind = MessageKind.Text;
        if ((members.IsBroken || members.HasBrokenValue) && element.IsComplete
            || at.Knowledge == TimeKnowledge.None && deletedAt.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (_text.Kind is not (JsonKind.String or JsonKind.Null or JsonKind.None) || _annotations.Kind == JsonKind.Array && text is null && _media is null && !_isDeleted)
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            At = at,
            From = person.Name ?? person.Email,
            FromId = person.Email,
            Id = _id,
            Kind = _isDeleted ? MessageKind.Deleted : _media is not null ? MessageKind.Media : kind,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = _media ?? (IReadOnlyList<string>)[],
            Reactions = _reactions ?? (IReadOnlyList<Reaction>)[],
            Quoted = TextLimit.Apply(_quoted, options, problems, place),
            ReplyTo = _replyTo,
            Earlier = _earlier ?? (IReadOnlyList<EarlierText>)[],
            // Taking a message back is its last change.
            EditedAt = deletedAt.Knowledge != TimeKnowledge.None ? deletedAt : Time(_updated),
            File = file,
            Place = place,
        };
    }

    private string? Text(ref MessageKind kind)
    {
        var text = _text.GetString(ref _damaged);
        if (_annotations.Kind != JsonKind.Array)
            return text;
        var lines = new StringBuilder(text);
        var items = _annotations.Items;
        while (items.MoveNext())
        {
            if (ChatAnnotations.Line(items.Value, text, ref kind, ref _damaged) is { } line)
                lines.Append(lines.Length > 0 ? "\n" : "").Append(line);
        }

        return lines.Length == 0 ? text : lines.ToString();
    }

    // The long form of the account's language names its month or numbers it from the day or the year on.
    private MessageTime Time(JsonValue value) => value.GetString(ref _damaged) is not { } text ? MessageTime.None
        : MachineTime.Read(text, isUtc: false) is { Knowledge: not TimeKnowledge.None } iso ? iso
        : CultureStamp.TryParse(text, out var stamp) && stamp.HasTime ? stamp.Resolve(DateOrder.DayMonthYear)
        : MessageTime.None;

    private void Take(in JsonMembers member)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case var n when n.SequenceEqual("creator"u8):
                _creator = value;
                break;
            case var n when n.SequenceEqual("created_date"u8):
                _created = value;
                break;
            case var n when n.SequenceEqual("updated_date"u8):
                _updated = value;
                break;
            case var n when n.SequenceEqual("deleted_date"u8):
                _deleted = value;
                break;
            case var n when n.SequenceEqual("text"u8):
                _text = value;
                break;
            case var n when n.SequenceEqual("annotations"u8):
                _annotations = value;
                break;
            case var n when n.SequenceEqual("message_id"u8):
                _id = value.GetScalar(ref _damaged);
                break;
            case var n when n.SequenceEqual("message_state"u8):
                _isDeleted |= value.GetString(ref _damaged) == "DELETED";
                break;
            case var n when n.SequenceEqual("attached_files"u8):
                TakeFiles(value);
                break;
            case var n when n.SequenceEqual("reactions"u8):
                TakeReactions(value);
                break;
            case var n when n.SequenceEqual("quoted_message_metadata"u8):
                _quoted = value["text"u8].GetString(ref _damaged);
                _replyTo = value["message_id"u8].GetScalar(ref _damaged);
                break;
            case var n when n.SequenceEqual("previous_message_versions"u8):
                TakeEarlier(value);
                break;
        }
    }

    private void TakeFiles(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            // A question mark cannot stand in the name of a file; on disk it is an underscore.
            if ((items.Value["export_name"u8].GetString(ref _damaged) ?? items.Value["original_name"u8].GetString(ref _damaged)) is { Length: > 0 } name)
                (_media ??= []).Add(name.Replace('?', '_'));
        }
    }

    private void TakeReactions(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            if ((items.Value["emoji"u8]["unicode"u8].GetString(ref _damaged) ?? items.Value["emoji"u8].GetString(ref _damaged)) is not { Length: > 0 } symbol)
                continue;
            var people = items.Value["reactor_emails"u8].Items;
            var named = false;
            while (people.MoveNext())
            {
                (_reactions ??= []).Add(new Reaction(people.Value.GetString(ref _damaged), symbol));
                named = true;
            }

            if (!named)
                (_reactions ??= []).Add(new Reaction(null, symbol));
        }
    }

    private void TakeEarlier(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            if (items.Value["text"u8].GetString(ref _damaged) is { } text)
                (_earlier ??= []).Add(new EarlierText(text, Time(items.Value["created_date"u8])));
        }
    }
}
