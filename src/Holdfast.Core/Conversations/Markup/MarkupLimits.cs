namespace Holdfast.Conversations.Markup;

/// <summary>Bounds of reading markup; what goes beyond them is hostile, or of no use to the person.</summary>
internal sealed record MarkupLimits
{
    /// <summary>Most bytes that are kept of the value of one attribute (pictures are written into attributes as base64).</summary>
    internal int LongestAttribute { get; init; } = 1 << 20;

    /// <summary>Attributes of which only the name is kept, because their value is a file and no words.</summary>
    internal IReadOnlyList<string> Unwanted { get; init; } = [];

    /// <summary>Most bytes of text, attributes and elements that one record may hold before it is ended.</summary>
    internal int LargestRecord { get; init; } = 16 << 20;

    /// <summary>Deepest element within a record; the content of deeper ones belongs to the deepest that is kept.</summary>
    internal int Depth { get; init; } = 512;
}
