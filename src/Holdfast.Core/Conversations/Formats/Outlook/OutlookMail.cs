using Holdfast.Conversations.Formats.Email;
using MimeKit;
using MimeKit.Utils;

namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>One message of a <c>.msg</c> file, the outer one or one attached to it, as a <see cref="Message"/>.</summary>
internal sealed class OutlookMail(CompoundFile source, ExportFile file, RecordPlace place, ReadingOptions options, ProblemLog problems)
{
    // An attached mail with an attached mail and so on; people forward a few deep.
    private const int MostDepth = 16;
    private const int StubLength = 300;

    /// <summary>The messages, the outer one first.</summary>
    internal List<Message> Messages { get; } = [];

    /// <summary>Reads the whole file.</summary>
    internal void Read() => Read(source.Root, 32, null, 0);

    private void Read(CompoundEntry storage, int tableHeader, MapiProperties? parent, int depth)
    {
        var properties = new MapiProperties(source, storage, tableHeader, parent);
        if (!properties.Any)
        {
            problems.ReportOnce(ProblemKind.UnreadableBody, place);
            return;
        }

        var index = Messages.Count;
        var media = new List<string>();
        // In the order of their numbers, which end their names.
        foreach (var (name, child) in storage.Children.OrderBy(c => c.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (child.IsStorage && name.StartsWith("__attach_version1.0_", StringComparison.OrdinalIgnoreCase))
                TakeAttachment(new MapiProperties(source, child, 8, properties), media, depth);
        }

        Messages.Insert(index, Convert(properties, media));
    }

    private void TakeAttachment(MapiProperties attachment, List<string> media, int depth)
    {
        var attached = attachment.Object(MapiTag.AttachData);
        var isMail = attached is not null && attached.Children.ContainsKey("__properties_version1.0");
        media.Add(First(attachment.Text(MapiTag.AttachLongName), attachment.Text(MapiTag.AttachShortName), attachment.Text(MapiTag.DisplayName),
            attachment.Text(MapiTag.AttachType)) ?? (isMail ? "message/rfc822" : "application/octet-stream"));
        if (!isMail)
            return;
        if (depth < MostDepth)
            Read(attached!, 24, attachment, depth + 1);
        else
            problems.Report(ProblemKind.FileNotRead, place);
    }

    private Message Convert(MapiProperties properties, List<string> media)
    {
        var headers = Headers(properties.Text(MapiTag.TransportHeaders));
        var text = Body(properties)?.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        var address = Address(properties, headers, out var headerName);
        var name = First(properties.Text(MapiTag.SenderName), properties.Text(MapiTag.RepresentingName), headerName);
        return new Message
        {
            At = Time(properties, headers),
            From = First(name, address),
            FromId = address,
            Subject = properties.Text(MapiTag.Subject) ?? headers[HeaderId.Subject],
            Id = MessageId(First(properties.Text(MapiTag.MessageId), headers[HeaderId.MessageId])),
            Kind = string.IsNullOrEmpty(text) && media.Count > 0 ? MessageKind.Media : MessageKind.Text,
            Text = TextLimit.Apply(text, options, problems, place),
            Media = media,
            File = file,
            Place = place,
        };
    }

    private string? Body(MapiProperties properties)
    {
        var plain = properties.Text(MapiTag.Body);
        if (plain?.Length >= StubLength)
            return plain;
        string? other = null;
        if (properties.Html(MapiTag.Html) is { Length: > 0 } html)
            other = HtmlText.Convert(html, options.MaxTextLength);
        if (string.IsNullOrWhiteSpace(other) && properties.Bytes(MapiTag.CompressedRtf) is { Length: > 0 } packed)
            other = FromRtf(packed);
        // A short plain part beside a far longer one says only that the mail should be read elsewhere.
        return string.IsNullOrWhiteSpace(plain) || other is not null && other.Length > 4 * plain.Length ? other ?? plain : plain;
    }

    private string? FromRtf(byte[] packed)
    {
        if (CompressedRtf.Unpack(packed) is not { } rtf)
        {
            problems.Report(ProblemKind.UnreadableBody, place);
            return null;
        }

        var text = RtfText.Convert(rtf, out var isHtml);
        return isHtml ? HtmlText.Convert(text, options.MaxTextLength) : text.Trim('\n');
    }

    private static string? Address(MapiProperties properties, HeaderList headers, out string? name)
    {
        MailboxAddress? from = null;
        if (headers[HeaderId.From] is { } value && InternetAddressList.TryParse(value, out var list))
            from = list.Mailboxes.FirstOrDefault();
        name = from?.Name;
        var own = properties.Text(MapiTag.SenderAddress);
        // Inside one organisation the address is a path of the directory, which says nothing to anybody else.
        var isPath = string.Equals(properties.Text(MapiTag.SenderAddressType), "EX", StringComparison.OrdinalIgnoreCase);
        var other = properties.Text(MapiTag.RepresentingAddress);
        return First(properties.Text(MapiTag.SenderSmtpAddress), isPath ? null : own, properties.Text(MapiTag.RepresentingSmtpAddress),
            other?.Contains('@', StringComparison.Ordinal) == true ? other : null, from?.Address, own);
    }

    private static MessageTime Time(MapiProperties properties, HeaderList headers)
    {
        if (properties.Time(MapiTag.SubmitTime) is { Knowledge: TimeKnowledge.Instant } sent)
            return sent;
        if (headers[HeaderId.Date] is { } date && DateUtils.TryParse(date, out var parsed))
            return MessageTime.FromInstant(parsed);
        return properties.Time(MapiTag.DeliveryTime);
    }

    private static HeaderList Headers(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        try
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.TrimEnd() + "\r\n\r\n"));
            return HeaderList.Load(stream);
        }
        // Bytes from a stranger: any failure of the parser means no headers.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [];
        }
    }

    private static string? MessageId(string? id) => id?.Trim().TrimStart('<').TrimEnd('>') is { Length: > 0 } bare ? bare : null;

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
                return value;
        }

        return null;
    }
}
