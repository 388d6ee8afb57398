namespace Holdfast.Findings.Signs;

/// <summary>Whose words make a sign.</summary>
public enum CountsFor
{
    /// <summary>The other party, or a speaker who is not known.</summary>
    Other,

    /// <summary>The person who asks for help.</summary>
    Owner,

    /// <summary>Anybody.</summary>
    Any,
}

/// <summary>One phrase of a sign.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Pattern">The pattern, as the expert wrote it.</param>
/// <param name="Weight">Evidence: 0.5 faint, 1 weak, 2 clear, 3 strong alone.</param>
/// <param name="Line">Line in the sign's file, from 1.</param>
public sealed record SignPhrase(string Language, string Pattern, double Weight, int Line);

/// <summary>A sentence that must, or must not, show a sign.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Text">The sentence; invented.</param>
/// <param name="MustMatch">True when it must match.</param>
/// <param name="Line">Line in the sign's file, from 1.</param>
public sealed record SignExample(string Language, string Text, bool MustMatch, int Line);

/// <summary>A sign of sextortion, as an expert wrote it down in <c>content/signs</c>.</summary>
/// <param name="Id">The name of its file.</param>
/// <param name="Stage">The stage it shows, or <c>none</c>.</param>
/// <param name="CountsFor">Whose words make it.</param>
/// <param name="Weight">Evidence of a phrase that has no weight of its own.</param>
/// <param name="Why">Why it matters, by language.</param>
/// <param name="Phrases">The phrases, all languages.</param>
/// <param name="Examples">The sentences it is tested with.</param>
public sealed record Sign(
    string Id,
    string Stage,
    CountsFor CountsFor,
    double Weight,
    IReadOnlyDictionary<string, string> Why,
    IReadOnlyList<SignPhrase> Phrases,
    IReadOnlyList<SignExample> Examples);
