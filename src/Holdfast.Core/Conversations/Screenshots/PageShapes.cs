namespace Holdfast.Conversations.Screenshots;

/// <summary>What stands on a screenshot, by its shape alone; nothing has been read yet.</summary>
internal sealed class PageShapes
{
    /// <summary>The cells.</summary>
    internal required CellGrid Grid { get; init; }

    /// <summary>All plain areas.</summary>
    internal required FlatRegions Regions { get; init; }

    /// <summary>Size of the usual font, in cells.</summary>
    internal required double Em { get; init; }

    /// <summary>The ground that the chat stands on, or null when it is a photograph.</summary>
    internal FlatRegion? Ground { get; init; }

    /// <summary>The part of the picture that the chat fills, without a list of chats beside it.</summary>
    internal required CellBox Pane { get; init; }

    /// <summary>Filled shapes from top to bottom.</summary>
    internal required IReadOnlyList<BubbleShape> Bubbles { get; init; }

    /// <summary>Rows of letters outside them, from top to bottom.</summary>
    internal required IReadOnlyList<TextRow> Rows { get; init; }

    /// <summary>Pictures outside bubbles.</summary>
    internal required IReadOnlyList<CellBox> Pictures { get; init; }
}
