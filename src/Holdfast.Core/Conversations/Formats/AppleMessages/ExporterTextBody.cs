using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>The lines of one message of imessage-exporter's text, and what they mean.</summary>
internal sealed class ExporterTextBody(ExporterDraft draft, ReadingOptions options)
{
    private const string Indent = "    ";
    private const string ReplyMark = "This message responded to an earlier message.";
    private const string DeletedMark = "This message was deleted from the conversation!";

    private readonly List<string> _lines = [];
    private long _letters;
    private bool _inReactions;

    /// <summary>The message.</summary>
    internal ExporterDraft Draft => draft;

    /// <summary>Adds a line, without the spaces before a reply.</summary>
    internal void Add(TextLine line, string text)
    {
        var isBlank = string.IsNullOrWhiteSpace(text);
        if (!isBlank)
            Reach(line);
        if (_inReactions && text.StartsWith(Indent, StringComparison.Ordinal))
        {
            if (draft.Reactions.Count < 10_000)
                draft.AddReaction(text);
            return;
        }

        _inReactions = text is "Tapbacks:" or "Reactions:";
        if (!_inReactions)
            Keep(text);
    }

    /// <summary>Adds a further piece of a line that is too long.</summary>
    internal void Continue(TextLine line)
    {
        Reach(line);
        if (_lines.Count > 0 && _letters <= options.MaxTextLength)
            _lines[^1] += line.Text;
        _letters += line.Text.Length;
    }

    /// <summary>Makes the message go on to the end of a line.</summary>
    internal void Reach(TextLine line) => Reach(new RecordPlace(line.Offset, line.Length, line.Number));

    /// <summary>Makes the message go on to the end of a place.</summary>
    internal void Reach(RecordPlace place) =>
        draft.Place = draft.Place with { Length = Math.Max(draft.Place.Length, place.Offset + place.Length - draft.Place.Offset) };

    /// <summary>The message, when all its lines are there.</summary>
    internal ExporterDraft Finish()
    {
        Trim();
        var isDeleted = TakeMark(DeletedMark, 0);
        draft.IsReply = TakeMark(ReplyMark, _lines.Count - 1);
        Trim();
        TakeVersions();
        var unsent = _lines.Count == 1 && IsUnsent(_lines[0]);
        var isEvent = _lines is ["SharePlay Message", ..] or ["Started sharing location!"] or ["Stopped sharing location!"];
        var isMissing = _lines.RemoveAll(line => line is "Attachment missing!" or "Attachment does not exist!") > 0;
        TakeFiles();
        Trim();
        draft.Text = unsent || _lines.Count == 0 ? null : string.Join('\n', _lines);
        draft.Kind = isDeleted ? MessageKind.Deleted
            : unsent ? MessageKind.Unsent
            : isEvent ? MessageKind.Notice
            : draft.Media.Count > 0 || isMissing ? MessageKind.Media
            : _lines.Count > 0 && IsLink(_lines[0]) ? MessageKind.Share
            : MessageKind.Text;
        return draft;
    }

    // What is beyond the longest text is not kept, only counted, so that the limit is seen.
    private void Keep(string text)
    {
        if (_letters <= options.MaxTextLength)
            _lines.Add(text);
        _letters += text.Length + 1;
    }

    private void Trim()
    {
        while (_lines.Count > 0 && string.IsNullOrWhiteSpace(_lines[^1]))
            _lines.RemoveAt(_lines.Count - 1);
    }

    private bool TakeMark(string mark, int at)
    {
        if (at < 0 || at >= _lines.Count || _lines[at] != mark)
            return false;
        _lines.RemoveAt(at);
        return true;
    }

    /// <summary>
    /// An edited message begins with the time of its first version, and each later one with <c>Edited 9 seconds later: </c>. Without
    /// that time the same letters are somebody's own words.
    /// </summary>
    private void TakeVersions()
    {
        if (_lines.Count < 2 || !ExporterStamp.TryRead(_lines[0], out var at, out var rest) || rest.IsEmpty)
            return;
        var version = new StringBuilder().Append(rest[1..]);
        var versions = new List<EarlierText>();
        foreach (var line in _lines.Skip(1))
        {
            if (!ExporterStamp.TryReadEdit(line, out var span, out var words) || !words.StartsWith(": "))
            {
                version.Append('\n').Append(line);
                continue;
            }

            versions.Add(new EarlierText(version.ToString(), at));
            at = at.Knowledge != TimeKnowledge.None && span < DateTime.MaxValue - at.Wall ? MessageTime.FromWall(at.Wall + span) : MessageTime.None;
            version.Clear().Append(words[2..]);
        }

        if (versions.Count == 0)
            return;
        draft.Earlier.AddRange(versions);
        draft.EditedAt = at;
        _lines.Clear();
        _lines.AddRange(version.ToString().Split('\n'));
    }

    private void TakeFiles()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (FilePath(_lines[i]) is not { } path)
                continue;
            draft.Media.Add(path);
            _lines.RemoveAt(i--);
            // One message has few files; removing lines from a long list for each of a million would take for ever.
            if (draft.Media.Count >= 100)
                return;
        }
    }

    // A file is a line of its own with nothing before it: a path below the export's folder or on the computer it came from.
    private static string? FilePath(string line)
    {
        const string Sticker = "Sticker from ";
        if (line.IndexOf(Sticker, StringComparison.Ordinal) is >= 0 and < 20 && line.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0)
            line = line[(colon + 2)..].Split(" (")[0];
        var isPath = line.StartsWith("attachments/", StringComparison.Ordinal)
            || (line.StartsWith('/') || line.StartsWith("~/", StringComparison.Ordinal)) && line.AsSpan(1).Contains('/');
        var name = line.AsSpan(line.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        var hasEnding = dot > 0 && name.Length - dot is >= 2 and <= 6 && name[(dot + 1)..].IndexOfAnyExceptInRange('0', 'z') < 0;
        return isPath && (hasEnding || line.Contains("/Attachments/", StringComparison.Ordinal)) ? line : null;
    }

    // "You unsent this message part 3 seconds after sending!" and, before, without the time.
    private static bool IsUnsent(string line) =>
        line.EndsWith('!') && (line.Contains(" unsent this message part", StringComparison.Ordinal) || line.EndsWith(" unsent a message!", StringComparison.Ordinal));

    private static bool IsLink(string line) =>
        (line.StartsWith("https://", StringComparison.Ordinal) || line.StartsWith("http://", StringComparison.Ordinal)) && !line.Contains(' ', StringComparison.Ordinal);
}
