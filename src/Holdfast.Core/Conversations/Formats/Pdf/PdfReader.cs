using System.Text;
using Holdfast.Conversations.Formats.PlainText;
using Holdfast.Conversations.Formats.WhatsApp;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>
/// Reads a chat or mail that was printed to PDF. Words become lines in reading order, which the readers of text then take
/// for what they are: a WhatsApp chat, a mail, other turns, or one note. A record's place is that of the drawing of the page
/// on which it begins (packed bytes), so records of one page share theirs. Who is meant by left and right is not guessed.
/// Scans hold no words; screenshots are read as pictures.
/// </summary>
internal sealed class PdfReader : IExportReader
{
    internal const string Name = "pdf";

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => Begins(head.Bytes.Span);

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

    // Some bytes may stand before the mark (ISO 32000-1, annex H.3.4).
    private static bool Begins(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0
        && (head.StartsWith("%PDF-"u8) || head.IndexOf(" obj"u8) >= 0);

    private static void ReadFile(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        byte[] bytes;
        using (var stream = file.Open())
            bytes = StructuredFile.ReadUpTo(stream, options.MaxStructuredFileBytes, file.Length, out _);
        if (bytes.Length == 0)
        {
            problems.Report(ProblemKind.NoMessages);
            return;
        }

        if (Words(bytes, problems) is not { } text)
            return;
        foreach (var page in text.PicturePages)
            problems.Report(ProblemKind.PdfWithoutText, page);
        if (text.Lines.Count == 0)
        {
            problems.ReportOnce(ProblemKind.PdfWithoutText);
            return;
        }

        if (text.HasUnreadable)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
        Push(file, text, options, sink, problems);
    }

    private static PdfText? Words(byte[] bytes, ProblemLog problems)
    {
        var whole = new RecordPlace(0, bytes.Length, 0);
        try
        {
            var pdf = PdfFile.Read(bytes);
            if (pdf.IsLocked)
            {
                problems.Report(ProblemKind.FileLocked);
                return null;
            }

            var pages = PdfPages.Of(pdf);
            var text = PdfText.Of(pdf, pages);
            if (pdf.Budget.IsSpent)
                problems.ReportOnce(ProblemKind.Truncated, whole);
            if (pages.Count > 0)
                return text;
        }
        // Bytes from a stranger: whatever fails in taking them apart, the file is damaged and the others are still read.
        catch (Exception e) when (e is not (OutOfMemoryException or IOException))
        {
        }

        problems.Report(ProblemKind.Damaged, whole);
        return null;
    }

    private static void Push(ExportFile file, PdfText text, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        if (PrintedMail.FindAll([.. text.Lines.Select(l => l.Text)]) is { Count: > 0 } mails)
        {
            PushMails(file, text, mails, options, sink, problems);
            return;
        }

        var words = text.ToBytes();
        var name = file.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? file.Name[..^4] + ".txt" : file.Name;
        var note = new ExportFile(name, words.Length, () => new MemoryStream(words, writable: false)) { Container = file.Container };
        var head = words.AsMemory(0, Math.Min(words.Length, ExportHead.Size));
        IExportReader reader = new WhatsAppTextReader();
        if (!reader.Recognises(new ExportHead(note, head, TextDecoding.DecodeHead(head.Span))))
        {
            reader = new PlainTextReader();
            if (file.Container is not null && IsProse(words, options))
            {
                // A document that came with a chat is not what somebody wrote in it.
                problems.Report(ProblemKind.FileNotRead);
                return;
            }
        }

        reader.Read([note], options, new PageSink(file, text, sink));
    }

    private static bool IsProse(byte[] words, ReadingOptions options)
    {
        using var lines = new TextLines(new MemoryStream(words, writable: false), options.MaxTextLength);
        return PlainTextSurvey.Of(lines, options).Shape == TurnShape.Prose;
    }

    private static void PushMails(
        ExportFile file, PdfText text, List<PrintedMail> mails, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var names = new NamesSeen();
        var subject = mails[0].Subject ?? Above(text, mails[0].First);
        sink.Begin(new ConversationHeader(Name) { Title = subject, IsSingleVoice = mails.Count == 1 });
        for (var i = 0; i < mails.Count; i++)
        {
            var mail = mails[i];
            var end = i + 1 < mails.Count ? mails[i + 1].First : text.Lines.Count;
            var body = new StringBuilder();
            for (var line = mail.Body; line < end; line++)
                body.Append(text.Lines[line].Text.Replace('\t', ' ')).Append('\n');
            var place = text.Lines[mail.First].Page;
            names.Add(mail.From);
            sink.Add(new Message
            {
                At = mail.At,
                From = mail.From,
                FromId = mail.Address,
                Subject = subject,
                Text = TextLimit.Apply(body.ToString().Trim('\n'), options, problems, place),
                File = file,
                Place = place,
            });
        }

        sink.End(new ConversationFooter { Participants = names.All, Owner = names.SaidToBeMe(options) });
    }

    // Gmail prints the subject above, and how many messages there are below it.
    private static string? Above(PdfText text, int first)
    {
        for (var i = first - 1; i >= 0; i--)
        {
            var line = text.Lines[i].Text;
            if (line.Length > 0 && !char.IsAsciiDigit(line[0]))
                return line;
        }

        return null;
    }
}
