namespace Holdfast.Conversations.Screenshots;

/// <summary>A filled shape that holds a message, or a small label in the middle of a chat.</summary>
/// <param name="Region">Its filling.</param>
/// <param name="Box">Its rectangle, without the little tail.</param>
internal sealed record BubbleShape(FlatRegion Region, CellBox Box)
{
    /// <summary>Areas inside it: a quotation, a preview, an emoji.</summary>
    public List<BubbleShape> Inner { get; } = [];

    /// <summary>The ink on it, without what stands on the areas inside.</summary>
    public List<Mark> Marks { get; } = [];

    /// <summary>A picture that lies in it, or null.</summary>
    public CellBox? Picture { get; init; }
}
