using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Twitter;

/// <summary>
/// Reads the archive of X (Twitter): direct messages with one person and in groups, followers and accounts that are
/// followed, blocked or muted. The other files of the archive (posts, likes, advertisements) are listed as not read.
/// </summary>
internal sealed class TwitterReader : IExportReader
{
    internal const string FormatName = "twitter-js";

    private const int HeadLength = 256;

    private static readonly string[] Wanted = ["account", "follower", "following", "block", "mute", "contact"];

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text.AsSpan().TrimStart();
        return text.StartsWith(TwitterFile.DataStart, StringComparison.Ordinal) || text.StartsWith(TwitterFile.ManifestStart, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var loaded = new List<TwitterFile>();
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            // Posts and likes can be of hundreds of megabytes; none of it is needed.
            if (IsOther(file))
                sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.FileNotRead));
            else if (StructuredFile.Load(file, options, problems) is { } source)
                loaded.Add(new TwitterFile(file, source, problems));
        }

        var accounts = loaded.Select(file => (file.File.Container, file.File.Folder, Id: file.AccountId())).Where(found => found.Id is not null).ToList();
        var isOne = accounts.Select(found => found.Id).Distinct(StringComparer.Ordinal).Count() < 2;
        var foundAny = false;
        foreach (var archive in loaded.GroupBy(Account))
        {
            var reading = new TwitterArchive(archive.Key, options, sink);
            foreach (var file in archive)
                foundAny |= Take(file, reading);
            reading.HandOn();
        }

        foreach (var file in loaded)
        {
            if (!foundAny)
                file.Problems.ReportOnce(ProblemKind.NoMessages);
            file.Problems.Complete();
        }

        string? Account(TwitterFile file) =>
            accounts.Find(found => isOne || (found.Container, found.Folder) == (file.File.Container, file.File.Folder)).Id;
    }

    private static bool Take(TwitterFile file, TwitterArchive reading)
    {
        if (file.AccountId() is not null)
            return false;
        if (reading.Read(file) > 0)
            return true;
        file.Problems.Report(ProblemKind.NoMessages);
        return false;
    }

    private static bool IsOther(ExportFile file)
    {
        try
        {
            using var stream = file.Open();
            var bytes = new byte[HeadLength];
            var text = TextDecoding.DecodeHead(bytes.AsSpan(0, stream.ReadAtLeast(bytes, HeadLength, throwOnEndOfStream: false))).AsSpan().TrimStart();
            if (!text.StartsWith(TwitterFile.DataStart, StringComparison.Ordinal))
                return false;
            text = text[TwitterFile.DataStart.Length..];
            var end = text.IndexOf('.');
            return end > 0 && !IsWanted(text[..end]);
        }
        catch (IOException)
        {
            // Said when it is loaded.
            return false;
        }
    }

    private static bool IsWanted(ReadOnlySpan<char> name)
    {
        foreach (var list in Wanted)
        {
            if (name.SequenceEqual(list))
                return true;
        }

        return name.StartsWith("direct_message", StringComparison.Ordinal) && !name.EndsWith("headers", StringComparison.Ordinal);
    }
}
