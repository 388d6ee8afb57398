using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Skype;

/// <summary>Reads one element of a <c>MessageList</c>.</summary>
internal ref struct SkypeMessage(
    StructuredFile source, ExportFile file, IReadOnlyDictionary<string, string> names, ReadingOptions options, ProblemLog problems)
{
    private bool _damaged;

    /// <summary>The message that the element holds. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(JsonValue element)
    {
        var place = source.Place(element.Start, element.End);
        JsonValue id = default, name = default, time = default, type = default, content = default, from = default, properties = default;
        var members = element.Members;
        while (members.MoveNext())
        {
            var value = members.Value;
            switch (members.Name)
            {
                case var n when n.SequenceEqual("id"u8):
                    id = value;
                    break;
                case var n when n.SequenceEqual("displayName"u8):
                    name = value;
                    break;
                case var n when n.SequenceEqual("originalarrivaltime"u8):
                    time = value;
                    break;
                case var n when n.SequenceEqual("messagetype"u8):
                    type = value;
                    break;
                case var n when n.SequenceEqual("content"u8):
                    content = value;
                    break;
                case var n when n.SequenceEqual("from"u8):
                    from = value;
                    break;
                case var n when n.SequenceEqual("properties"u8):
                    properties = value;
                    break;
            }
        }

        var account = from.GetString(ref _damaged);
        var stated = SkypeKinds.Of(type.GetString(ref _damaged));
        var raw = content.GetString(ref _damaged);
        var body = SkypeContent.Read(raw ?? "");
        var deleted = Time(properties["deletetime"u8]);
        var edited = Time(properties["edittime"u8]);
        var at = MachineTime.Read(time.GetString(ref _damaged), isUtc: false);
        // Without a time of its own, the number of a message is the time at which the service took it.
        if (at.Knowledge == TimeKnowledge.None && id.GetInt64() is > 1_000_000_000_000 and < 10_000_000_000_000 and var ms)
            at = MachineTime.FromEpoch(ms);
        var isDeleted = deleted.Knowledge != TimeKnowledge.None || string.IsNullOrEmpty(raw) && edited.Knowledge != TimeKnowledge.None
            || body.EditedAt.Knowledge != TimeKnowledge.None && body.Text.Length == 0 && body.Quoted is null && body.Media.Count == 0;
        // What is encrypted has no words here.
        var text = raw is null || stated == MessageKind.NotExported ? null : body.Text;
        if ((members.IsBroken || members.HasBrokenValue) && element.IsComplete || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (content.Kind is not (JsonKind.String or JsonKind.Null or JsonKind.None))
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            At = at,
            From = name.GetString(ref _damaged) is { Length: > 0 } shown ? shown : account is null ? null : names.GetValueOrDefault(account, account),
            FromId = account,
            Id = id.GetScalar(ref _damaged),
            Kind = isDeleted ? MessageKind.Deleted : Kind(stated, body),
            Text = TextLimit.Apply(text, options, problems, place),
            Media = body.Media,
            Reactions = Reactions(properties["emotions"u8]),
            Quoted = TextLimit.Apply(body.Quoted, options, problems, place),
            ReplyTo = body.QuotedId,
            EditedAt = deleted.Knowledge != TimeKnowledge.None ? deleted
                : body.EditedAt.Knowledge != TimeKnowledge.None ? body.EditedAt : edited,
            File = file,
            Place = place,
        };
    }

    private static MessageKind Kind(MessageKind? stated, SkypeContent body) => stated switch
    {
        MessageKind.Text when body.Media.Count > 0 => MessageKind.Media,
        { } kind => kind,
        // A type that is not known here is what its content is; without words it is the service's own.
        null when body.IsCall => MessageKind.Call,
        null when body.IsContact => MessageKind.ContactCard,
        null when body.IsPlace => MessageKind.Share,
        null when body.Media.Count > 0 => MessageKind.Media,
        null => body.Text.Length > 0 ? MessageKind.Text : MessageKind.Notice,
    };

    // [{key: "heart", users: [{mri: "8:live:x"}]}]
    private List<Reaction> Reactions(JsonValue emotions)
    {
        var result = new List<Reaction>();
        var items = emotions.Items;
        while (items.MoveNext())
        {
            if (items.Value["key"u8].GetString(ref _damaged) is not { Length: > 0 } symbol)
                continue;
            var users = items.Value["users"u8].Items;
            var named = false;
            while (users.MoveNext())
            {
                var account = users.Value["mri"u8].GetString(ref _damaged);
                result.Add(new Reaction(account is null ? null : names.GetValueOrDefault(account, account), symbol));
                named = true;
            }

            if (!named)
                result.Add(new Reaction(null, symbol));
        }

        return result;
    }

    private MessageTime Time(JsonValue value)
    {
        var text = value.GetString(ref _damaged);
        return MachineTime.Read(text, isUtc: false) is { Knowledge: not TimeKnowledge.None } iso ? iso : MachineTime.FromEpoch(value.GetInt64());
    }
}
