using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>
/// Reads one element of <c>chat_history</c> or <c>snap_history</c>, of 2024 (<c>From</c>, <c>IsSender</c>, <c>Content</c>) or
/// before (<c>From</c> or <c>To</c>, <c>Text</c>).
/// </summary>
internal ref struct SnapchatRecord(StructuredFile source, ExportFile file, ReadingOptions options, ProblemLog problems)
{
    private bool _damaged;
    private string? _type;
    private string? _content;
    private bool _isUnreadable;
    private string? _created;
    private long? _number;
    private List<string>? _media;

    /// <summary>Who wrote it, as the record says.</summary>
    internal string? From { get; private set; }

    /// <summary>Whom it went to; only before 2024.</summary>
    internal string? To { get; private set; }

    /// <summary>The name of the group, in groups.</summary>
    internal string? Title { get; private set; }

    /// <summary>True when the owner wrote it, false when somebody else did, null when the record does not say.</summary>
    internal bool? IsSender { get; private set; }

    /// <summary>What Snapchat calls the kind of record.</summary>
    internal readonly string Type => _type?.ToUpperInvariant() ?? "";

    /// <summary>Takes in the fields.</summary>
    internal void Read(JsonValue element)
    {
        var place = source.Place(element.Start, element.End);
        var members = element.Members;
        while (members.MoveNext())
            Take(in members);
        if ((members.IsBroken || members.HasBrokenValue) && element.IsComplete)
            problems.Report(ProblemKind.Damaged, place);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);
        if (_isUnreadable)
            problems.Report(ProblemKind.UnreadableBody, place);
    }

    /// <summary>The message, once it is known who wrote it.</summary>
    internal readonly Message ToMessage(JsonValue element, string? sender, string? senderId)
    {
        var place = source.Place(element.Start, element.End);
        var kind = Kind(out var text);
        return new Message
        {
            At = Time(place),
            From = sender,
            FromId = senderId,
            Kind = kind,
            Event = SnapchatKind.EventOf(_type),
            Text = TextLimit.Apply(text, options, problems, place),
            Media = _media ?? (IReadOnlyList<string>)[],
            File = file,
            Place = place,
        };
    }

    private readonly MessageKind Kind(out string? text)
    {
        text = _content;
        var kind = SnapchatKind.Of(_type, ref text, _media is not null);
        return kind == MessageKind.NotExported && _isUnreadable ? MessageKind.Text : kind;
    }

    private readonly MessageTime Time(RecordPlace place)
    {
        // The field that is called microseconds holds milliseconds in real downloads.
        var number = MachineTime.FromEpoch(_number);
        var created = MachineTime.Read(_created, isUtc: true);
        var isDoubtful = number.Knowledge == TimeKnowledge.None
            ? created.Knowledge == TimeKnowledge.None
            : _created is not null && (number.Since(created) is not { } difference || Math.Abs(difference.TotalSeconds) >= 2);
        if (isDoubtful)
            problems.Report(ProblemKind.Damaged, place);
        return number.Knowledge == TimeKnowledge.None ? created : number;
    }

    private void Take(in JsonMembers member)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case var n when n.SequenceEqual("From"u8):
                From = Name(value) ?? From;
                break;
            case var n when n.SequenceEqual("To"u8):
                To = Name(value) ?? To;
                break;
            case var n when n.SequenceEqual("Media Type"u8):
                _type = value.GetString(ref _damaged);
                break;
            case var n when n.SequenceEqual("Content"u8) || n.SequenceEqual("Text"u8):
                _content = value.GetString(ref _damaged) ?? _content;
                _isUnreadable |= value.Kind is JsonKind.Object or JsonKind.Array or JsonKind.None;
                break;
            case var n when n.SequenceEqual("Created"u8):
                _created = value.GetString(ref _damaged);
                break;
            case var n when n.SequenceEqual("Created(microseconds)"u8):
                _number = value.GetInt64();
                break;
            case var n when n.SequenceEqual("Conversation Title"u8):
                Title = Name(value);
                break;
            case var n when n.SequenceEqual("IsSender"u8) || n.SequenceEqual("isSender"u8):
                IsSender = value.Kind == JsonKind.Boolean ? value.IsTrue : null;
                break;
            case var n when n.SequenceEqual("Media IDs"u8):
                TakeMedia(value);
                break;
            default:
                break;
        }
    }

    private void TakeMedia(JsonValue value)
    {
        if (value.Raw.Length <= 2)
            return;
        foreach (var id in value.GetString(ref _damaged)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
            (_media ??= []).Add(options.Media?.NameOf(id) ?? id);
        var items = value.Items;
        while (items.MoveNext())
        {
            if (items.Value.GetString(ref _damaged) is { Length: > 0 } id)
                (_media ??= []).Add(options.Media?.NameOf(id) ?? id);
        }
    }

    private string? Name(JsonValue value) => value.GetString(ref _damaged) is { Length: > 0 } name ? name : null;
}
