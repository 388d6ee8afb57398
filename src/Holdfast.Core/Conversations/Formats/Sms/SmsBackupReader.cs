namespace Holdfast.Conversations.Formats.Sms;

/// <summary>
/// Reads the XML of "SMS Backup &amp; Restore" for Android (SyncTech), which other programs write too: text messages, picture
/// messages, and the list of calls. All files of one input become one set of threads.
/// </summary>
internal sealed class SmsBackupReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "sms-backup";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('<'))
            return false;
        return HasTag("smses") || HasTag("calls") && HasTag("call") && Has(" number=")
            || (HasTag("sms") || HasTag("mms")) && Has(" address=") && Has(" date=");

        bool Has(string part) => text.Contains(part, StringComparison.Ordinal);

        bool HasTag(string name)
        {
            for (var at = text.IndexOf("<" + name, StringComparison.Ordinal); at >= 0; at = text.IndexOf("<" + name, at + 1, StringComparison.Ordinal))
            {
                var end = at + 1 + name.Length;
                if (end == text.Length || text[end] is ' ' or '>' or '\n' or '\r' or '\t' or '/')
                    return true;
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var threads = new SmsThreads(Format, options, sink);
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            var reader = new SmsFile(file, options, problems, Add);
            reader.Read();
            if (reader.Records == 0)
                problems.Report(ProblemKind.NoMessages);
            problems.Complete();

            void Add(SmsRecord record)
            {
                if (!threads.Add(record, files.Count > 1))
                    problems.Report(ProblemKind.Duplicate, record.Place);
            }
        }

        threads.Flush();
    }
}
