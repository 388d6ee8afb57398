namespace Holdfast.Conversations.Screenshots;

/// <summary>What was read in one bubble.</summary>
internal sealed class BubbleReading
{
    /// <summary>The words of the message; null when there are none.</summary>
    internal string? Text { get; init; }

    /// <summary>The name over the words, as groups show it.</summary>
    internal string? Name { get; init; }

    /// <summary>The words of another message that it answers.</summary>
    internal string? Quoted { get; init; }

    /// <summary>The time in its corner.</summary>
    internal PrintedStamp? Stamp { get; init; }

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    internal double Confidence { get; init; }

    /// <summary>How strongly the letters stand out; hints in input fields are pale.</summary>
    internal int Contrast { get; init; }

    /// <summary>True when it holds a picture or nothing but emoji.</summary>
    internal bool IsPicture { get; init; }
}
