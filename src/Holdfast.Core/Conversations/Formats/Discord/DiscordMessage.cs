using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>Reads one element of the <c>messages</c> of a DiscordChatExporter file.</summary>
internal ref struct DiscordMessage(StructuredFile source, ExportFile file, JsonNames names, ReadingOptions options, ProblemLog problems)
{
    private bool _damaged;
    private string? _id;
    private string? _type;
    private JsonValue _content;
    private JsonValue _timestamp;
    private JsonValue _edited;
    private JsonValue _callEnded;
    private JsonValue _author;
    private JsonValue _embeds;
    private JsonValue _reference;
    private JsonValue _forwarded;
    private List<string>? _media;
    private List<Reaction>? _reactions;

    /// <summary>The name under which the server or the other side shows the sender.</summary>
    internal string? Nickname { get; private set; }

    /// <summary>The message that the element holds. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(JsonValue element)
    {
        var place = source.Place(element.Start, element.End);
        var members = element.Members;
        while (members.MoveNext())
            Take(in members);
        var at = MachineTime.Read(_timestamp.GetString(ref _damaged), isUtc: false);
        if (at.Knowledge != TimeKnowledge.Instant && Snowflake.TimeOf(_id) is { Knowledge: TimeKnowledge.Instant } exact)
            at = exact;
        Nickname = names.Get(_author["nickname"u8], ref _damaged);
        var kind = _callEnded.Kind == JsonKind.String ? MessageKind.Call : DiscordKinds.Of(_type);
        var text = Text();
        var quoted = Forwarded();
        if (kind == MessageKind.Text)
        {
            // A forwarded message is somebody else's words, passed on: they are quoted, and what the sender wrote stays text.
            kind = _forwarded.Kind == JsonKind.Object ? MessageKind.Share
                : _media is not null ? MessageKind.Media
                : _content.Kind != JsonKind.String || _content.Raw.Length <= 2 ? (string.IsNullOrEmpty(text) ? kind : MessageKind.Share)
                : kind;
        }

        if ((members.IsBroken || members.HasBrokenValue) && element.IsComplete || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (_content.Kind is not (JsonKind.String or JsonKind.Null or JsonKind.None))
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            At = at,
            From = names.Get(_author["name"u8], ref _damaged),
            FromId = names.Get(_author["id"u8], ref _damaged) ?? _author["id"u8].GetScalar(ref _damaged),
            Id = _id,
            Kind = kind,
            Text = TextLimit.Apply(text, options, problems, place),
            Quoted = TextLimit.Apply(quoted, options, problems, place),
            Media = _media ?? (IReadOnlyList<string>)[],
            Reactions = _reactions ?? (IReadOnlyList<Reaction>)[],
            ReplyTo = kind is MessageKind.Notice or MessageKind.Call || quoted is not null ? null : _reference["messageId"u8].GetScalar(ref _damaged),
            EditedAt = MachineTime.Read(_edited.GetString(ref _damaged), isUtc: false),
            File = file,
            Place = place,
        };
    }

    private string? Text()
    {
        var text = _content.GetString(ref _damaged);
        StringBuilder? words = null;
        var embeds = _embeds.Items;
        while (embeds.MoveNext())
        {
            words ??= new StringBuilder();
            // What a page says about itself is not the sender's: the link is, and it stands in the text.
            if (!DiscordEmbed.IsPreviewOf(embeds.Value, text, ref _damaged))
                DiscordEmbed.AppendWords(embeds.Value, words, ref _damaged);
        }

        return words is null or { Length: 0 } ? text : string.IsNullOrEmpty(text) ? words.ToString() : $"{text}\n{words}";
    }

    private string? Forwarded()
    {
        if (_forwarded.Kind != JsonKind.Object)
            return null;
        var words = new StringBuilder(_forwarded["content"u8].GetString(ref _damaged));
        var embeds = _forwarded["embeds"u8].Items;
        while (embeds.MoveNext())
        {
            if (!DiscordEmbed.IsPreviewOf(embeds.Value, words.ToString(), ref _damaged))
                DiscordEmbed.AppendWords(embeds.Value, words, ref _damaged);
        }

        TakeMedia(_forwarded["attachments"u8]);
        TakeMedia(_forwarded["stickers"u8]);
        return words.ToString();
    }

    private void Take(in JsonMembers member)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case var n when n.SequenceEqual("id"u8):
                _id = value.GetScalar(ref _damaged);
                break;
            case var n when n.SequenceEqual("type"u8):
                _type = names.Get(value, ref _damaged) ?? value.GetScalar(ref _damaged);
                break;
            case var n when n.SequenceEqual("timestamp"u8):
                _timestamp = value;
                break;
            case var n when n.SequenceEqual("timestampEdited"u8):
                _edited = value;
                break;
            case var n when n.SequenceEqual("callEndedTimestamp"u8):
                _callEnded = value;
                break;
            case var n when n.SequenceEqual("content"u8):
                _content = value;
                break;
            case var n when n.SequenceEqual("author"u8):
                _author = value;
                break;
            case var n when n.SequenceEqual("embeds"u8):
                _embeds = value;
                break;
            case var n when n.SequenceEqual("reference"u8):
                _reference = value;
                break;
            case var n when n.SequenceEqual("forwardedMessage"u8):
                _forwarded = value;
                break;
            case var n when n.SequenceEqual("attachments"u8) || n.SequenceEqual("stickers"u8):
                TakeMedia(value);
                break;
            case var n when n.SequenceEqual("reactions"u8):
                TakeReactions(value);
                break;
        }
    }

    private void TakeMedia(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            var item = items.Value;
            if ((item["url"u8].GetString(ref _damaged) ?? item["sourceUrl"u8].GetString(ref _damaged) ?? item["fileName"u8].GetString(ref _damaged)
                ?? item["name"u8].GetString(ref _damaged)) is { Length: > 0 } path)
                (_media ??= []).Add(path);
        }
    }

    private void TakeReactions(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            if (items.Value["emoji"u8]["name"u8].GetString(ref _damaged) is not { Length: > 0 } symbol)
                continue;
            var users = items.Value["users"u8].Items;
            var named = 0;
            while (users.MoveNext())
            {
                (_reactions ??= []).Add(new Reaction(users.Value["name"u8].GetString(ref _damaged), symbol));
                named++;
            }

            // Older files only count them.
            if (named == 0)
                (_reactions ??= []).Add(new Reaction(null, symbol));
        }
    }
}
