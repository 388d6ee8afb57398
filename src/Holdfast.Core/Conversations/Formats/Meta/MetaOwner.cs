namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Finds whose export it is: the name in the personal file; else the one member that all conversations share; else, in
/// a conversation of two, the member that the title does not name. Where these are silent the person must be asked.
/// </summary>
/// <param name="personNames">What the personal file says that may be the name.</param>
/// <param name="threads">The conversations, each with its files.</param>
internal sealed class MetaOwner(IReadOnlyList<string> personNames, IReadOnlyList<List<MetaFile>> threads)
{
    private const double ConcludedFromAll = 0.9;
    private const double ConcludedFromOne = 0.7;

    private readonly string? _common = Common(threads);

    /// <summary>The owner as a conversation spells it and how sure that is; null and 0 when unknown.</summary>
    internal (string? Name, double Confidence) In(MetaFile file, NamesSeen names, ReadingOptions options)
    {
        if (names.SaidToBeMe(options) is { } said)
            return (said, 1);
        foreach (var name in personNames)
        {
            if (names.Contains(name))
                return (name, 1);
        }

        if (_common is not null && names.Contains(_common))
            return (_common, ConcludedFromAll);
        if (file.Participants is not [var first, var second] || file.Title is null || first == second)
            return (null, 0);
        return file.Title == first ? (second, ConcludedFromOne) : file.Title == second ? (first, ConcludedFromOne) : (null, 0);
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
