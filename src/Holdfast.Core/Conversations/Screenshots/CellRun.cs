namespace Holdfast.Conversations.Screenshots;

/// <summary>A stretch of cells of one row that belong together.</summary>
internal struct CellRun(int y, int left, int right)
{
    /// <summary>Row.</summary>
    internal readonly int Y = y;

    /// <summary>First column.</summary>
    internal readonly int Left = left;

    /// <summary>Last column.</summary>
    internal int Right = right;
}
