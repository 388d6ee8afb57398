namespace Holdfast.Conversations.Screenshots;

/// <summary>A connected piece of ink: a letter, a dot, a tick, an emoji.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Area">Number of its cells.</param>
/// <param name="Region">The area that it is drawn on, or -1.</param>
/// <param name="Colour">The colour that differs most from the ground: the colour of the letter without its soft edges.</param>
/// <param name="Ground">The colour of the ground there.</param>
internal readonly record struct Mark(CellBox Box, int Area, int Region, Rgb Colour, Rgb Ground)
{
    /// <summary>How much it stands out.</summary>
    internal int Contrast => Colour.DistanceTo(Ground);
}
