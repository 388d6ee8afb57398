namespace Holdfast.Preservation;

/// <summary>What the person decided about a case.</summary>
public sealed record CaseOptions
{
    /// <summary>
    /// Names (<see cref="Conversations.ExportFile.Name"/>, compared exactly) of files that the person looked at and says are
    /// safe to copy. Every picture, video, document and unknown file that is not named here is withheld.
    /// </summary>
    public IReadOnlyList<string> SafeToCopy { get; init; } = [];

    /// <summary>The person's own account, in their words; it becomes an item of its own. Null when there is none.</summary>
    public string? Account { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "case options";
}
