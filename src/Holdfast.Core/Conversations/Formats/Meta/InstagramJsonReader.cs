namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Reads the JSON form of Instagram's and Facebook Messenger's "Download your information". All folders are read, also
/// message requests, where first contacts lie. A message without words, file or share has expired or is of a kind that
/// the export leaves out; it is kept as <see cref="MessageKind.Expired"/> without text.
/// </summary>
internal sealed class InstagramJsonReader : IExportReader
{
    internal const string FormatName = "instagram-json";

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('{'))
            return false;
        return Has("\"sender_name\"") && Has("\"messages\"")
            || Has("\"senderName\"") && Has("\"threadName\"")
            || Has("\"participants\"") && Has("\"messages\"") && (Has("\"thread_path\"") || Has("\"magic_words\""))
            || Has("\"profile_user\"") && Has("\"string_map_data\"")
            || Has("\"profile_v2\"") && Has("\"full_name\"");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public int MostCopies(IReadOnlyList<ExportFile> files) => MetaDownload.IsOne(files) ? 1 : files.Count;

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var surveyed = new List<MetaFile>();
        foreach (var file in files)
        {
            if (MetaFile.Survey(file, options, sink) is { } survey)
                surveyed.Add(survey);
        }

        MetaDownload.CompleteCutOff(surveyed);
        var threads = surveyed.Where(f => !f.IsPersonal).GroupBy(f => f.Key, StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        if (threads.Count == 0)
        {
            foreach (var file in surveyed)
                sink.Report(new ReadingProblem(file.File.Name, 0, ProblemKind.NoMessages));
        }

        var owner = new MetaOwner([.. surveyed.SelectMany(f => f.PersonNames)], threads);
        var encrypted = new EncryptedChats();
        foreach (var thread in threads)
            ReadThread(thread, owner, encrypted, options, sink);
        encrypted.Report(sink);
    }

    private static void ReadThread(List<MetaFile> files, MetaOwner owner, EncryptedChats encrypted, ReadingOptions options, IConversationSink sink)
    {
        var thread = new MetaThread(files, options, sink);
        thread.Read();
        // No empty conversations: the file was reported as one without messages.
        if (thread.Messages.Count == 0)
            return;
        var (name, confidence) = owner.In(files[0], thread.Names, options);
        sink.Begin(new ConversationHeader(files[0].Format)
        {
            Title = files[0].Title,
            Id = files[0].Id,
            Folder = files[0].Folder,
            Owner = name,
        });
        foreach (var message in thread.Messages)
            sink.Add(message);
        sink.End(new ConversationFooter { Participants = thread.Names.All, OwnerConfidence = confidence });
        encrypted.Add(files[0], thread.Names.All.Count, thread.Messages);
    }
}
