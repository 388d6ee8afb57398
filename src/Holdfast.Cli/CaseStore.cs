using Holdfast.Conversations.Questions;

namespace Holdfast.Cli;

/// <summary>The case file on the disk: readable by its owner only, and at every moment either the old one or the new one.</summary>
internal static class CaseStore
{
    /// <summary>What the file remembers; an empty case when there is no such file, null when it is something else.</summary>
    public static ReadingAnswersJson? TryRead(string path)
    {
        // The length of a link is that of the name that it holds.
        var info = new FileInfo(Target(path));
        if (!info.Exists)
        {
            return Directory.Exists(path) ? null : ReadingAnswersJson.Empty;
        }

        // An empty file is one that was made a moment ago, by mktemp or a text editor.
        return info.Length == 0 ? ReadingAnswersJson.Empty
            : info.Length > ReadingAnswersJson.MaxBytes ? null
            : ReadingAnswersJson.TryRead(File.ReadAllBytes(info.FullName));
    }

    /// <returns>False when the answers are more than <see cref="TryRead"/> would take back; the old file is as it was.</returns>
    /// <exception cref="IOException">The folder is not there, or the disk is full; the old file is as it was.</exception>
    public static bool TryWrite(string path, ReadingAnswersJson answers)
    {
        var bytes = answers.ToBytes();
        if (bytes.Length > ReadingAnswersJson.MaxBytes)
        {
            return false;
        }

        // Where a link leads, so that it stays a link and no second case begins beside the first.
        var whole = Target(path);
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
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, whole, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Target(string path)
    {
        var info = new FileInfo(path);
        return info.LinkTarget is null ? info.FullName : info.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }
}
