namespace Holdfast.Findings.Identifiers;

/// <summary>Looks at the surroundings of a place in a text; how far is always bounded, so that a search stays linear.</summary>
internal static class TextWindow
{
    /// <summary>Up to this many characters before a place.</summary>
    public static ReadOnlySpan<char> Before(this string text, int place, int most) =>
        text.AsSpan(Math.Max(0, place - most), Math.Min(most, place));

    /// <summary>Up to this many characters from a place on.</summary>
    public static ReadOnlySpan<char> After(this string text, int place, int most) =>
        text.AsSpan(place, Math.Min(most, text.Length - place));

    /// <summary>True when no letter or digit touches the place from the left.</summary>
    public static bool StartsWordAt(this string text, int place) => place == 0 || !char.IsLetterOrDigit(text[place - 1]);

    /// <summary>True when no letter or digit follows.</summary>
    public static bool EndsWordAt(this string text, int place) => place >= text.Length || !char.IsLetterOrDigit(text[place]);
}
