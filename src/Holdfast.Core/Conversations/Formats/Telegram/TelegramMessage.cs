using System.Text;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>Reads one element of a Telegram chat's <c>messages</c>.</summary>
internal ref struct TelegramMessage(StructuredFile source, ExportFile file, JsonNames names, ReadingOptions options, ProblemLog problems)
{
    private JsonValue _element;
    private bool _damaged;
    private bool? _isService;
    private string? _id;
    private string? _from;
    private string? _actor;
    private string? _fromId;
    private string? _action;
    private string? _text;
    private bool _isTextBroken;
    private JsonValue _unixTime;
    private JsonValue _date;
    private JsonValue _editedUnixTime;
    private JsonValue _edited;
    private JsonValue _thumbnail;
    private bool _hasUnknownBody;
    private bool _isForwarded;
    private bool _selfDestructs;
    private string? _replyTo;
    private MessageKind _factsKind;
    private StringBuilder? _facts;
    private List<string>? _media;
    private List<Reaction>? _reactions;

    /// <summary>The message that the element holds. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(JsonValue element)
    {
        var isWhole = Walk(element, out _);
        return Finish(element, isWhole);
    }

    /// <summary>
    /// The message that lies ahead (<see cref="JsonStream.Ahead"/>), or null when anything about it is not as it should be;
    /// nothing is reported then.
    /// </summary>
    internal Message? Read(JsonValue ahead, out int end) =>
        Walk(ahead, out end) ? Finish(new JsonValue(source.Bytes, ahead.Start, end, complete: true), isWhole: true) : null;

    private bool Walk(JsonValue element, out int end)
    {
        _element = element;
        var members = element.Members;
        while (members.MoveNext())
            Take(in members);
        end = members.Position;
        return !members.IsBroken && !members.HasBrokenValue;
    }

    private Message Finish(JsonValue element, bool isWhole)
    {
        var place = source.Place(element.Start, element.End);
        if (_media is null && _thumbnail.GetString(ref _damaged) is { } preview)
            _media = [preview];

        var at = TelegramTime.Read(_unixTime, _date);
        if (!isWhole && element.IsComplete || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (_isTextBroken || _hasUnknownBody && string.IsNullOrEmpty(_text) && _media is null)
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            At = at,
            From = _from,
            FromId = _fromId,
            Id = _id,
            Kind = Kind,
            Text = TextLimit.Apply(Text(), options, problems, place),
            Media = _media ?? (IReadOnlyList<string>)[],
            Reactions = _reactions ?? (IReadOnlyList<Reaction>)[],
            ReplyTo = _replyTo,
            EditedAt = TelegramTime.Read(_editedUnixTime, _edited),
            File = file,
            Place = place,
        };
    }

    // The kind of record stands near its beginning; where it does not, it is looked for as soon as something depends on it.
    private bool IsService => _isService ??= IsServiceType(_element["type"u8]);

    private static bool IsServiceType(JsonValue type) => type.Kind == JsonKind.String && type.Raw.SequenceEqual("\"service\""u8);

    private MessageKind Kind =>
        IsService ? (_action is "phone_call" or "group_call" or "conference_call" ? MessageKind.Call : MessageKind.Notice)
            : _selfDestructs ? MessageKind.Expired
            : _facts is not null && string.IsNullOrEmpty(_text) ? _factsKind
            : _media is not null ? MessageKind.Media
            // Words that were passed on are not the sender's own.
            : _isForwarded ? MessageKind.Share
            : MessageKind.Text;

    private string? Text()
    {
        if (!string.IsNullOrEmpty(_text))
            return _text;
        if (!IsService)
            return _facts?.ToString() ?? _text;
        // A service record has no sender in the file: who acted stands in the text, as in the notices of other platforms.
        var action = _action?.Replace('_', ' ');
        var line = _facts is null ? action : $"{action}: {_facts}";
        return _actor is null ? line : $"{_actor}: {line}";
    }

    private void Take(in JsonMembers member)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case var n when n.SequenceEqual("type"u8):
                _isService ??= IsServiceType(value);
                break;
            case var n when n.SequenceEqual("text_entities"u8):
                break;
            case var n when n.SequenceEqual("id"u8):
                _id = value.GetScalar(ref _damaged);
                break;
            case var n when n.SequenceEqual("from"u8):
                _from = names.Get(value, ref _damaged) ?? _from;
                break;
            case var n when n.SequenceEqual("actor"u8):
                _actor = names.Get(value, ref _damaged) ?? _actor;
                break;
            case var n when n.SequenceEqual("from_id"u8) || n.SequenceEqual("actor_id"u8):
                _fromId = names.Get(value, ref _damaged) ?? value.GetScalar(ref _damaged) ?? _fromId;
                break;
            case var n when n.SequenceEqual("date"u8):
                _date = value;
                break;
            case var n when n.SequenceEqual("date_unixtime"u8):
                _unixTime = value;
                break;
            case var n when n.SequenceEqual("edited"u8):
                _edited = value;
                break;
            case var n when n.SequenceEqual("edited_unixtime"u8):
                _editedUnixTime = value;
                break;
            case var n when n.SequenceEqual("text"u8):
                _isTextBroken = !TelegramText.TryJoin(value, out _text, ref _damaged) && value.Kind != JsonKind.Null;
                break;
            case var n when n.SequenceEqual("photo"u8) || n.SequenceEqual("file"u8):
                if (value.GetString(ref _damaged) is { } path)
                    (_media ??= []).Add(path);
                break;
            case var n when n.SequenceEqual("thumbnail"u8):
                _thumbnail = value;
                break;
            case var n when n.SequenceEqual("action"u8):
                _action = value.GetString(ref _damaged);
                break;
            case var n when n.SequenceEqual("reply_to_message_id"u8):
                _replyTo = value.GetScalar(ref _damaged);
                break;
            case var n when n.SequenceEqual("forwarded_from"u8):
                _isForwarded = true;
                break;
            case var n when n.SequenceEqual("self_destruct_period_seconds"u8) && !IsService:
                _selfDestructs = true;
                break;
            case var n when n.SequenceEqual("reactions"u8):
                TakeReactions(value);
                break;
            default:
                TakeRest(in member);
                break;
        }
    }

    private void TakeRest(in JsonMembers member)
    {
        var name = member.Name;
        if (IsService || IsBody(name))
        {
            _factsKind = name.SequenceEqual("contact_information"u8) || name.SequenceEqual("contact_vcard"u8) ? MessageKind.ContactCard
                : name.SequenceEqual("poll"u8) || name.SequenceEqual("todo_list"u8) ? MessageKind.Text
                : MessageKind.Share;
            TelegramText.Describe(_facts ??= new StringBuilder(), IsService ? name : [], member.Value, ref _damaged);
        }
        else
        {
            _hasUnknownBody |= member.Value.Kind is JsonKind.Object;
        }

        if (_facts is { Length: 0 })
            _facts = null;
    }

    // Bodies that are not text: what they say is in fields (core.telegram.org/import-export).
    private static bool IsBody(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("contact_information"u8) || name.SequenceEqual("location_information"u8)
        || name.SequenceEqual("place_name"u8) || name.SequenceEqual("address"u8) || name.SequenceEqual("poll"u8)
        || name.SequenceEqual("game_title"u8) || name.SequenceEqual("game_description"u8) || name.SequenceEqual("game_link"u8)
        || name.SequenceEqual("invoice_information"u8) || name.SequenceEqual("giveaway_information"u8)
        || name.SequenceEqual("todo_list"u8) || name.SequenceEqual("contact_vcard"u8);

    private void TakeReactions(JsonValue value)
    {
        var items = value.Items;
        while (items.MoveNext())
        {
            var symbol = items.Value["emoji"u8].GetString(ref _damaged) ?? items.Value["document_id"u8].GetScalar(ref _damaged);
            if (symbol is null)
                continue;
            var anybody = false;
            var recent = items.Value["recent"u8].Items;
            while (recent.MoveNext())
            {
                anybody = true;
                (_reactions ??= []).Add(new Reaction(recent.Value["from"u8].GetString(ref _damaged), symbol));
            }

            if (!anybody)
                (_reactions ??= []).Add(new Reaction(null, symbol));
        }
    }
}
