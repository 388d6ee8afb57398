namespace Holdfast.Conversations.Formats.Meta;

/// <summary>What the folders of a Meta download say, in which each conversation has one of its own.</summary>
internal static class MetaDownload
{
    /// <summary>
    /// True when all files are of one download and no conversation lies in two of its folders: then no message can stand in
    /// two of them.
    /// </summary>
    internal static bool IsOne(IReadOnlyList<ExportFile> files)
    {
        (ExportFile?, string)? download = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var threads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var meta = new MetaFile(file, "json");
            if (!names.Add(file.Name))
                return false;
            if (file.FileName is "personal_information.json" or "profile_information.json")
                continue;
            if (meta.Id is not { } id || (download ??= meta.Export) != meta.Export || !threads.TryAdd(id, meta.Thread) && threads[id] != meta.Thread)
                return false;
        }

        return true;
    }

    /// <summary>A file that is cut off before its title belongs to the conversation of its folder.</summary>
    internal static void CompleteCutOff(IReadOnlyList<MetaFile> files)
    {
        var whole = new Dictionary<((ExportFile?, string), string), MetaFile>();
        foreach (var file in files.Where(f => f.Title is not null && f.Id is not null))
            whole.TryAdd((file.Export, file.Thread), file);
        foreach (var file in files.Where(f => f is { Title: null, IsPersonal: false, Id: not null }))
        {
            if (!whole.TryGetValue((file.Export, file.Thread), out var other))
                continue;
            file.Title = other.Title;
            if (file.Participants.Count == 0)
                file.Participants.AddRange(other.Participants);
        }
    }
}
