namespace Holdfast.Conversations.Screenshots;

/// <summary>A colour of a picture.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>How strongly coloured it is: 0 for greys, 255 for the purest colours.</summary>
    internal int Chroma => Math.Max(R, Math.Max(G, B)) - Math.Min(R, Math.Min(G, B));

    /// <summary>The greatest difference in one of the three channels. A blue letter on white is as far as a black one.</summary>
    internal int DistanceTo(Rgb other) =>
        Math.Max(Math.Abs(R - other.R), Math.Max(Math.Abs(G - other.G), Math.Abs(B - other.B)));
}
