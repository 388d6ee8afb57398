namespace Holdfast.Conversations;

/// <summary>A rectangle in a picture, in pixels of the picture as it is stored, from its upper left corner.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct PictureBox(int X, int Y, int Width, int Height)
{
    /// <summary>First column to the right of it.</summary>
    public int Right => X + Width;

    /// <summary>First row below it.</summary>
    public int Bottom => Y + Height;
}

/// <summary>How the words of a message were read out of a picture (OCR). The picture is <see cref="Message.File"/>.</summary>
/// <param name="Box">Where in the picture the message stands.</param>
/// <param name="Confidence">How sure the reading is, from 0 to 1: the mean over its words, weighted by their length.</param>
public sealed record PictureReading(PictureBox Box, double Confidence)
{
    /// <summary>
    /// Values in the text whose checksum (IBAN, wallet) held only after a usual slip of reading was put right; each must
    /// be compared with the picture.
    /// </summary>
    public IReadOnlyList<RepairedValue> Repairs { get; init; } = [];

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "picture reading";
}

/// <summary>A value that was repaired after it was read from a picture.</summary>
/// <param name="Start">Where the repaired value begins in the text of the message.</param>
/// <param name="Length">Its length.</param>
/// <param name="Read">What the machine read at first.</param>
public sealed record RepairedValue(int Start, int Length, string Read)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "repaired value";
}
