namespace Holdfast.Conversations.Instagram;

/// <summary>
/// Finds whose export it is: the name in the personal file; else the one member that all conversations share; else, in
/// a conversation of two, the member that the title does not name. Where these are silent the person must be asked.
/// </summary>
internal sealed class MetaOwner(string? personName, IReadOnlyList<List<MetaFile>> threads)
{
    private readonly string? _common = Common(threads);

    /// <summary>The owner as a conversation spells it, or null.</summary>
    internal string? In(MetaFile file, NamesSeen names)
    {
        if (personName is not null && names.Contains(personName))
            return personName;
        if (_common is not null && names.Contains(_common))
            return _common;
        if (file.Participants is not [var first, var second] || file.Title is null || first == second)
            return null;
        return file.Title == first ? second : file.Title == second ? first : null;
    }

    private static string? Common(IReadOnlyList<List<MetaFile>> threads)
    {
        if (threads.Count < 2)
            return null;
        var shared = new HashSet<string>(threads[0][0].Participants, StringComparer.Ordinal);
        foreach (var thread in threads)
            shared.IntersectWith(thread[0].Participants);
        return shared.Count == 1 ? shared.First() : null;
    }
}
