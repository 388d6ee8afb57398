using System.Buffers;
using Holdfast.Conversations.Archives;
using Holdfast.Conversations.Merging;
using Holdfast.Conversations.Questions;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations;

/// <summary>One file of an <see cref="ExportSet"/>, after archives were opened.</summary>
/// <param name="File">The file.</param>
/// <param name="Reader">The reader that recognised it, or null when it holds no messages that Holdfast reads.</param>
public sealed record RecognisedFile(ExportFile File, IExportReader? Reader)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"recognised file ({Reader?.Format ?? "not read"})";
}

/// <summary>
/// Everything a person gave in one go: files, and the files inside their archives, each with the reader that knows its
/// format. This is where reading starts: <see cref="Open"/>, then <see cref="Read"/>.
/// </summary>
public sealed class ExportSet
{
    private readonly ReadingOptions _options;
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<RecognisedFile> _files = [];

    // Bytes of text that each archive has so far, once unpacked.
    private readonly Dictionary<ExportFile, long> _textBytes = [];

    // What may still be unpacked of each archive that was given, the archives inside it included.
    private readonly Dictionary<ExportFile, ArchiveBudget> _budgets = [];

    // Folders in archives that hold a WhatsApp chat, and with it the files that were sent in it.
    private readonly HashSet<(ExportFile Archive, string Folder)> _chatFolders = [];

    // Pictures of a chat, which its records may mention by an id only.
    private readonly MediaNames _media = new();

    private ExportSet(ReadingOptions options) => _options = options with { Media = _media };

    /// <summary>All files in input order; an archive comes before the files in it.</summary>
    public IReadOnlyList<RecognisedFile> Files => _files;

    /// <summary>Opens archives and recognises every file by its content. Nothing is read beyond the first bytes.</summary>
    /// <param name="inputs">Files in the order given; folders already listed by the host.</param>
    /// <param name="options">What the person said, and limits.</param>
    public static ExportSet Open(IEnumerable<ExportFile> inputs, ReadingOptions options)
    {
        var set = new ExportSet(options);
        foreach (var input in inputs)
        {
            set.Add(input, null);
        }

        return set;
    }

    /// <summary>
    /// Reads all conversations into the sink, and reports everything that was not read. A chat that stands in several files
    /// comes as one conversation; records that were dropped because they are there twice are counted and reported.
    /// </summary>
    /// <returns>What the files leave open and only the person can say.</returns>
    public IReadOnlyList<ReadingQuestion> Read(IConversationSink sink)
    {
        Report(_problems, sink);
        var known = _problems.Count;
        var runs = new List<ReadingRun>();
        foreach (var reader in ExportReaders.All)
        {
            var files = _files.Where(file => file.Reader == reader).Select(file => file.File).ToList();
            if (files.Count > 0)
            {
                runs.AddRange(Runs(reader, EqualFiles.LeaveOut(files, sink)));
            }
        }

        var questions = new QuestionFinder(sink, _options);
        MergedReading.Read(runs, _options.Answers.All.Count == 0 ? questions : new AnsweringSink(questions, _options.Answers));

        // Damage inside an archive shows only while its files unpack.
        Report(_problems[known..], sink);
        return questions.Questions;
    }

    /// <summary>Files about which the person said the same are read in one go.</summary>
    private List<ReadingRun> Runs(IExportReader reader, List<ExportFile> files)
    {
        if (_options.Answers.All.Count == 0)
        {
            return [new ReadingRun(reader, _options, files)];
        }

        var groups = new List<(ReadingOptions Options, List<ExportFile> Files)>();
        foreach (var file in files)
        {
            var options = _options.For(file);
            var at = groups.FindIndex(group => group.Options.SaysTheSame(options));
            if (at < 0)
            {
                groups.Add((options, [file]));
            }
            else
            {
                groups[at].Files.Add(file);
            }
        }

        return [.. groups.Select(group => new ReadingRun(reader, group.Options, group.Files))];
    }

    private static void Report(IEnumerable<ReadingProblem> problems, IConversationSink sink)
    {
        foreach (var problem in problems)
        {
            sink.Report(problem);
        }
    }

    /// <param name="file">The file.</param>
    /// <param name="deferred">Receives the file instead when it is an archive; null to open it now.</param>
    private void Add(ExportFile file, List<ExportFile>? deferred)
    {
        _media.Add(file);
        ExportHead head;
        try
        {
            head = ReadHead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _problems.Add(new ReadingProblem(file.Name, 0, ProblemKind.CannotOpen));
            _files.Add(new RecognisedFile(file, null));
            return;
        }

        if (ExportArchive.IsArchive(head.Bytes.Span))
        {
            if (deferred is not null)
            {
                deferred.Add(file);
                return;
            }

            _files.Add(new RecognisedFile(file, null));
            AddEntries(file);
            return;
        }

        var reader = head.Bytes.Length == 0 ? null : ExportReaders.All.FirstOrDefault(candidate => candidate.Recognises(head));
        if (reader is Formats.PlainText.PlainTextReader && FileMagic.IsNamedOtherwise(file.FileName) is { } why)
        {
            // Any text is plain text; but a broken JSON file or a placeholder for a picture is no note that somebody wrote.
            _files.Add(new RecognisedFile(file, null));
            _problems.Add(new ReadingProblem(file.Name, 0, why));
            return;
        }

        if (reader is not null && IsTooMuchText(file))
        {
            _files.Add(new RecognisedFile(file, null));
            _problems.Add(new ReadingProblem(file.Name, 0, ProblemKind.ArchiveLimit));
            return;
        }

        _files.Add(new RecognisedFile(file, reader));
        if (file.Container is { } container && reader?.Format == "whatsapp-text")
        {
            _chatFolders.Add((container, file.Folder));
        }

        if (reader is null)
        {
            _problems.Add(new ReadingProblem(file.Name, 0, FileMagic.WhyNotRead(head)));
        }
    }

    private void AddEntries(ExportFile archive)
    {
        if (IsAttachment(archive))
        {
            _problems.Add(new ReadingProblem(archive.Name, 0, ProblemKind.FileNotRead));
            return;
        }

        if (Depth(archive) >= _options.MaxArchiveDepth)
        {
            _problems.Add(new ReadingProblem(archive.Name, 0, ProblemKind.ArchiveLimit));
            return;
        }

        var before = _files.Count;
        var known = _problems.Count;
        var outermost = Outermost(archive);
        if (!_budgets.TryGetValue(outermost, out var budget))
        {
            _budgets.Add(outermost, budget = new ArchiveBudget(_options));
        }

        var inner = new List<ExportFile>();
        try
        {
            foreach (var entry in ExportArchive.Expand(archive, budget, _problems.Add))
            {
                // Archives in the archive come last: whether one was sent in a chat shows in the files beside it.
                Add(entry, inner);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _problems.Add(new ReadingProblem(archive.Name, 0, ProblemKind.CannotOpen));
        }

        foreach (var entry in inner)
        {
            Add(entry, null);
        }

        if (_files.Count == before && _problems.Count == known)
        {
            _problems.Add(new ReadingProblem(archive.Name, 0, ProblemKind.NoMessages));
        }
    }

    // An archive that somebody sent in a chat is no part of the download: its texts are not the person's conversations.
    // Neither is a document that happens to be a zip inside (docx, odt, apk).
    private bool IsAttachment(ExportFile archive) => archive.Container is { } outer
        && (!EntryPath.IsArchiveName(archive.FileName) || archive.Folder.Split('/').AsSpan().ContainsAny("files", "media", "attachments")
            || _chatFolders.Contains((outer, archive.Folder)));

    private static int Depth(ExportFile file) => file.Container is { } container ? 1 + Depth(container) : 0;

    private static ExportFile Outermost(ExportFile file) => file.Container is { } container ? Outermost(container) : file;

    private bool IsTooMuchText(ExportFile file)
    {
        if (file.Container is null)
        {
            return false;
        }

        var archive = Outermost(file);
        var (length, before) = (file.Length ?? 0, _textBytes.GetValueOrDefault(archive));
        if (length > _options.MaxArchiveTextBytes - before)
        {
            return true;
        }

        _textBytes[archive] = before + length;
        return false;
    }

    private static ExportHead ReadHead(ExportFile file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ExportHead.Size);
        try
        {
            using var stream = file.Open();
            var length = stream.ReadAtLeast(buffer.AsSpan(0, ExportHead.ShortSize), ExportHead.ShortSize, throwOnEndOfStream: false);
            if (!FileMagic.IsMedia(buffer.AsSpan(0, length)))
            {
                var rest = buffer.AsSpan(length, ExportHead.Size - length);
                length += stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
            }

            var bytes = buffer.AsSpan(0, length).ToArray();
            return new ExportHead(file, bytes, FileMagic.IsBinary(bytes) ? null : TextDecoding.DecodeHead(bytes));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
