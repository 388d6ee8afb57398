namespace Holdfast.Conversations.Screenshots;

/// <summary>Who a message on a screen is from.</summary>
internal enum Side
{
    /// <summary>Nobody: a line of the app.</summary>
    None,

    /// <summary>Somebody else, or in lists of rows whoever is named.</summary>
    Other,

    /// <summary>The owner of the phone.</summary>
    Mine,
}

/// <summary>One thing that stands on a screenshot of a chat, from top to bottom.</summary>
internal sealed record PageEntry
{
    /// <summary>Whose it is.</summary>
    internal Side Side { get; init; }

    /// <summary>Where it stands, in pixels.</summary>
    internal required PictureBox Box { get; init; }

    /// <summary>The words.</summary>
    internal string? Text { get; init; }

    /// <summary>The words that it answers.</summary>
    internal string? Quoted { get; init; }

    /// <summary>The name that stands by it.</summary>
    internal string? Name { get; init; }

    /// <summary>The time that stands by it.</summary>
    internal PrintedStamp? Stamp { get; init; }

    /// <summary>True for a line that only gives a day or time to what follows.</summary>
    internal bool IsSeparator { get; init; }

    /// <summary>True for a picture, or emoji alone.</summary>
    internal bool IsPicture { get; init; }

    /// <summary>How sure the reading is.</summary>
    internal double Confidence { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"entry ({Side})";
}
