namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>One entry of the directory of a compound file: a stream, or a storage with entries of its own.</summary>
internal sealed class CompoundEntry(string name, bool isStorage, uint firstSector, long size)
{
    /// <summary>Its name.</summary>
    internal string Name => name;

    /// <summary>True for a storage (a folder), false for a stream (a file).</summary>
    internal bool IsStorage => isStorage;

    /// <summary>Where its bytes begin.</summary>
    internal uint FirstSector => firstSector;

    /// <summary>How many bytes it says to have.</summary>
    internal long Size => size;

    /// <summary>What a storage holds, by name.</summary>
    internal Dictionary<string, CompoundEntry> Children { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "compound entry";
}
