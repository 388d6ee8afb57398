namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>A message of an export by imessage-exporter while its lines or elements are gathered.</summary>
internal sealed class ExporterDraft
{
    internal MessageTime At { get; set; }

    internal string? From { get; set; }

    internal string? Id { get; set; }

    internal MessageKind Kind { get; set; }

    internal string? Text { get; set; }

    internal string? Subject { get; set; }

    internal List<string> Media { get; } = [];

    internal List<Reaction> Reactions { get; } = [];

    internal List<EarlierText> Earlier { get; } = [];

    internal MessageTime EditedAt { get; set; }

    /// <summary>The id of the message under which this one stands as a reply.</summary>
    internal string? ReplyTo { get; set; }

    /// <summary>True for a copy under the message that it answers.</summary>
    internal bool IsNested { get; init; }

    /// <summary>True when the export says that it answers another, so that a copy may stand under that one.</summary>
    internal bool IsReply { get; set; }

    internal RecordPlace Place { get; set; }

    /// <summary>The message.</summary>
    internal Message ToMessage(ExportFile file, ReadingOptions options, ProblemLog problems) => new()
    {
        At = At,
        From = From,
        Id = Id,
        Kind = Kind,
        Text = TextLimit.Apply(Text, options, problems, Place),
        Subject = Subject,
        Media = Media,
        Reactions = Reactions,
        Earlier = Earlier,
        EditedAt = EditedAt,
        ReplyTo = ReplyTo,
        File = file,
        Place = Place,
    };

    /// <summary>
    /// Adds a reaction as the export words it: <c>Loved by Tom</c>, an emoji in place of the first word, or <c>Sticker from Tom: …</c>.
    /// </summary>
    internal void AddReaction(string text)
    {
        text = text.Trim();
        var cut = text.IndexOf(" by ", StringComparison.Ordinal);
        var from = text.IndexOf("from ", StringComparison.Ordinal);
        if (cut > 0)
            Reactions.Add(new Reaction(text[(cut + 4)..], text[..cut]));
        else if (from >= 0)
            Reactions.Add(new Reaction(text[(from + 5)..].Split(": ")[0], "sticker"));
        else if (text.Length > 0)
            Reactions.Add(new Reaction(null, text));
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "message draft";
}
