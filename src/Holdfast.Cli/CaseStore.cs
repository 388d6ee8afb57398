using Holdfast.Conversations.Questions;

namespace Holdfast.Cli;

/// <summary>The case file on the disk: readable by its owner only, and at every moment either the old one or the new one.</summary>
internal static class CaseStore
{
    /// <summary>What the file remembers; an empty case when there is no such file, null when it is something else.</summary>
    public static ReadingAnswersJson? TryRead(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            return Directory.Exists(path) ? null : ReadingAnswersJson.Empty;
        }

        // An empty file is one that was made a moment ago, by mktemp or a text editor.
        return info.Length == 0 ? ReadingAnswersJson.Empty
            : info.Length > ReadingAnswersJson.MaxBytes ? null
            : ReadingAnswersJson.TryRead(File.ReadAllBytes(path));
    }

    /// <exception cref="IOException">The folder is not there, or the disk is full; the old file is as it was.</exception>
    public static void Write(string path, ReadingAnswersJson answers)
    {
        var whole = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(whole)!, $".{Path.GetFileName(whole)}.{Environment.ProcessId}.part");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(answers.ToBytes());
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, whole, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
