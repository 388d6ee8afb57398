using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>
/// Reads e-mail: a single message (RFC 5322, <c>.eml</c>) as a conversation with one voice, or a mailbox (mbox) as one
/// conversation of all its messages. An attached message is named among the attachments and reported, since its text is
/// not read.
/// </summary>
internal sealed class EmailReader : IExportReader
{
    private const string Name = "email";

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => head.Text is { } text && (IsMailbox(text) || MailHeader.StartsWith(text));

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            try
            {
                ReadFile(file, options, sink, problems);
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            problems.Complete();
        }
    }

    private static bool IsMailbox(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && Mbox.IsBorder(System.Text.Encoding.UTF8.GetBytes(text[..end])) && MailHeader.IsField(NextLine(text, end + 1));
    }

    private static ReadOnlySpan<char> NextLine(string text, int start)
    {
        var rest = text.AsSpan(start);
        return rest.IndexOf('\n') is var end and >= 0 ? rest[..end] : rest;
    }

    private static void ReadFile(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var head = new byte[512];
        int got;
        using (var stream = file.Open())
            got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var form = TextDecoding.Detect(head.AsSpan(0, got), out var mark);
        if (form == TextForm.Utf8 && head.AsSpan(mark, got - mark).StartsWith("From "u8))
            ReadMailbox(file, options, sink, problems);
        else
            ReadSingle(file, options, sink, problems);
    }

    private static void ReadSingle(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        if (StructuredFile.Load(file, options, problems) is not { } source)
            return;
        var bytes = source.Bytes.AsMemory(source.Start);
        if (bytes.Span.StartsWith("From "u8) && bytes.Span.IndexOf((byte)'\n') is var border and >= 0)
            bytes = bytes[(border + 1)..];
        if (bytes.Span.Trim(" \t\r\n\0"u8).IsEmpty)
        {
            problems.Report(ProblemKind.NoMessages);
            return;
        }

        var message = MailMessage.Read(bytes, false, file, new RecordPlace(0, source.OriginalLength, 1), options, problems);
        sink.Begin(new ConversationHeader(Name) { Title = message.Subject, IsSingleVoice = true });
        sink.Add(message);
        sink.End(new ConversationFooter { Participants = message.From is { } from ? [from] : [] });
    }

    private static void ReadMailbox(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var names = new NamesSeen();
        sink.Begin(new ConversationHeader(Name));
        try
        {
            foreach (var item in Mbox.Split(file.Open(), options.MaxStructuredFileBytes))
            {
                var place = new RecordPlace(item.Offset, item.Length, 0);
                if (item.IsCut)
                    problems.Report(ProblemKind.TextTooLong, place);
                var message = MailMessage.Read(item.Bytes, true, file, place, options, problems);
                names.Add(message.From);
                sink.Add(message);
            }
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
        }

        var owner = names.SaidToBeMe(options);
        sink.End(new ConversationFooter { Participants = names.All, Owner = owner, OwnerConfidence = owner is null ? 0 : 1 });
    }
}
