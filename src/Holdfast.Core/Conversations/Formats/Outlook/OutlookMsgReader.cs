using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>
/// Reads mails saved by Outlook (<c>.msg</c>, [MS-OXMSG]). Mails attached to the mail are read too, and stand in the same
/// conversation, oldest first. The bytes of one mail lie scattered over the file, so its place is the whole file.
/// </summary>
internal sealed class OutlookMsgReader : IExportReader
{
    private const string Name = "outlook-msg";
    private static readonly byte[] Table = Encoding.Unicode.GetBytes("__properties_version1.0");

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (!CompoundFile.Begins(head.Bytes.Span))
            return false;
        if (head.Bytes.Span.IndexOf(Table) >= 0)
            return true;
        // With large attachments the directory lies behind what was looked at. Word and Excel files end up here too.
        if (head.Bytes.Length < ExportHead.Size)
            return false;
        try
        {
            using var stream = head.File.Open();
            var bytes = StructuredFile.ReadUpTo(stream, new ReadingOptions().MaxStructuredFileBytes, head.File.Length, out _);
            return CompoundFile.Read(bytes) is { } file && file.Root.Children.ContainsKey("__properties_version1.0");
        }
        catch (IOException)
        {
            return false;
        }
    }

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

    private static void ReadFile(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        byte[] bytes;
        bool isCut;
        using (var stream = file.Open())
            bytes = StructuredFile.ReadUpTo(stream, options.MaxStructuredFileBytes, file.Length, out isCut);
        var place = new RecordPlace(0, bytes.Length, 0);
        if (isCut)
            problems.Report(ProblemKind.Truncated, place);
        if (CompoundFile.Read(bytes) is not { } source)
        {
            problems.Report(bytes.Length == 0 ? ProblemKind.NoMessages : ProblemKind.Damaged, place);
            return;
        }

        var mail = new OutlookMail(source, file, place, options, problems);
        mail.Read();
        if (source.IsDamaged)
            problems.ReportOnce(ProblemKind.Damaged, place);
        if (mail.Messages.Count == 0)
        {
            problems.Report(ProblemKind.NoMessages);
            return;
        }

        var names = new NamesSeen();
        sink.Begin(new ConversationHeader(Name) { Title = mail.Messages[0].Subject, IsSingleVoice = mail.Messages.Count == 1 });
        foreach (var message in mail.Messages.OrderBy(m => m.At))
        {
            names.Add(message.From);
            sink.Add(message);
        }

        sink.End(new ConversationFooter { Participants = names.All, Owner = names.SaidToBeMe(options) });
    }
}
