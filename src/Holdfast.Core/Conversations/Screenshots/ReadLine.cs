namespace Holdfast.Conversations.Screenshots;

/// <summary>A line of words that was read; boxes are in pixels of the picture.</summary>
/// <param name="Words">Its words from left to right; at least one.</param>
internal sealed record ReadLine(IReadOnlyList<RecognisedWord> Words)
{
    /// <summary>The words with single spaces.</summary>
    internal string Text => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>Left edge.</summary>
    internal int Left => Words.Min(word => word.Box.X);

    /// <summary>First column to the right of it.</summary>
    internal int Right => Words.Max(word => word.Box.Right);

    /// <summary>How sure the reading is: the mean over the words, weighted by their length.</summary>
    internal double Confidence => Words.Sum(word => word.Confidence * word.Text.Length) / Words.Sum(word => word.Text.Length);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "line";
}
