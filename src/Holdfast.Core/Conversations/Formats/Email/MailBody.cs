using MimeKit;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>The text and the attachments of an e-mail.</summary>
internal sealed class MailBody
{
    // Below this length a plain part beside a far longer HTML part is a stub ("please view in a browser").
    private const int StubLength = 300;
    private readonly int _mostCharacters;
    private readonly int _mostDepth;
    private readonly List<string> _media = [];

    private MailBody(ReadingOptions options) => (_mostCharacters, _mostDepth) = (options.MaxTextLength, options.MaxMimeDepth);

    /// <summary>What a reader sees; null when there is no text at all.</summary>
    internal string? Text { get; private set; }

    /// <summary>Names of the attachments; where one has no name, its type.</summary>
    internal IReadOnlyList<string> Media => _media;

    /// <summary>True when a message is attached: its text is not part of this one.</summary>
    internal bool HasAttachedMessage { get; private set; }

    /// <summary>True when parts lie deeper than <see cref="ReadingOptions.MaxMimeDepth"/>: their text is not read.</summary>
    internal bool HasUnreadPart { get; private set; }

    /// <summary>Reads the parts of a message.</summary>
    internal static MailBody Of(MimeEntity? entity, ReadingOptions options)
    {
        var body = new MailBody(options);
        body.Text = entity is null ? null : body.Walk(entity, 0);
        return body;
    }

    private string? Walk(MimeEntity entity, int depth)
    {
        switch (entity)
        {
            // MimeKit stops dividing at the same limit and hands out what is deeper as one undivided part.
            case var deep when deep is Multipart ? depth > _mostDepth : IsUndivided(deep):
                HasUnreadPart = true;
                _media.Add(entity.ContentType.MimeType);
                return null;
            case MultipartAlternative alternative:
                return Best(alternative, depth);
            case Multipart multipart:
                return Joined(multipart, depth);
            case TextPart text when !text.IsAttachment && (text.IsPlain || text.IsHtml || text.IsFlowed):
                return Words(text);
            case TextPart text when !text.IsAttachment && text.FileName is null:
                return text.Text;
            default:
                HasAttachedMessage |= entity is MessagePart;
                _media.Add(Name(entity));
                return null;
        }
    }

    private string? Joined(Multipart multipart, int depth)
    {
        string? joined = null;
        foreach (var part in multipart)
        {
            var text = Walk(part, depth + 1);
            if (!string.IsNullOrWhiteSpace(text))
                joined = joined is null ? text : $"{joined.TrimEnd()}\n\n{text}";
        }

        return joined;
    }

    private string? Best(MultipartAlternative alternative, int depth)
    {
        string? plain = null, other = null;
        foreach (var part in alternative)
        {
            var text = Walk(part, depth + 1);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (part is TextPart { IsPlain: true })
                plain ??= text;
            else
                other = text;
        }

        var isStub = plain is null || other is not null && plain.Length < StubLength && other.Length > 4 * plain.Length;
        return isStub ? other : plain;
    }

    private string Words(TextPart part)
    {
        if (part.IsHtml)
            return HtmlText.Convert(part.Text, _mostCharacters);
        if (!part.IsFlowed)
            return part.Text;
        var delSp = part.ContentType.Parameters["delsp"] is { } value && value.Equals("yes", StringComparison.OrdinalIgnoreCase);
        return FlowedText.Join(part.Text, delSp);
    }

    private static bool IsUndivided(MimeEntity entity) =>
        entity is not (Multipart or MessagePart) && (entity.ContentType.IsMimeType("multipart", "*") || entity.ContentType.IsMimeType("message", "rfc822"));

    private static string Name(MimeEntity entity) => entity switch
    {
        MessagePart { Message.Subject: { Length: > 0 } subject } => subject,
        _ when entity.ContentDisposition?.FileName is { Length: > 0 } name => name,
        _ when entity.ContentType.Name is { Length: > 0 } name => name,
        _ => entity.ContentType.MimeType,
    };
}
