using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>One plain-text file of DiscordChatExporter.</summary>
internal sealed class DiscordTextFile(
    ExportFile file, ReadingOptions options, ProblemLog problems, LearntOrder order, GatheredConversation conversation)
{
    private const int LongestPiece = 64 * 1024;

    private readonly RecordBody _body = new(options);
    private readonly List<string> _media = [];
    private readonly List<Reaction> _reactions = [];
    private readonly StringBuilder _embed = new();
    private string? _section;
    private string? _from;
    private MessageTime _at;
    private bool _isOpen;
    private bool _wasEmpty;
    private int _rules;
    private bool _hasFooter;
    private int _orphans;

    /// <summary>The server, or "Direct Messages".</summary>
    internal string? Guild { get; private set; }

    /// <summary>The channel; in a chat of two the other person.</summary>
    internal string? Channel { get; private set; }

    /// <summary>Collects the dates of all headers, to learn their order. A file that cannot be opened is reported when it is read.</summary>
    internal static void Survey(ExportFile file, ReadingOptions options, List<string> stamps)
    {
        try
        {
            using var lines = new TextLines(file.Open(), LongestPiece);
            while (lines.MoveNext() && stamps.Count < options.MaxTextLength)
            {
                if (!lines.Current.Continues && TrySplit(lines.Current.Text, out var stamp, out _))
                    stamps.Add(stamp);
            }
        }
        catch (IOException)
        {
            return;
        }
    }

    /// <summary>Reads the file.</summary>
    internal void Read()
    {
        using var lines = new TextLines(file.Open(), LongestPiece);
        try
        {
            while (lines.MoveNext())
                Take(lines.Current);
        }
        finally
        {
            Flush();
            if (lines.IsDamaged)
                problems.ReportOnce(ProblemKind.InvalidEncoding);
        }

        if (!_hasFooter)
            problems.Report(ProblemKind.Truncated);
    }

    private void Take(in TextLine line)
    {
        var text = line.Text;
        if (!line.Continues && text == DiscordTextReader.Rule)
        {
            TakeRule(line);
        }
        else if (_rules < 2)
        {
            TakePreamble(text);
        }
        else if (!line.Continues && (_wasEmpty || !_isOpen) && TrySplit(text, out var stamp, out var author) && order.Read(stamp) is { Knowledge: not TimeKnowledge.None } at)
        {
            Flush();
            Open(line, at, author);
        }
        else if (_isOpen)
        {
            TakeBody(line);
        }
        else if (text.Length > 0 && !(_rules == 3 && text.StartsWith("Exported ", StringComparison.Ordinal)))
        {
            problems.Report(_orphans++ == 0 ? ProblemKind.TextBeforeFirstMessage : ProblemKind.Damaged, new RecordPlace(line.Offset, line.Length, line.Number));
        }

        _wasEmpty = text.Length == 0;
    }

    // The first two rules enclose the preamble, the third begins the footer. The footer stands after an empty line; a rule that
    // somebody typed inside a message does not.
    private void TakeRule(in TextLine line)
    {
        if (_rules >= 2 && _isOpen && !_wasEmpty)
        {
            TakeBody(line);
            return;
        }

        _rules++;
        if (_rules == 3)
        {
            Flush();
            _hasFooter = true;
        }
    }

    private void TakePreamble(string text)
    {
        if (text.StartsWith("Guild: ", StringComparison.Ordinal))
            Guild ??= text["Guild: ".Length..];
        else if (text.StartsWith("Channel: ", StringComparison.Ordinal))
            Channel ??= text[(text.LastIndexOf(" / ", StringComparison.Ordinal) is var slash and > 0 ? slash + 3 : "Channel: ".Length)..];
    }

    private void Open(in TextLine line, MessageTime at, string author)
    {
        const string Pinned = " (pinned)";
        (_isOpen, _section, _at) = (true, null, at);
        _from = author.EndsWith(Pinned, StringComparison.Ordinal) ? author[..^Pinned.Length] : author;
        _body.Begin(line);
    }

    private void TakeBody(in TextLine line)
    {
        var text = line.Text;
        if (!line.Continues && _wasEmpty && text is "{Attachments}" or "{Embed}" or "{Stickers}" or "{Reactions}")
        {
            _section = text;
            _body.Extend(line);
        }
        else if (_section is null)
        {
            _body.Append(line);
        }
        else if (text.Length > 0)
        {
            _body.Extend(line);
            TakeSection(text);
        }
    }

    private void TakeSection(string text)
    {
        if (_section is "{Attachments}" or "{Stickers}")
            _media.Add(text);
        else if (_section is "{Reactions}")
            _reactions.AddRange(DiscordReactions.Read(text, ' '));
        else if (_embed.Length < options.MaxTextLength)
            _embed.Append(_embed.Length > 0 ? "\n" : "").Append(text);
    }

    private void Flush()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        // Empty lines end the record; those inside the words stay.
        var text = _body.Text.TrimEnd('\n');
        if (_body.IsCut)
            problems.Report(ProblemKind.TextTooLong, _body.Place);
        var kind = DiscordKinds.OfWords(text);
        if (kind == MessageKind.Text)
            kind = _media.Count > 0 ? MessageKind.Media : text.Length == 0 && _embed.Length > 0 ? MessageKind.Share : kind;
        // A preview repeats the link that the text has; what a bot lays out has no other place.
        if (_embed.Length > 0 && text.Length == 0)
            text = _embed.ToString();
        conversation.Add(new Message
        {
            At = _at,
            From = _from,
            Kind = kind,
            Text = TextLimit.Apply(text, options, problems, _body.Place),
            Media = [.. _media],
            Reactions = [.. _reactions],
            File = file,
            Place = _body.Place,
        });
        _media.Clear();
        _reactions.Clear();
        _embed.Clear();
    }

    /// <summary>Takes "[date] author" apart; true when what is in the brackets can be a date.</summary>
    private static bool TrySplit(string line, out string stamp, out string author)
    {
        (stamp, author) = ("", "");
        if (!line.StartsWith('[') || line.IndexOf("] ", StringComparison.Ordinal) is not (> 6 and < 60 and var end) || line.Length > 300)
            return false;
        (stamp, author) = (line[1..end], line[(end + 2)..]);
        return author.Length > 0 && (CultureStamp.TryParse(stamp, out var read) ? read.HasTime : MachineTime.Read(stamp, isUtc: false).Knowledge != TimeKnowledge.None);
    }
}
