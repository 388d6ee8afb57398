using Holdfast.Findings;
using Holdfast.Words;

namespace Holdfast.Guidance;

/// <summary>The words for "what is happening?".</summary>
public static class VerdictWords
{
    /// <summary>A few words, such as "This is blackmail".</summary>
    /// <param name="words">The language.</param>
    /// <param name="verdict">What is happening.</param>
    /// <param name="form">Which form; null when that is open.</param>
    public static string Headline(this Wording words, Verdict verdict, BlackmailForm? form) =>
        words.Get(Key(words, verdict, form, "headline"));

    /// <summary>One or two sentences that explain it.</summary>
    /// <param name="words">The language.</param>
    /// <param name="verdict">What is happening.</param>
    /// <param name="form">Which form; null when that is open.</param>
    public static string Explanation(this Wording words, Verdict verdict, BlackmailForm? form) =>
        words.Get(Key(words, verdict, form, "text"));

    private static string Key(Wording words, Verdict verdict, BlackmailForm? form, string part)
    {
        var general = $"verdict.{Wording.Hyphenated(verdict.ToString())}";
        var exact = form is { } known ? $"{general}.{Wording.Hyphenated(known.ToString())}.{part}" : general;
        return words.Has(exact) ? exact : $"{general}.{part}";
    }
}
