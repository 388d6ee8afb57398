namespace Holdfast.Screenshots;

/// <summary>A message that is drawn, and so the truth to compare with.</summary>
internal sealed record DrawnMessage(bool IsMine, string Name, string Text, string Time)
{
    /// <summary>The words that it answers.</summary>
    public string? Quoted { get; init; }

    /// <summary>True for a picture.</summary>
    public bool IsPicture { get; init; }

    /// <summary>A day that stands above it.</summary>
    public string? Day { get; init; }

    /// <summary>Values in the text that must come out to the letter.</summary>
    public IReadOnlyList<ExactValue> Values { get; init; } = [];
}

/// <summary>A value that must come out to the letter.</summary>
internal sealed record ExactValue(string Kind, string Text);

/// <summary>A whole screen that is drawn.</summary>
internal sealed record DrawnPage(string Style, bool IsDark, string Language, string Title, IReadOnlyList<DrawnMessage> Messages, bool IsGroup)
{
    /// <summary>The font.</summary>
    public string Font { get; init; } = "Roboto";

    /// <summary>Size of the letters in CSS pixels.</summary>
    public double FontSize { get; init; } = 16;

    /// <summary>Widest bubble, in parts of the screen.</summary>
    public int MaxWidth { get; init; } = 76;

    /// <summary>True for a window of a computer.</summary>
    public bool IsDesktop { get; init; }

    /// <summary>Short name for the table and the files.</summary>
    public string Id => $"{Style}-{(IsDark ? "dark" : "light")}-{Language}{(IsGroup ? "-group" : "")}{(IsDesktop ? "-desktop" : "")}";
}
