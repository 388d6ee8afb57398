using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>Reads one element of <c>messages</c>, in the spelling of Instagram, Messenger, or Messenger's encrypted chats.</summary>
internal ref struct MetaMessage(StructuredFile source, ExportFile file, JsonNames names, ReadingOptions options, ProblemLog problems)
{
    private bool _damaged;
    private string? _sender;
    private string? _content;
    private string? _shareText;
    private string? _shareLink;
    private string? _type;
    private MessageTime _at;
    private bool _hasTime;
    private bool _isUnsent;
    private bool _isCall;
    private bool _isUnreadable;
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
        var members = element.Members;
        while (members.MoveNext())
            Take(in members);
        end = members.Position;
        return !members.IsBroken && !members.HasBrokenValue;
    }

    private Message Finish(JsonValue element, bool isWhole)
    {
        var place = source.Place(element.Start, element.End);
        if (!isWhole && element.IsComplete || !_hasTime)
            problems.Report(ProblemKind.Damaged, place);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding, place);

        var hasFiles = _media is not null;
        if (_shareLink is not null)
            (_media ??= []).Add(_shareLink);
        var kind = Kind(hasFiles, out var text);
        if (_isUnreadable)
            problems.Report(ProblemKind.UnreadableBody, place);
        return new Message
        {
            At = _at,
            From = _sender,
            Kind = kind,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = _media ?? (IReadOnlyList<string>)[],
            Reactions = _reactions ?? (IReadOnlyList<Reaction>)[],
            File = file,
            Place = place,
        };
    }

    private readonly MessageKind Kind(bool hasFiles, out string? text)
    {
        text = _content;
        if (_isUnsent)
            return MessageKind.Unsent;
        if (_isCall || _type is "Call" || _content is not null && PlatformLine.IsCall(_content, _sender))
            return MessageKind.Call;
        var hasShare = _shareLink is not null || _shareText is not null;
        if (hasShare && (_content is null || PlatformLine.IsAttachment(_content, _sender)))
        {
            text = _shareText ?? _shareLink;
            return MessageKind.Share;
        }

        if (hasFiles)
            return MessageKind.Media;
        if (_type is "Subscribe" or "Unsubscribe" || _content is not null && PlatformLine.IsReaction(_content))
            return MessageKind.Notice;
        // No words, no file, not unsent: a message that has expired, or of a kind that the export leaves out.
        if (_content is null)
            return _isUnreadable ? MessageKind.Text : MessageKind.Expired;
        return MetaLines.Shared.IsUnsent(_content, _sender) ? MessageKind.Unsent
            : MetaLines.Shared.IsDeleted(_content) ? MessageKind.Deleted
            : MessageKind.Text;
    }

    private void Take(in JsonMembers member)
    {
        var name = member.Name;
        var value = member.Value;
        if (name.SequenceEqual("sender_name"u8) || name.SequenceEqual("senderName"u8))
            _sender = names.Get(value, ref _damaged);
        else if (name.SequenceEqual("timestamp_ms"u8) || name.SequenceEqual("timestamp"u8))
            TakeTime(value);
        else if (name.SequenceEqual("content"u8) || name.SequenceEqual("text"u8))
            TakeContent(value);
        else if (name.SequenceEqual("photos"u8) || name.SequenceEqual("videos"u8) || name.SequenceEqual("audio_files"u8)
            || name.SequenceEqual("files"u8) || name.SequenceEqual("gifs"u8) || name.SequenceEqual("media"u8))
            TakeFiles(value);
        else if (name.SequenceEqual("sticker"u8))
            TakeFile(value);
        else if (name.SequenceEqual("share"u8))
            TakeShare(value);
        else if (name.SequenceEqual("reactions"u8))
            TakeReactions(value);
        else if (name.SequenceEqual("is_unsent"u8) || name.SequenceEqual("isUnsent"u8))
            _isUnsent = value.IsTrue;
        else if (name.SequenceEqual("call_duration"u8))
            _isCall = true;
        else if (name.SequenceEqual("type"u8))
            _type = String(value);
    }

    private void TakeTime(JsonValue value)
    {
        if (value.GetInt64() is not { } milliseconds || milliseconds is < -62_135_596_800_000 or > 253_402_300_799_999)
            return;
        _at = MessageTime.FromInstant(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        _hasTime = true;
    }

    private void TakeContent(JsonValue value)
    {
        // Encrypted chats write an empty text beside a picture; it means the same as none.
        _content = String(value) is { Length: > 0 } text ? text : null;
        _isUnreadable |= value.Kind is not (JsonKind.String or JsonKind.Null);
    }

    private void TakeFiles(JsonValue value)
    {
        var items = value.Items;
        while (items.MoveNext())
            TakeFile(items.Value);
    }

    private void TakeFile(JsonValue value)
    {
        if (value["uri"u8] is { Kind: JsonKind.String } uri)
            (_media ??= []).Add(String(uri)!);
        else if (value.Kind == JsonKind.Object)
            _isUnreadable = true;
    }

    private void TakeShare(JsonValue value)
    {
        var members = value.Members;
        while (members.MoveNext())
        {
            if (members.IsNamed("link"u8))
                _shareLink = String(members.Value);
            else if (members.IsNamed("share_text"u8))
                _shareText = String(members.Value) is { Length: > 0 } text ? text : null;
        }
    }

    private void TakeReactions(JsonValue value)
    {
        var items = value.Items;
        while (items.MoveNext())
        {
            var symbol = names.Get(items.Value["reaction"u8], ref _damaged);
            if (symbol is not null)
                (_reactions ??= []).Add(new Reaction(names.Get(items.Value["actor"u8], ref _damaged), symbol));
        }
    }

    private string? String(JsonValue value) => value.GetString(ref _damaged) is { } text ? Mojibake.Repair(text) : null;
}
