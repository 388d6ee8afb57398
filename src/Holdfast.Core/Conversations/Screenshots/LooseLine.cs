namespace Holdfast.Conversations.Screenshots;

/// <summary>A row outside bubbles, read.</summary>
/// <param name="Row">The row.</param>
/// <param name="Read">What was read in it.</param>
/// <param name="Confidence">How sure the reading is.</param>
/// <param name="Stamp">The date or time that it is, or null.</param>
internal sealed record LooseLine(TextRow Row, ReadLine Read, double Confidence, PrintedStamp? Stamp)
{
    /// <summary>Its words with single spaces.</summary>
    internal string Text { get; } = Read.Text;

    /// <summary>Where it stands.</summary>
    internal CellBox Box => Row.Box;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "loose line";
}
