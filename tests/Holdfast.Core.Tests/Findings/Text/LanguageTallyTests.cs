using Holdfast.Findings.Signs;

namespace Holdfast.Core.Tests.Findings.Text;

public sealed class LanguageTallyTests
{
    [Theory]
    [InlineData("what are you doing with the money that you have", "en")]
    [InlineData("non so che cosa fare con i soldi che hai", "it")]
    [InlineData("", "")]
    [InlineData("12345 !!! \U0001F600", "")]
    public void The_small_words_tell_the_language(string text, string language)
    {
        var matcher = new PhraseMatcher(SignCatalog.Default);
        matcher.Match(text, []);
        Assert.Equal(language, matcher.Languages.Ranked().FirstOrDefault() ?? "");
    }

    [Fact]
    public void Two_languages_are_both_named_and_nothing_is_left_after_clearing()
    {
        var matcher = new PhraseMatcher(SignCatalog.Default);
        matcher.Match("what are you doing with the money that you have", []);
        matcher.Match("non so che cosa fare con i soldi che hai", []);
        Assert.Superset(new HashSet<string> { "en", "it" }, matcher.Languages.Ranked().ToHashSet());
        matcher.Languages.Clear();
        Assert.Empty(matcher.Languages.Ranked());
    }
}
