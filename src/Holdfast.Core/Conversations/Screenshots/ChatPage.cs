namespace Holdfast.Conversations.Screenshots;

/// <summary>What kind of screen was photographed.</summary>
internal enum PageKind
{
    /// <summary>A chat.</summary>
    Chat,

    /// <summary>The page of an account.</summary>
    Profile,

    /// <summary>Other text; nobody can say who wrote it.</summary>
    Text,
}

/// <summary>One screenshot, read.</summary>
internal sealed record ChatPage
{
    /// <summary>The picture.</summary>
    internal required ExportFile File { get; init; }

    /// <summary>Its length in bytes.</summary>
    internal required long Length { get; init; }

    /// <summary>What it shows.</summary>
    internal required PageKind Kind { get; init; }

    /// <summary>The name in the bar at the top, if there is one.</summary>
    internal string? Title { get; init; }

    /// <summary>True when the app writes rows with names instead of bubbles.</summary>
    internal bool HasRows { get; init; }

    /// <summary>The colour of the ground.</summary>
    internal Rgb Ground { get; init; }

    /// <summary>What stands on it, from top to bottom.</summary>
    internal required IReadOnlyList<PageEntry> Entries { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"page ({Kind})";
}
