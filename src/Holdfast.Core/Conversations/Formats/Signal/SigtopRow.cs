using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>Reads one row of Signal Desktop's messages.</summary>
internal ref struct SigtopRow(
    StructuredFile source, ExportFile file, JsonFields fields, JsonNames names, ReadingOptions options, ProblemLog problems, string owner, string? other)
{
    private bool _damaged;

    /// <summary>The number or id of the sender of a row.</summary>
    internal static string? Source(JsonValue row, JsonNames names, ref bool damaged) =>
        names.Get(row["source"u8], ref damaged) ?? row["source"u8].GetScalar(ref damaged) ?? row["sourceServiceId"u8].GetScalar(ref damaged) ?? row["sourceUuid"u8].GetScalar(ref damaged);

    /// <summary>The message that the row holds. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(JsonValue row)
    {
        fields.Read(row);
        var place = source.Place(row.Start, row.End);
        var type = names.Get(fields["type"u8], ref _damaged);
        var sender = Name("source"u8) ?? Name("sourceServiceId"u8) ?? Name("sourceUuid"u8);
        var isOwn = type == "outgoing";
        var at = MachineTime.FromEpoch(fields["sent_at"u8].GetInt64() ?? fields["timestamp"u8].GetInt64() ?? fields["received_at_ms"u8].GetInt64());
        var body = fields["body"u8];
        var text = body.GetString(ref _damaged);
        var media = Media();
        var isErased = fields["deletedForEveryone"u8].IsTrue || fields["isErased"u8].IsTrue && string.IsNullOrEmpty(text);
        var (earlier, editedAt) = History();
        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (body.Kind is not (JsonKind.String or JsonKind.Null or JsonKind.None))
            problems.Report(ProblemKind.UnreadableBody, place);
        var kind = isErased ? MessageKind.Deleted
            : type == "call-history" ? MessageKind.Call
            : type is not ("incoming" or "outgoing" or "story" or null) ? MessageKind.Notice
            : media.Count > 0 ? MessageKind.Media
            : fields["contact"u8].Items.MoveNext() ? MessageKind.ContactCard
            : !string.IsNullOrEmpty(text) ? MessageKind.Text
            : fields["isViewOnce"u8].IsTrue ? MessageKind.Expired
            : MessageKind.NotExported;
        var message = new Message
        {
            At = at,
            From = isOwn ? owner : other ?? sender,
            FromId = sender,
            Id = fields["id"u8].GetScalar(ref _damaged),
            Kind = kind,
            // A notice has no words of its own; its type says what happened.
            Text = TextLimit.Apply(string.IsNullOrEmpty(text) ? Words(kind, type) : text, options, problems, place),
            Quoted = TextLimit.Apply(fields["quote"u8]["text"u8].GetString(ref _damaged), options, problems, place),
            Media = media,
            Reactions = Reactions(fields["reactions"u8]),
            Earlier = earlier,
            EditedAt = editedAt,
            File = file,
            Place = place,
        };
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        return message;
    }

    private string? Name(ReadOnlySpan<byte> member) => names.Get(fields[member], ref _damaged) ?? fields[member].GetScalar(ref _damaged);

    private string? Words(MessageKind kind, string? type)
    {
        if (kind is MessageKind.Notice or MessageKind.Call)
            return type?.Replace('-', ' ');
        if (kind != MessageKind.ContactCard)
            return null;
        var cards = fields["contact"u8].Items;
        var names = new List<string>();
        while (cards.MoveNext())
        {
            var name = cards.Value["name"u8];
            if ((name["nickname"u8].GetString(ref _damaged) ?? name["displayName"u8].GetString(ref _damaged) ?? name["givenName"u8].GetString(ref _damaged)) is { Length: > 0 } found)
                names.Add(found);
            var numbers = cards.Value["number"u8].Items;
            while (numbers.MoveNext())
            {
                if (numbers.Value["value"u8].GetScalar(ref _damaged) is { Length: > 0 } number)
                    names.Add(number);
            }
        }

        return string.Join('\n', names);
    }

    private IReadOnlyList<string> Media()
    {
        List<string>? result = null;
        var items = fields["attachments"u8].Items;
        while (items.MoveNext())
        {
            var file = items.Value;
            (result ??= []).Add((file["fileName"u8].GetString(ref _damaged) is { Length: > 0 } name ? name : file["path"u8].GetString(ref _damaged))
                ?? file["contentType"u8].GetString(ref _damaged) ?? "attachment");
        }

        if (fields["sticker"u8].Kind == JsonKind.Object)
            (result ??= []).Add(fields["sticker"u8]["data"u8]["emoji"u8].GetString(ref _damaged) ?? fields["sticker"u8]["emoji"u8].GetString(ref _damaged) ?? "sticker");
        return result ?? (IReadOnlyList<string>)[];
    }

    private IReadOnlyList<Reaction> Reactions(JsonValue list)
    {
        List<Reaction>? result = null;
        var items = list.Items;
        while (items.MoveNext())
        {
            if (items.Value["emoji"u8].GetString(ref _damaged) is { Length: > 0 } symbol)
                (result ??= []).Add(new Reaction(items.Value["fromId"u8].GetScalar(ref _damaged), symbol));
        }

        return result ?? (IReadOnlyList<Reaction>)[];
    }

    // Newest first; the first entry is what the row itself says.
    private (IReadOnlyList<EarlierText> Earlier, MessageTime EditedAt) History()
    {
        List<EarlierText>? result = null;
        var editedAt = MachineTime.FromEpoch(fields["editMessageTimestamp"u8].GetInt64());
        var items = fields["editHistory"u8].Items;
        for (var i = 0; items.MoveNext(); i++)
        {
            var at = MachineTime.FromEpoch(items.Value["timestamp"u8].GetInt64());
            if (i == 0)
                editedAt = editedAt.Knowledge == TimeKnowledge.None ? at : editedAt;
            else
                (result ??= []).Add(new EarlierText(items.Value["body"u8].GetString(ref _damaged) ?? "", at));
        }

        result?.Reverse();
        return (result ?? (IReadOnlyList<EarlierText>)[], editedAt);
    }
}
