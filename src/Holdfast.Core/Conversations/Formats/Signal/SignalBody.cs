using System.Text.RegularExpressions;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>
/// The body of a record in <c>chat.md</c>, where signal-export puts everything into one text: quoted words, the words, reactions,
/// a sticker, links to files.
/// </summary>
internal sealed partial class SignalBody
{
    private const int MostEntries = 1_000;

    private readonly List<string> _media = [];
    private readonly List<Reaction> _reactions = [];

    private SignalBody(string text) => Text = text;

    /// <summary>The sender's own words.</summary>
    internal string Text { get; private set; }

    /// <summary>The words of the message that is answered.</summary>
    internal string? Quoted { get; private set; }

    /// <summary>Files, as the export links them.</summary>
    internal IReadOnlyList<string> Media => _media;

    /// <summary>Reactions.</summary>
    internal IReadOnlyList<Reaction> Reactions => _reactions;

    /// <summary>What the record is.</summary>
    internal MessageKind Kind { get; private set; }

    /// <summary>Takes a body apart, from its end to its start, as it was put together.</summary>
    internal static SignalBody Read(string text)
    {
        var body = new SignalBody(text.Trim('\n', ' '));
        if (body.Text == "(This message was deleted)")
        {
            body.Kind = MessageKind.Deleted;
            return body;
        }

        // Only lines that were left empty before it make a line with "> " a quotation; people type that sign too.
        if (text.TrimStart(' ').StartsWith("\n\n> ", StringComparison.Ordinal))
            body.TakeQuote();
        body.TakeFiles();
        body.TakeSticker();
        body.TakeReactions();
        body.Kind = body.KindOf();
        return body;
    }

    /// <summary>Strips the signs from what signal-export calls a quote: <c>\n\n> line\n> line\n\n</c>.</summary>
    internal static string? Unquoted(string? quote)
    {
        if (string.IsNullOrWhiteSpace(quote))
            return null;
        var lines = quote.Trim('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = Unmarked(lines[i]);
        return string.Join('\n', lines);
    }

    /// <summary>What a text is that stands alone: the program's own words for calls, or nothing at all.</summary>
    internal static MessageKind KindOfWords(string text) =>
        text.Length < 80 && Call().IsMatch(text) ? MessageKind.Call
            : text == "(media not exported)" ? MessageKind.Media
            // Views that ran out, settings, changes of keys: the export keeps only that there was something.
            : text.Length == 0 ? MessageKind.NotExported
            : MessageKind.Text;

    private MessageKind KindOf() => _media.Count > 0 ? MessageKind.Media
        : Text.Length == 0 && Quoted is not null ? MessageKind.Text
        : KindOfWords(Text);

    private void TakeQuote()
    {
        var end = Text.IndexOf("\n\n", StringComparison.Ordinal);
        Quoted = Unquoted(end < 0 ? Text : Text[..end]);
        Text = end < 0 ? "" : Text[end..].Trim('\n', ' ');
    }

    private void TakeFiles()
    {
        while (_media.Count < MostEntries && TryFileAtEnd(Text, out var start, out var path))
        {
            _media.Insert(0, path);
            Text = Text[..start].TrimEnd(' ');
        }

        Text = Text.TrimEnd('\n', ' ');
    }

    private void TakeSticker()
    {
        if (Text.LastIndexOf("(( ", StringComparison.Ordinal) is var at and >= 0 && Text.EndsWith(" ))", StringComparison.Ordinal)
            && (at == 0 || Text[at - 1] == '\n') && Text.Length - at is > 6 and < 60)
        {
            _media.Add(Text[(at + 3)..^3]);
            Text = Text[..at].TrimEnd('\n', ' ');
        }
    }

    private void TakeReactions()
    {
        var at = Text.LastIndexOf("(- ", StringComparison.Ordinal);
        if (at < 0 || at > 0 && Text[at - 1] != '\n' || !Text.EndsWith(" -)", StringComparison.Ordinal) || Text.Length - at < 7)
            return;
        var list = Text[(at + 3)..^3];
        if (list.Contains('\n', StringComparison.Ordinal))
            return;
        foreach (var part in list.Split(", "))
        {
            var colon = part.LastIndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && _reactions.Count < MostEntries)
                _reactions.Add(new Reaction(part[..colon], part[(colon + 2)..]));
        }

        if (_reactions.Count > 0)
            Text = Text[..at].TrimEnd('\n', ' ');
    }

    private static string Unmarked(string line) =>
        line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line.StartsWith('>') ? line[1..] : line;

    // "![name](./media/file)": the address is a path of the export; a link that somebody typed is none.
    private static bool TryFileAtEnd(string text, out int start, out string path)
    {
        (start, path) = (0, "");
        if (!text.EndsWith(')'))
            return false;
        var line = text.LastIndexOf('\n') + 1;
        var middle = text.LastIndexOf("](", StringComparison.Ordinal);
        var open = middle > line ? text.LastIndexOf('[', middle - 1) : -1;
        if (open < line)
            return false;
        path = text[(middle + 2)..^1];
        start = open > line && text[open - 1] == '!' ? open - 1 : open;
        return path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal) || path.StartsWith("media/", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(Incoming|Outgoing|Missed) ([a-z]{1,12} )?call( \([^)\n]{1,40}\))?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();
}
