using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>
/// Reads the JSON form of Snapchat's "My Data", as it is since 2024 and as it was before: saved chats, the list of snaps
/// (who and when, never what), calls, friends. Chats and snaps with one person are one conversation. People stand under
/// their user names, which stay; display names are in the title and in the contact lists.
/// </summary>
internal sealed class SnapchatReader : IExportReader
{
    internal const string FormatName = "snapchat-json";

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('{'))
            return false;
        return Has("\"Media Type\"") && Has("\"Created\"") && (Has("\"From\"") || Has("\"To\""))
            || Has("Saved Chat History\"") || Has("\"Received Snap History\"") || Has("\"Sent Snap History\"")
            || Has("\"Incoming Calls\"") && Has("\"Outgoing Calls\"")
            || Has("\"Friends\"") && (Has("\"Blocked Users\"") || Has("\"Deleted Friends\"") || Has("\"Friend Requests Sent\""))
            || Has("\"Basic Information\"") && Has("\"Username\"");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var loaded = new List<(ExportFile File, StructuredFile Source, ProblemLog Problems)>();
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (StructuredFile.Load(file, options, problems) is { } source)
                loaded.Add((file, source, problems));
        }

        var accounts = new Dictionary<(ExportFile?, string), SnapchatAccount>();
        foreach (var (file, source, _) in loaded)
            Of(file).Survey(source);
        var owners = accounts.Values.Select(account => account.Owner).OfType<string>().Distinct(StringComparer.Ordinal).Count();

        var silent = new List<ProblemLog>();
        var foundAny = false;
        // Parts of one download may come in several archives; two downloads of one account are one as well.
        foreach (var export in loaded.GroupBy(one => owners < 2 ? "" : Of(one.File).Owner ?? one.File.Folder, StringComparer.Ordinal))
        {
            var account = accounts.Count == 1 ? accounts.Values.First() : new SnapchatAccount();
            if (accounts.Count > 1)
            {
                foreach (var (_, source, _) in export)
                    account.Survey(source);
            }

            var reading = new SnapchatExport(account, options, sink);
            foreach (var (file, source, problems) in export)
            {
                if (reading.Read(file, source, problems) > 0)
                    foundAny = true;
                else if (SnapchatExport.IsAccount(source))
                    silent.Add(problems);
                else
                    problems.Report(ProblemKind.NoMessages);
            }

            reading.HandOn();
        }

        if (!foundAny)
            silent.ForEach(problems => problems.ReportOnce(ProblemKind.NoMessages));
        foreach (var (_, _, problems) in loaded)
            problems.Complete();

        SnapchatAccount Of(ExportFile file)
        {
            var key = (file.Container, file.Folder);
            return accounts.TryGetValue(key, out var account) ? account : accounts[key] = new SnapchatAccount();
        }
    }
}
