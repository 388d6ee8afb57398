using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.TikTok;

/// <summary>
/// Walks through a <c>user_data.json</c>. The sections have been renamed and moved often, so they are known by the names of
/// the lists in them, wherever those stand.
/// </summary>
internal sealed class TikTokFile(
    ExportFile file, StructuredFile source, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private const int Deepest = 6;

    private readonly JsonRecords _walk = new(source, problems);
    private readonly JsonNames _names = new(name => name);
    private readonly List<TikTokChat> _chats = [];
    private string? _profile;
    private long _records;

    /// <summary>Reads the file.</summary>
    internal void Read()
    {
        Visit(JsonValue.Root(source), isChats: false, depth: 0);
        var owner = ChatOwner.Find(_profile, _chats.Select(chat => (chat.Partner, chat.Names)));
        foreach (var chat in _chats)
            chat.HandOn(TikTokJsonReader.FormatName, owner, options, sink);
        if (_records == 0)
            problems.Report(ProblemKind.NoMessages);
    }

    private void Visit(JsonValue value, bool isChats, int depth)
    {
        foreach (var (name, inner) in _walk.Of(value))
        {
            if (inner.Kind == JsonKind.Array)
            {
                if (isChats || TikTokChat.IsHeading(name))
                    ReadChat(name, inner);
                else if (Relation(name) is { } relation)
                    ReadContacts(inner, relation);
            }
            else if (inner.Kind == JsonKind.Object && depth < Deepest)
            {
                if (name == "ProfileMap")
                    _profile ??= Text(inner["userName"u8]);
                else
                    Visit(inner, name is "ChatHistory" or "GroupChat", depth + 1);
            }
        }
    }

    private void ReadChat(string heading, JsonValue list)
    {
        var chat = new TikTokChat(TikTokChat.PartnerOf(heading), isGroup: !TikTokChat.IsHeading(heading));
        foreach (var item in _walk.In(list))
        {
            _records++;
            chat.Add(ReadMessage(item));
        }

        _chats.Add(chat);
    }

    private Message ReadMessage(JsonValue item)
    {
        var place = _walk.Place(item);
        var damaged = false;
        string? from = null, date = null, text = null;
        var isUnreadable = false;
        var members = item.Members;
        while (members.MoveNext())
        {
            if (members.IsNamed("From"u8) || members.IsNamed("from"u8))
                from = _names.Get(members.Value, ref damaged);
            else if (members.IsNamed("Date"u8) || members.IsNamed("date"u8))
                date = members.Value.GetString(ref damaged);
            else if (members.IsNamed("Content"u8) || members.IsNamed("content"u8) || members.IsNamed("comment"u8) || members.IsNamed("Comment"u8)
                || members.IsNamed("Text"u8))
            {
                text = members.Value.GetString(ref damaged) ?? text;
                isUnreadable |= members.Value.Kind is not (JsonKind.String or JsonKind.Null);
            }
        }

        var at = MachineTime.Read(date, isUtc: true);
        if ((members.IsBroken || members.HasBrokenValue) && item.IsComplete || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (isUnreadable)
            problems.Report(ProblemKind.UnreadableBody, place);
        if (damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        return new Message
        {
            At = at,
            From = string.IsNullOrEmpty(from) ? null : from,
            Kind = isUnreadable ? MessageKind.Text : TikTokChat.KindOf(text),
            Text = TextLimit.Apply(text, options, problems, place),
            File = file,
            Place = place,
        };
    }

    private void ReadContacts(JsonValue list, ContactRelation relation)
    {
        foreach (var item in _walk.In(list))
        {
            _records++;
            sink.Add(new Contact
            {
                Format = TikTokJsonReader.FormatName,
                Relation = relation,
                Id = Text(item["UserName"u8]) ?? Text(item["userName"u8]) ?? Text(item["Username"u8]),
                At = MachineTime.Read(Text(item["Date"u8]) ?? Text(item["date"u8]), isUtc: true),
                File = file,
                Place = _walk.Place(item),
            });
        }
    }

    private static ContactRelation? Relation(string name) => name switch
    {
        "FansList" or "FollowerList" => ContactRelation.Follower,
        "Following" or "FollowingList" => ContactRelation.Following,
        "BlockList" => ContactRelation.Blocked,
        "FriendList" or "FriendsList" => ContactRelation.Friend,
        "FollowRequestList" or "FollowRequests" => ContactRelation.RequestReceived,
        _ => null,
    };

    private static string? Text(JsonValue value)
    {
        var ignored = false;
        return value.GetString(ref ignored) is { Length: > 0 } text ? text : null;
    }
}
