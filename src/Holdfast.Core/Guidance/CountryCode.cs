using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Guidance;

/// <summary>A country that the person chose: two letters of ISO 3166-1. Never guessed: a wrong guess leads to a wrong line.</summary>
public readonly record struct CountryCode
{
    private readonly string? _letters;

    private CountryCode(string letters) => _letters = letters;

    /// <summary>The two capital letters, such as <c>IT</c>; empty for the default value.</summary>
    public string Letters => _letters ?? "";

    /// <summary>Reads two ASCII letters in either case. <c>UK</c> is taken as <c>GB</c>.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="code">The country.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out CountryCode code)
    {
        code = default;
        if (text is not { Length: 2 } || !char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1]))
            return false;
        var letters = text.ToUpperInvariant();
        code = new CountryCode(letters == "UK" ? "GB" : letters);
        return true;
    }

    /// <summary>The two letters.</summary>
    public override string ToString() => Letters;
}
