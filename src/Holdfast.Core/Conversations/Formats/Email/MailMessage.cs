using System.Text;
using Holdfast.Conversations.TextFiles;
using MimeKit;
using MimeKit.Utils;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>Reads one e-mail (RFC 5322, MIME). Whatever is wrong with it, there is a message in the end.</summary>
internal static class MailMessage
{
    // MimeKit looks charsets up by name, and .NET knows the older ones (Shift_JIS, KOI8-R, Windows-125x) only when asked to.
    static MailMessage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the bytes of one e-mail.</summary>
    /// <param name="bytes">The e-mail, without an mbox border.</param>
    /// <param name="unquote">True in an mbox, where <c>&gt;From </c> at the start of a line stands for <c>From </c>.</param>
    /// <param name="file">The file that holds it.</param>
    /// <param name="place">Where in that file.</param>
    /// <param name="options">The limits.</param>
    /// <param name="problems">Receives what is broken.</param>
    internal static Message Read(
        ReadOnlyMemory<byte> bytes, bool unquote, ExportFile file, RecordPlace place, ReadingOptions options, ProblemLog problems)
    {
        try
        {
            var cut = ManyParts.Cut(LongFields.Cut(bytes, out var hasLongField), out var hasManyParts);
            if (hasLongField || hasManyParts)
                problems.Report(ProblemKind.TextTooLong, place);
            using var stream = new MemoryStream(cut.ToArray(), writable: false);
            var rules = ParserOptions.Default.Clone();
            rules.MaxMimeDepth = options.MaxMimeDepth;
            var mail = new MimeParser(rules, stream, MimeFormat.Entity).ParseMessage();
            return Convert(mail, bytes.Span, unquote, file, place, options, problems);
        }
        // MimeKit names only FormatException, but these are bytes from a stranger: any failure of it is a damaged mail.
        catch (Exception e) when (e is not (OutOfMemoryException or IOException))
        {
            problems.Report(ProblemKind.Damaged, place);
            var damaged = false;
            var raw = TextDecoding.Decode(bytes.Span, TextForm.Utf8, ref damaged);
            return new Message { Text = TextLimit.Apply(raw, options, problems, place), File = file, Place = place };
        }
    }

    private static Message Convert(
        MimeMessage mail,
        ReadOnlySpan<byte> bytes,
        bool unquote,
        ExportFile file,
        RecordPlace place,
        ReadingOptions options,
        ProblemLog problems)
    {
        var body = MailBody.Of(mail.Body, options);
        if (body.HasAttachedMessage)
            problems.Report(ProblemKind.FileNotRead, place);
        if (body.HasUnreadPart)
            problems.Report(ProblemKind.UnreadableBody, place);
        var sender = mail.From.Mailboxes.FirstOrDefault() ?? mail.Sender;
        var text = body.Text;
        if (string.IsNullOrWhiteSpace(text) && body.Media.Count == 0 && RawBody(bytes) is { } raw)
        {
            // The parts cannot be told apart (a missing boundary, say), but there are words.
            text = raw;
            problems.Report(ProblemKind.Damaged, place);
        }

        text = text?.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        if (unquote && text is not null)
            text = Unquote(text);
        // A mail with neither headers nor parts is a stray piece of text in the file.
        if (mail.Headers.Count == 0)
            problems.Report(ProblemKind.Damaged, place);
        return new Message
        {
            At = Date(mail),
            From = sender is null ? null : string.IsNullOrWhiteSpace(sender.Name) ? sender.Address : sender.Name,
            FromId = string.IsNullOrEmpty(sender?.Address) ? null : sender.Address,
            Subject = TextLimit.Apply(mail.Subject, options, problems, place),
            Id = mail.MessageId,
            Kind = string.IsNullOrEmpty(text) && body.Media.Count > 0 ? MessageKind.Media : MessageKind.Text,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = body.Media,
            File = file,
            Place = place,
        };
    }

    private static MessageTime Date(MimeMessage mail) =>
        mail.Headers[HeaderId.Date] is { } header && DateUtils.TryParse(header, out var date)
            ? MessageTime.FromInstant(date)
            : MessageTime.None;

    private static string? RawBody(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\n\n"u8);
        var wideEnd = bytes.IndexOf("\r\n\r\n"u8);
        var start = wideEnd >= 0 && (end < 0 || wideEnd < end) ? wideEnd + 4 : end >= 0 ? end + 2 : bytes.Length;
        var damaged = false;
        var text = TextDecoding.Decode(bytes[start..], TextForm.Utf8, ref damaged);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string Unquote(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith('>') && line.TrimStart('>').StartsWith("From ", StringComparison.Ordinal))
                lines[i] = line[1..];
        }

        return string.Join('\n', lines);
    }
}
