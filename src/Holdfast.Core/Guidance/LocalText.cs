namespace Holdfast.Guidance;

/// <summary>A short text in every language that Holdfast speaks. Each is required, so that none can be forgotten.</summary>
/// <param name="En">English.</param>
/// <param name="It">Italian.</param>
public sealed record LocalText(string En, string It)
{
    /// <summary>The text in one language; English when Holdfast does not speak it.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    public string In(string language) => language == "it" ? It : En;

    /// <summary>The English text.</summary>
    public override string ToString() => En;
}
