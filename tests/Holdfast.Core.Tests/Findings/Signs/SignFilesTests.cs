using Holdfast.Findings.Signs;

namespace Holdfast.Core.Tests.Findings.Signs;

/// <summary>The examples in <c>content/signs</c> are tests: each sentence is matched by the engine that people use.</summary>
public sealed class SignFilesTests
{
    private static readonly PhraseMatcher Matcher = new(SignCatalog.Default);

    public static TheoryData<string, string, bool> Examples()
    {
        var rows = new TheoryData<string, string, bool>();
        foreach (var sign in SignCatalog.Default.Signs)
        {
            foreach (var example in sign.Examples)
            {
                rows.Add(sign.Id, example.Text, example.MustMatch);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_shows_its_sign_or_does_not(string sign, string text, bool mustMatch) =>
        Assert.Equal(mustMatch, SignsIn(text).Contains(sign));

    [Fact]
    public void Every_sign_has_reasons_phrases_and_examples_in_English_and_Italian()
    {
        Assert.True(SignCatalog.Default.Signs.Count >= 30);
        foreach (var sign in SignCatalog.Default.Signs)
        {
            foreach (var language in new[] { "en", "it" })
            {
                Assert.True(sign.Why.ContainsKey(language), sign.Id);
                Assert.Contains(sign.Phrases, phrase => phrase.Language == language);
                Assert.Contains(sign.Examples, example => example.Language == language && example.MustMatch);
                Assert.Contains(sign.Examples, example => example.Language == language && !example.MustMatch);
            }
        }
    }

    [Theory]
    [InlineData("I w\u0456ll s\u0435nd y\u043Eur nud\u0435s to all your followers")]
    [InlineData("I will send your nu\u200Bdes to all your fol\u00ADlowers")]
    [InlineData("I WILL SEND YOUR \uFF2E\uFF35\uFF24\uFF25\uFF33 TO ALL YOUR FOLLOWERS")]
    [InlineData("i will send your n u d e s to all your followers")]
    [InlineData("i will s3nd your nud3s to all your f0ll0wers")]
    [InlineData("i will s3nd your nudes to all your followers")]
    [InlineData("i will send your nud3s to all your followers")]
    [InlineData("i will send your nudes to all your f0ll0wers")]
    [InlineData("I will send your \U0001D427\U0001D42E\U0001D41D\U0001D41E\U0001D42C to all your followers")]
    [InlineData("I'll send your ńüdês to all your followers")]
    public void Hidden_letters_do_not_hide_a_threat(string text) =>
        Assert.Contains("threat-to-publish", SignsIn(text));

    [Fact]
    public void A_quote_points_at_the_words_in_the_original_text()
    {
        const string text = "hello 😈 … I w\u0456ll send your nu\u200Bdes to all your followers, ok?";
        var hits = new List<SignHit>();
        Matcher.Match(text, hits);
        var hit = hits.First(found => SignCatalog.Default.Signs[found.Sign].Id == "threat-to-publish");
        var quote = text.Substring(hit.Start, hit.Length);
        Assert.StartsWith("I w", quote, StringComparison.Ordinal);
        Assert.EndsWith("followers", quote, StringComparison.Ordinal);
    }

    private static HashSet<string> SignsIn(string text)
    {
        var hits = new List<SignHit>();
        Matcher.Match(text, hits);
        return [.. hits.Select(hit => SignCatalog.Default.Signs[hit.Sign].Id)];
    }
}
