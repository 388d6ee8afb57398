using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Hangouts;

/// <summary>Reads one event of a Hangouts conversation: a message, a call, somebody joining or leaving, a new name.</summary>
internal ref struct HangoutsEvent(StructuredFile source, ExportFile file, HangoutsPeople people, ReadingOptions options, ProblemLog problems)
{
    private bool _damaged;
    private List<string>? _media;
    private bool _isShare;

    /// <summary>The message that the element holds. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(JsonValue element)
    {
        var place = source.Place(element.Start, element.End);
        JsonValue sender = default, time = default, id = default, chat = default, call = default, membership = default, rename = default, type = default;
        var members = element.Members;
        while (members.MoveNext())
        {
            var value = members.Value;
            switch (members.Name)
            {
                case var n when n.SequenceEqual("sender_id"u8):
                    sender = value;
                    break;
                case var n when n.SequenceEqual("timestamp"u8):
                    time = value;
                    break;
                case var n when n.SequenceEqual("event_id"u8):
                    id = value;
                    break;
                case var n when n.SequenceEqual("chat_message"u8):
                    chat = value;
                    break;
                case var n when n.SequenceEqual("hangout_event"u8):
                    call = value;
                    break;
                case var n when n.SequenceEqual("membership_change"u8):
                    membership = value;
                    break;
                case var n when n.SequenceEqual("conversation_rename"u8):
                    rename = value;
                    break;
                case var n when n.SequenceEqual("event_type"u8):
                    type = value;
                    break;
            }
        }

        var from = HangoutsPeople.Id(sender, ref _damaged);
        var at = MachineTime.FromEpoch(time.GetInt64());
        var (kind, text) = call.Kind == JsonKind.Object ? (MessageKind.Call, Words(call["event_type"u8]))
            : membership.Kind == JsonKind.Object ? (MessageKind.Notice, Membership(membership))
            : rename.Kind == JsonKind.Object ? (MessageKind.Notice, rename["new_name"u8].GetString(ref _damaged))
            : chat.Kind == JsonKind.Object ? Chat(chat["message_content"u8])
            : (MessageKind.Notice, Words(type));
        if ((members.IsBroken || members.HasBrokenValue) && element.IsComplete || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (chat.Kind == JsonKind.Object && text is null && _media is null)
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            At = at,
            From = people.NameOf(from),
            FromId = from,
            Id = id.GetScalar(ref _damaged),
            Kind = kind,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = _media ?? (IReadOnlyList<string>)[],
            File = file,
            Place = place,
        };
    }

    private (MessageKind Kind, string? Text) Chat(JsonValue content)
    {
        var text = new StringBuilder();
        var segments = content["segment"u8].Items;
        while (segments.MoveNext())
        {
            var words = segments.Value["text"u8].GetString(ref _damaged);
            // A line break has no text of its own in some files.
            text.Append(words ?? (segments.Value["type"u8].GetString(ref _damaged) == "LINE_BREAK" ? "\n" : ""));
        }

        var attachments = content["attachment"u8].Items;
        while (attachments.MoveNext())
            TakeEmbed(attachments.Value["embed_item"u8], text);
        return (_media is not null ? MessageKind.Media : _isShare ? MessageKind.Share : MessageKind.Text, text.Length > 0 ? text.ToString() : null);
    }

    private void TakeEmbed(JsonValue embed, StringBuilder text)
    {
        // The name of the member says what it is: "plus_photo", in older files "embeds.PlusPhoto.plus_photo"; "place", "place_v2".
        var members = embed.Members;
        while (members.MoveNext())
        {
            var value = members.Value;
            if (value.Kind != JsonKind.Object)
                continue;
            var address = value["url"u8].GetString(ref _damaged) ?? value["thumbnail"u8]["image_url"u8].GetString(ref _damaged)
                ?? value["original_content_url"u8].GetString(ref _damaged);
            if (members.Name.IndexOf("place"u8) >= 0 || members.Name.IndexOf("Place"u8) >= 0)
            {
                _isShare = true;
                Append(value["name"u8].GetString(ref _damaged), text);
                Append(address, text);
            }
            else if (address is { Length: > 0 })
            {
                (_media ??= []).Add(address);
            }
        }
    }

    private string? Membership(JsonValue change)
    {
        var names = new StringBuilder(Words(change["type"u8]));
        var items = change["participant_id"u8].Items;
        var separator = ": ";
        while (items.MoveNext())
        {
            var id = HangoutsPeople.Id(items.Value, ref _damaged);
            names.Append(separator).Append(people.NameOf(id) ?? id);
            separator = ", ";
        }

        return names.Length > 0 ? names.ToString() : null;
    }

    private string? Words(JsonValue constant) => constant.GetString(ref _damaged)?.Replace('_', ' ').ToLowerInvariant();

    private static void Append(string? line, StringBuilder text)
    {
        if (!string.IsNullOrEmpty(line))
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
    }
}
