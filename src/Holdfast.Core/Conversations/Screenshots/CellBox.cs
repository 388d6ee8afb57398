namespace Holdfast.Conversations.Screenshots;

/// <summary>A rectangle of cells; all four edges belong to it.</summary>
internal readonly record struct CellBox(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Number of columns.</summary>
    internal int Width => Right - Left + 1;

    /// <summary>Number of rows.</summary>
    internal int Height => Bottom - Top + 1;

    /// <summary>The column in the middle.</summary>
    internal int CentreX => (Left + Right) / 2;

    /// <summary>The row in the middle.</summary>
    internal int CentreY => (Top + Bottom) / 2;

    /// <summary>The smallest rectangle around both.</summary>
    internal CellBox With(CellBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Made larger on all sides.</summary>
    internal CellBox Grown(int by) => new(Left - by, Top - by, Right + by, Bottom + by);

    /// <summary>True when the cell lies in it.</summary>
    internal bool Holds(int x, int y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    /// <summary>True when the other rectangle lies in it.</summary>
    internal bool Holds(CellBox other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>True when the two share a cell.</summary>
    internal bool Meets(CellBox other) =>
        other.Left <= Right && other.Right >= Left && other.Top <= Bottom && other.Bottom >= Top;
}
