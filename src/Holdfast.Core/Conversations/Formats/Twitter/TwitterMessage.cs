using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Twitter;

/// <summary>
/// Reads one event of a conversation: a message, or something that happened to the conversation. People have no names in
/// the archive, only numbers.
/// </summary>
internal ref struct TwitterMessage(TwitterFile file, ReadingOptions options, NamesSeen people)
{
    private const string LocalMedia = "direct_messages_media/";
    private const string MediaAddress = "/dm/";
    private const int LongestNotice = 2_000;

    private bool _damaged;
    private bool _isUnreadable;
    private string? _id;
    private string? _sender;
    private string? _text;
    private string? _created;
    private JsonValue _urls;
    private List<string>? _media;
    private List<Reaction>? _reactions;
    private List<EarlierText>? _earlier;
    private StringBuilder? _facts;

    /// <summary>The name that the event gives to the conversation, if it is of that kind.</summary>
    internal string? Title { get; private set; }

    /// <summary>The message that the event holds. What is broken in it is reported; it is never dropped.</summary>
    internal Message Read(JsonValue element)
    {
        var place = file.Source.Place(element.Start, element.End);
        var outer = element.Members;
        var isEvent = outer.MoveNext() && outer.Value.Kind == JsonKind.Object;
        var kind = isEvent ? JsonText.Decode(outer.Name, ref _damaged) : "";
        var members = isEvent ? outer.Value.Members : default;
        var isMessage = kind is "messageCreate" or "welcomeMessageCreate";
        while (members.MoveNext())
        {
            if (isMessage)
                Take(members);
            else
                TakeNotice(members, kind);
        }

        var text = !isMessage ? Notice(kind)
            : _text is null ? null : TweetText.Expand(TweetText.Unescape(_text), _urls, ref _damaged);
        var at = MachineTime.Read(_created, isUtc: true);
        if ((members.IsBroken || members.HasBrokenValue) && element.IsComplete || at.Knowledge == TimeKnowledge.None)
            file.Problems.Report(ProblemKind.Damaged, place);
        if (_isUnreadable || !isEvent)
            file.Problems.Report(ProblemKind.UnreadableBody, place);
        if (_damaged)
            file.Problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        return new Message
        {
            Id = _id,
            At = at,
            From = _sender,
            FromId = _sender,
            Kind = !isMessage ? MessageKind.Notice : _media is not null ? MessageKind.Media
                : text is not null && TweetText.IsShared(text) ? MessageKind.Share : MessageKind.Text,
            Text = TextLimit.Apply(text, options, file.Problems, place),
            Media = _media ?? (IReadOnlyList<string>)[],
            Reactions = _reactions ?? (IReadOnlyList<Reaction>)[],
            Earlier = _earlier is null ? [] : [.. _earlier.OrderBy(earlier => earlier.At)],
            File = file.File,
            Place = place,
        };
    }

    private readonly string Notice(string kind) => _facts is null ? kind : $"{kind}: {_facts}";

    private void Take(JsonMembers member)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case var n when n.SequenceEqual("id"u8):
                _id = value.GetScalar(ref _damaged);
                break;
            case var n when n.SequenceEqual("senderId"u8):
                _sender = Person(value);
                break;
            case var n when n.SequenceEqual("recipientId"u8):
                Person(value);
                break;
            case var n when n.SequenceEqual("text"u8):
                _text = value.GetString(ref _damaged);
                _isUnreadable |= value.Kind is not (JsonKind.String or JsonKind.Null);
                break;
            case var n when n.SequenceEqual("createdAt"u8):
                _created = value.GetString(ref _damaged);
                break;
            case var n when n.SequenceEqual("mediaUrls"u8):
                TakeMedia(value);
                break;
            case var n when n.SequenceEqual("urls"u8):
                _urls = value;
                break;
            case var n when n.SequenceEqual("reactions"u8):
                TakeReactions(value);
                break;
            case var n when n.SequenceEqual("editHistory"u8):
                TakeEarlier(value);
                break;
            default:
                break;
        }
    }

    private void TakeNotice(JsonMembers member, string kind)
    {
        var value = member.Value;
        if (member.IsNamed("createdAt"u8))
            _created = value.GetString(ref _damaged);
        else if (member.IsNamed("initiatingUserId"u8) || member.IsNamed("senderId"u8))
            _sender = Person(value);
        else if (member.IsNamed("id"u8))
            _id = value.GetScalar(ref _damaged);
        else if (value.Kind == JsonKind.Array)
            TakePeople(value);
        else if (value.GetScalar(ref _damaged) is { Length: > 0 } fact)
            AddFact(fact);
        if (kind == "conversationNameUpdate" && member.IsNamed("name"u8))
            Title = value.GetString(ref _damaged);
    }

    private void TakePeople(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            if (Person(items.Value) is { } person)
                AddFact(person);
        }
    }

    private void AddFact(string fact)
    {
        _facts ??= new StringBuilder();
        if (_facts.Length < LongestNotice)
            _facts.Append(_facts.Length == 0 ? "" : ", ").Append(fact.AsSpan(0, TextLimit.Cut(fact, LongestNotice)));
    }

    private string? Person(JsonValue value)
    {
        var id = value.GetScalar(ref _damaged) is { Length: > 0 } text ? text : null;
        people.Add(id);
        return id;
    }

    private void TakeMedia(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            if (items.Value.GetString(ref _damaged) is { Length: > 0 } address)
                (_media ??= []).Add(LocalName(address));
        }
    }

    // https://ton.twitter.com/dm/MESSAGE/MEDIA/NAME lies beside the file as direct_messages_media/MESSAGE-NAME.
    private static string LocalName(string address)
    {
        var at = address.IndexOf(MediaAddress, StringComparison.Ordinal);
        var parts = at < 0 ? [] : address[(at + MediaAddress.Length)..].Split('/');
        return parts is [{ Length: > 0 } message, _, { Length: > 0 } name] ? $"{LocalMedia}{message}-{name}" : address;
    }

    private void TakeReactions(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            var symbol = items.Value["emoji"u8].GetString(ref _damaged) ?? items.Value["reactionKey"u8].GetString(ref _damaged);
            if (symbol is not null)
                (_reactions ??= []).Add(new Reaction(items.Value["senderId"u8].GetScalar(ref _damaged), symbol));
        }
    }

    private void TakeEarlier(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            string? text = null;
            var at = MessageTime.None;
            var members = items.Value.Members;
            while (members.MoveNext())
            {
                var value = members.Value;
                if (members.Name.EndsWith("ext"u8))
                    text = value.GetString(ref _damaged) ?? text;
                else if (members.Name.StartsWith("createdAt"u8) || members.IsNamed("timestamp"u8))
                    at = value.GetInt64() is { } number ? MachineTime.FromEpoch(number) : MachineTime.Read(value.GetString(ref _damaged), isUtc: true);
            }

            if (text is not null)
                (_earlier ??= []).Add(new EarlierText(TweetText.Unescape(text), at));
            else
                _isUnreadable = true;
        }
    }
}
