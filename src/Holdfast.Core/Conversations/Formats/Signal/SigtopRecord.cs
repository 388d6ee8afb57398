using MimeKit.Utils;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>One record of sigtop's text: fields, an empty line, and what was said, or all versions of it.</summary>
internal sealed class SigtopRecord
{
    private readonly List<string> _media = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<Reaction> _reactions = [];
    private readonly List<EarlierText> _earlier = [];
    private readonly ReadingOptions _options;
    private string? _from;
    private string? _fromId;
    private string? _type;
    private MessageTime _sent;
    private MessageTime _received;
    private MessageTime _edited;
    private bool _isEdited;
    private SigtopContent _content = new(null, null);

    private SigtopRecord(ReadingOptions options) => _options = options;

    /// <summary>Reads a record.</summary>
    internal static Message Read(string text, ExportFile file, RecordPlace place, ReadingOptions options, ProblemLog problems)
    {
        var record = new SigtopRecord(options);
        var lines = text.Split('\n');
        var end = Array.IndexOf(lines, "");
        end = end < 0 ? lines.Length : end;
        foreach (var line in lines.AsSpan(0, end))
            record.TakeField(line);
        if (record._isEdited)
            record.TakeVersions(lines.AsSpan(end));
        else
            record._content = SigtopContent.Read(lines.AsSpan(end));
        var at = record._sent.Knowledge != TimeKnowledge.None ? record._sent : record._received;
        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        return new Message
        {
            At = at,
            From = record._from,
            FromId = record._fromId,
            Kind = record.Kind,
            // A notice has no words of its own; its type says what happened.
            Text = record._content.Text ?? (record.Kind is MessageKind.Notice or MessageKind.Call ? record._type?.Replace('-', ' ') : null),
            Quoted = record._content.Quoted,
            Media = record._media,
            Reactions = record._reactions,
            Earlier = record._earlier,
            EditedAt = record._edited,
            File = file,
            Place = place,
        };
    }

    private MessageKind Kind => _type switch
    {
        "incoming" or "outgoing" or "story" or "unknown" or null => _media.Count > 0 ? MessageKind.Media
            // Deleted, seen once, or of a kind that the program does not write: only the fields are left.
            : _content.Text is null && _content.Quoted is null ? MessageKind.NotExported
            : MessageKind.Text,
        "call-history" => MessageKind.Call,
        _ => MessageKind.Notice,
    };

    private void TakeField(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0)
            return;
        var value = line[(colon + 2)..];
        switch (line[..colon])
        {
            case "From":
                var person = SigtopPerson.Read(value);
                (_from, _fromId) = (SignalNames.Sender(person.Name, _options), person.Id);
                break;
            case "Type":
                _type = value;
                break;
            case "Sent":
                _sent = Time(value);
                break;
            case "Received":
                _received = Time(value);
                break;
            case "Attachment":
                _media.Add(FileName(value));
                break;
            case "Reaction":
                TakeReaction(value);
                break;
            case "Edited":
                _isEdited = true;
                break;
        }
    }

    private void TakeReaction(string value)
    {
        var from = value.IndexOf(" from ", StringComparison.Ordinal);
        _reactions.Add(from < 0 ? new Reaction(null, value)
            : new Reaction(SignalNames.Sender(SigtopPerson.Read(value[(from + 6)..]).Name, _options), value[..from]));
    }

    // "| Version: 2", its fields, an empty "|", its words; the newest version comes first.
    private void TakeVersions(ReadOnlySpan<string> lines)
    {
        var version = new List<string>();
        var versions = new List<(MessageTime Sent, SigtopContent Content)>();
        foreach (var line in lines)
        {
            if (!line.StartsWith('|'))
                continue;
            var text = line.Length > 1 && line[1] == ' ' ? line[2..] : line[1..];
            if (text.StartsWith("Version: ", StringComparison.Ordinal) && (version.Count == 0 || version[^1].Length == 0))
                Close();
            version.Add(text);
        }

        Close();
        if (versions.Count == 0)
            return;
        _content = versions[0].Content;
        _edited = versions.Count > 1 ? versions[0].Sent : MessageTime.None;
        for (var i = versions.Count - 1; i > 0; i--)
            _earlier.Add(new EarlierText(versions[i].Content.Text ?? "", versions[i].Sent));

        void Close()
        {
            if (version.Count == 0)
                return;
            var end = version.IndexOf("");
            var fields = version[..(end < 0 ? version.Count : end)];
            foreach (var field in fields)
            {
                if (field.StartsWith("Attachment: ", StringComparison.Ordinal) && FileName(field["Attachment: ".Length..]) is var name && _seen.Add(name))
                    _media.Add(name);
            }

            var sent = fields.Find(f => f.StartsWith("Sent: ", StringComparison.Ordinal));
            versions.Add((sent is null ? MessageTime.None : Time(sent["Sent: ".Length..]), SigtopContent.Read(end < 0 ? [] : version[end..].ToArray())));
            version.Clear();
        }
    }

    // "proof.png (image/png, 11 bytes)"
    private static string FileName(string value) => value.LastIndexOf(" (", StringComparison.Ordinal) is var open and > 0 ? value[..open] : value;

    // RFC 5322: "Wed, 12 Jun 2024 08:13:00 +0200".
    private static MessageTime Time(string value) =>
        value.Length < 60 && DateUtils.TryParse(value, out var time) ? MessageTime.FromInstant(time) : MessageTime.None;
}
