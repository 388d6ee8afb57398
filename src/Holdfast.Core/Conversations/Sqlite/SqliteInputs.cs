namespace Holdfast.Conversations.Sqlite;

/// <summary>Brings databases and their write-ahead logs together, which are files of their own.</summary>
internal static class SqliteInputs
{
    /// <summary>True for a log that bears the name of one of these databases: what is in it does not say what it belongs to.</summary>
    internal static bool IsLog(ExportHead head, params ReadOnlySpan<string> databases) =>
        SqliteWal.IsLog(head.Bytes.Span) && IsNamedLog(head.File, databases);

    /// <summary>Opens each database with its log, and reports the logs that are left over.</summary>
    /// <param name="files">Databases and logs.</param>
    /// <param name="databases">The names of the databases.</param>
    /// <param name="options">Limits.</param>
    /// <param name="sink">Receives problems.</param>
    /// <param name="read">Reads a database.</param>
    internal static void ReadEach(
        IReadOnlyList<ExportFile> files, string[] databases, ReadingOptions options, IConversationSink sink, Action<ExportFile, SqliteFile, ProblemLog> read)
    {
        var logs = files.Where(file => IsNamedLog(file, databases)).ToList();
        foreach (var file in files.Except(logs).ToList())
        {
            var log = logs.Find(l => l.Name == file.Name + "-wal" && l.Container == file.Container);
            if (log is not null)
                logs.Remove(log);
            var problems = new ProblemLog(sink, file.Name);
            using (var database = SqliteFile.Open(file, log, options, problems))
            {
                if (database is not null)
                    read(file, database, problems);
                else
                    problems.ReportOnce(ProblemKind.NoMessages);
            }

            problems.Complete();
        }

        foreach (var log in logs)
            sink.Report(new ReadingProblem(log.Name, 0, ProblemKind.FileNotRead));
    }

    private static bool IsNamedLog(ExportFile file, ReadOnlySpan<string> databases)
    {
        foreach (var name in databases)
        {
            if (file.FileName.EndsWith(name + "-wal", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
