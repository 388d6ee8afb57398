using System.Globalization;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.Markup;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Dating;

/// <summary>The messages with one match.</summary>
internal sealed class TinderMatch(ExportFile file, StructuredFile source, ReadingOptions options, ProblemLog problems)
{
    // What Tinder calls the owner.
    private const string Self = "You";

    private static readonly string[] Dates = ["d MMMM yyyy HH:mm:ss", "d MMM yyyy HH:mm:ss"];

    private readonly List<Message> _messages = [];
    private readonly NamesSeen _others = new();
    private string? _id;
    private bool _damaged;

    /// <summary>True when somebody else than the owner wrote something.</summary>
    internal bool HasOthers => _messages.Exists(message => message.From is not (null or Self));

    /// <summary>Reads the match.</summary>
    internal void Read(JsonValue match, JsonRecords walk)
    {
        _id = match["match_id"u8].GetScalar(ref _damaged);
        foreach (var item in walk.In(match["messages"u8]))
            _messages.Add(ReadMessage(item));
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
    }

    /// <summary>Pushes the conversation to the sink, oldest message first; returns how many messages it has.</summary>
    internal int HandOn(IConversationSink sink)
    {
        if (_messages.Count == 0)
            return 0;
        MessageOrder.OldestFirst(_messages);
        var names = new NamesSeen();
        foreach (var message in _messages)
            names.Add(message.From);
        foreach (var other in _others.All)
            names.Add(other);
        var me = names.SaidToBeMe(options) ?? (names.Contains(Self) ? Self : null);
        sink.Begin(new ConversationHeader(TinderReader.FormatName) { Title = _id, Id = _id, Owner = me });
        foreach (var message in _messages)
            sink.Add(message);
        sink.End(new ConversationFooter { Participants = names.All, OwnerConfidence = me is null ? 0 : 1 });
        return _messages.Count;
    }

    private Message ReadMessage(JsonValue item)
    {
        var place = source.Place(item.Start, item.End);
        string? from = null, text = null, date = null, type = null, picture = null;
        var isUnreadable = false;
        var members = item.Members;
        while (members.MoveNext())
        {
            var value = members.Value;
            if (members.IsNamed("from"u8))
                from = value.GetScalar(ref _damaged);
            else if (members.IsNamed("to"u8))
                _others.Add(value.GetScalar(ref _damaged));
            else if (members.IsNamed("message"u8))
                (text, isUnreadable) = (value.GetString(ref _damaged), value.Kind is not (JsonKind.String or JsonKind.Null));
            else if (members.IsNamed("sent_date"u8))
                date = value.GetString(ref _damaged);
            else if (members.IsNamed("type"u8))
                type = value.GetString(ref _damaged);
            else if (members.IsNamed("fixed_height"u8))
                picture = value.GetString(ref _damaged);
        }

        var at = Time(date);
        if ((members.IsBroken || members.HasBrokenValue) && item.IsComplete || at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        if (isUnreadable)
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            At = at,
            From = string.IsNullOrEmpty(from) ? null : from,
            Kind = type switch
            {
                "gif" or "sticker" or "image" or "voice" => MessageKind.Media,
                "contact_card" => MessageKind.ContactCard,
                _ => picture is not null ? MessageKind.Media : text is null && !isUnreadable ? MessageKind.NotExported : MessageKind.Text,
            },
            Text = text is null ? null : TextLimit.Apply(CharacterReferences.Decode(text, MarkupDialect.Html), options, problems, place),
            Media = picture is null ? [] : [picture],
            File = file,
            Place = place,
        };
    }

    // "Fri, 02 July 2021 20:31:15 GMT", the month also in short; the day of the week adds nothing.
    private static MessageTime Time(string? text)
    {
        if (text is null || text.Length > 60)
            return MessageTime.None;
        var rest = text.AsSpan(text.IndexOf(',', StringComparison.Ordinal) + 1).Trim();
        var isUtc = rest.EndsWith(" GMT", StringComparison.Ordinal);
        if (isUtc)
            rest = rest[..^4];
        return DateTime.TryParseExact(rest, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? isUtc ? MessageTime.FromInstant(new DateTimeOffset(time, TimeSpan.Zero)) : MessageTime.FromWall(time)
            : MachineTime.Read(text, isUtc: false);
    }
}
