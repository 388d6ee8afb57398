using Holdfast.Conversations;

namespace Holdfast.Cli;

/// <summary>Turns what a person names on the command line into files: files, folders (all files in them), or "-".</summary>
internal static class Inputs
{
    /// <summary>Most bytes taken from standard input, which must be held in memory to be read more than once.</summary>
    private const long MostFromStandardInput = 1L << 31;

    /// <summary>One input as the person named it, with the files behind it.</summary>
    /// <param name="Name">As on the command line.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Problems">What could not be listed or opened.</param>
    public sealed record Input(string Name, IReadOnlyList<ExportFile> Files, IReadOnlyList<ReadingProblem> Problems)
    {
        public long Bytes => Files.Sum(file => file.Length ?? 0);
    }

    /// <summary>Opens one argument.</summary>
    public static Input Open(string argument, ProgressLine progress, Screenshots? screenshots = null)
    {
        if (argument == "-")
        {
            return FromStandardInput(progress);
        }

        if (Directory.Exists(argument))
        {
            var files = new List<ExportFile>();
            var problems = new List<ReadingProblem>();
            var root = new DirectoryInfo(argument);
            List(root, "", files, problems, progress, screenshots);
            return new Input(argument, files, problems);
        }

        var info = new FileInfo(argument);
        if (info.Exists && info.Length == 0)
        {
            // Empty, or a pipe that the shell gave a name: it can be read only once.
            using var stream = info.OpenRead();
            return FromStream(argument, info.Name, stream, progress);
        }

        return info.Exists && screenshots?.Names(info.FullName) == true
            ? new Input(argument, [], [])
            : info.Exists
            ? new Input(argument, [FromDisk(info, info.Name, progress)], [])
            : new Input(argument, [], [new ReadingProblem(argument, 0, ProblemKind.CannotOpen)]);
    }

    /// <summary>Opens one argument as one input for each file in it.</summary>
    public static IEnumerable<Input> OpenEach(string argument, ProgressLine progress, Screenshots? screenshots = null)
    {
        if (argument == "-" || !Directory.Exists(argument))
        {
            yield return Open(argument, progress, screenshots);
            yield break;
        }

        var folder = Open(argument, progress, screenshots);
        foreach (var file in folder.Files)
        {
            yield return new Input(Path.Combine(argument, file.Name.Replace('/', Path.DirectorySeparatorChar)), [file], []);
        }

        foreach (var problem in folder.Problems)
        {
            yield return new Input(problem.File, [], [problem]);
        }
    }

    private static void List(DirectoryInfo folder, string prefix, List<ExportFile> files, List<ReadingProblem> problems, ProgressLine progress, Screenshots? screenshots)
    {
        IEnumerable<FileSystemInfo> entries;
        try
        {
            entries = folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ReadingProblem(prefix + folder.Name, 0, ProblemKind.CannotOpen));
            return;
        }

        foreach (var entry in entries)
        {
            var name = prefix + entry.Name;
            if (entry.LinkTarget is not null)
            {
                // A link can lead round in a circle, or make an unzipped export pull private files of the person into a pack.
                problems.Add(new ReadingProblem(name, 0, ProblemKind.FileNotRead));
            }
            else if (entry is DirectoryInfo inner)
            {
                List(inner, name + "/", files, problems, progress, screenshots);
            }
            else if (entry is FileInfo file && !IsClutter(file.Name) && screenshots?.Names(file.FullName) != true)
            {
                try
                {
                    files.Add(FromDisk(file, name, progress));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // A name that is no valid UTF-8, as on some memory cards, or a file that has just gone.
                    problems.Add(new ReadingProblem(name, 0, ProblemKind.CannotOpen));
                }
            }
        }
    }

    private static bool IsClutter(string name) =>
        name is ".DS_Store" or "Thumbs.db" or "desktop.ini" || name.StartsWith("._", StringComparison.Ordinal);

    private static ExportFile FromDisk(FileInfo file, string name, ProgressLine progress)
    {
        var path = file.FullName;
        if (file.Length == 0)
        {
            // Never opened: in a folder that others filled it may be a pipe, which would wait for ever.
            return ExportFile.FromBytes(name, []);
        }

        return new ExportFile(name, file.Length, () =>
            progress.Watch(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0)));
    }

    private static Input FromStandardInput(ProgressLine progress)
    {
        using var input = Console.OpenStandardInput();
        return FromStream("-", "standard-input", input, progress);
    }

    private static Input FromStream(string argument, string name, Stream input, ProgressLine progress)
    {
        var held = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = input.Read(buffer)) > 0)
        {
            if (held.Length + read > MostFromStandardInput - 65536)
            {
                return new Input(argument, [], [new ReadingProblem(name, 0, ProblemKind.ArchiveLimit)]);
            }

            held.Write(buffer, 0, read);
        }

        var bytes = held.GetBuffer();
        var length = (int)held.Length;
        return new Input(argument, [new ExportFile(name, length, () => progress.Watch(new MemoryStream(bytes, 0, length, writable: false)))], []);
    }
}
