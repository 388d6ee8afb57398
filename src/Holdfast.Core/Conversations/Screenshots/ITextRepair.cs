namespace Holdfast.Conversations.Screenshots;

/// <summary>A text after repair.</summary>
/// <param name="Text">The text, repaired where it could be.</param>
/// <param name="Repairs">What was changed, in order; places are those in <see cref="Text"/>.</param>
public sealed record RepairedText(string Text, IReadOnlyList<RepairedValue> Repairs)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "repaired text";
}

/// <summary>
/// Puts right what was misread in values that carry a checksum. Reading knows nothing of account numbers, so whoever
/// starts it brings this.
/// </summary>
public interface ITextRepair
{
    /// <summary>Repairs what can be repaired in exactly one way, and leaves the rest as it was read.</summary>
    /// <param name="text">A text that was read from a picture.</param>
    RepairedText Repair(string text);
}
