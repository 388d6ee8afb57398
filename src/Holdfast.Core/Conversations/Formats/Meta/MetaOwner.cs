namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Finds whose export it is: the name in the personal file; else the one member that all conversations share; else, in
/// a conversation of two, the member that the title does not name. Where these are silent the person must be asked.
/// </summary>
/// <param name="personNames">What the personal file says that may be the name.</param>
/// <param name="threads">The conversations, each with its files.</param>
internal sealed class MetaOwner(IReadOnlyList<string> personNames, IReadOnlyList<List<MetaFile>> threads)
{
    private readonly string? _common = ChatOwner.CommonTo([.. threads.Select(thread => thread[0].Participants)]);

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
            return (_common, ChatOwner.FromAllChats);
        return ChatOwner.NotNamedBy(file.Title, file.Participants) is { } other ? (other, ChatOwner.FromOneChat) : (null, 0);
    }
}
