namespace Holdfast.Conversations.Archives;

/// <summary>Judges the names of archive entries.</summary>
internal static class EntryPath
{
    /// <summary>
    /// True when the name stays inside the archive on every system: relative, forward slashes, no <c>..</c>, no drive,
    /// no control characters.
    /// </summary>
    internal static bool IsSafe(string name)
    {
        if (name.Length == 0 || name[0] == '/' || name.Contains('\\', StringComparison.Ordinal))
            return false;
        if (name.Length >= 2 && name[1] == ':' && char.IsAsciiLetter(name[0]))
            return false;
        foreach (var c in name)
        {
            if (char.IsControl(c))
                return false;
        }

        return !name.Split('/').AsSpan().ContainsAny("..", ".");
    }

    /// <summary>True for what systems leave behind and no person put there.</summary>
    internal static bool IsClutter(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        return name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Contains("/__MACOSX/", StringComparison.Ordinal)
            || file.StartsWith("._", StringComparison.Ordinal) || file is ".DS_Store" or "Thumbs.db";
    }

    /// <summary>True for the names that archives have, and not the documents that are zips inside.</summary>
    internal static bool IsArchiveName(string fileName) =>
        fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
        || fileName.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
