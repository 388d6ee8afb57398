using Holdfast.Findings.Signs;
using Holdfast.Findings.Text;

namespace Holdfast.Core.Tests.Findings.Signs;

/// <summary>The pattern language of content/signs/README.md.</summary>
public sealed class PatternParserTests
{
    private static readonly Dictionary<(string Language, string Name), IReadOnlyList<string>> Lists = new()
    {
        [("en", "images")] = ["nudes", "pic*", "private video*"],
        [("en", "your")] = ["your", "ur"],
    };

    /// <summary>The words that match, or null.</summary>
    private static string? Match(string pattern, string text, long budget = 100_000)
    {
        var vocabulary = new Vocabulary();
        var parser = new PatternParser(vocabulary, Lists, new CommonWords([]));
        var program = new PatternProgram(parser.Parse(pattern, "en"), parser.Union);
        vocabulary.ClassMade += (wordClass, info) =>
        {
            foreach (var set in parser.Sets)
                set.TakeUp(wordClass, info);
        };
        var tokenizer = new Tokenizer(vocabulary);
        tokenizer.Tokenize(text);
        for (var start = 0; start < tokenizer.Tokens.Length; start++)
        {
            if (program.MatchFrom(tokenizer.Tokens, start, vocabulary, ref budget) is var end && end > start)
                return text[tokenizer.Tokens[start].Start..tokenizer.Tokens[end - 1].End];
        }

        return null;
    }

    [Theory]
    [InlineData("nudes", "my nudes!", "nudes")]
    [InlineData("nudes", "my nude", null)]
    [InlineData("screenshot*", "two screenshots", "screenshots")]
    [InlineData("screenshot*", "a screen", null)]
    [InlineData("split screen", "a split screen", "split screen")]
    [InlineData("split screen", "split the screen", null)]
    [InlineData("split screen", "split. screen", null)]
    [InlineData("(leak|make public)", "i make public", "make public")]
    [InlineData("(leak|make public)", "i leak", "leak")]
    [InlineData("send me [only] #", "send me 200", "send me 200")]
    [InlineData("send me [only] #", "send me only 200", "send me only 200")]
    [InlineData("send me [only|just the] #", "send me just the 200", "send me just the 200")]
    [InlineData("send me [only] #", "send me never 200", null)]
    [InlineData("send ... wallet", "send wallet", "send wallet")]
    [InlineData("send ... wallet", "send it to my wallet", "send it to my wallet")]
    [InlineData("send ... wallet", "send it to my other wallet", null)]
    [InlineData("pay ...5 publish", "pay now or i will publish", "pay now or i will publish")]
    [InlineData("pay ...1 publish", "pay now or publish", null)]
    [InlineData("pay ...5 publish", "pay now. i will publish", null)]
    [InlineData("@your @images", "UR nudes", "UR nudes")]
    [InlineData("@your @images", "your private videos", "your private videos")]
    [InlineData("@your @images", "your shoes", null)]
    [InlineData("another #", "another $200", "another $200")]
    [InlineData("another #", "another two", null)]
    [InlineData("pay ([right] now|today)", "pay right now", "pay right now")]
    [InlineData(":devil: pay", "\U0001F608 pay", "\U0001F608 pay")]
    public void A_pattern_matches_as_its_table_says(string pattern, string text, string? words) =>
        Assert.Equal(words?.Replace("$200", "200", StringComparison.Ordinal), Match(pattern, text)?.Replace("$200", "200", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("pay)")]
    [InlineData("(pay")]
    [InlineData("[pay")]
    [InlineData("(pay]")]
    [InlineData("()")]
    [InlineData("(pay|)")]
    [InlineData("pay | now")]
    [InlineData("Pay")]
    [InlineData("é")]
    [InlineData("don't")]
    [InlineData("pa*")]
    [InlineData("*")]
    [InlineData("pay .. now")]
    [InlineData("pay ...9 now")]
    [InlineData("pay ...0 now")]
    [InlineData("@nobody")]
    [InlineData("@")]
    [InlineData("#")]
    [InlineData("...")]
    [InlineData("[pay]")]
    [InlineData("[pay] ... [now] #")]
    public void A_pattern_that_breaks_the_rules_is_refused(string pattern) =>
        Assert.Throws<FormatException>(() => Match(pattern, "pay now"));

    [Theory]
    [InlineData("pay ...99999999999999999999 now")]
    public void A_gap_of_absurd_width_is_refused_as_any_other(string pattern) =>
        Assert.Throws<FormatException>(() => Match(pattern, "pay now"));

    [Fact]
    public void A_text_made_to_be_slow_uses_up_its_steps_and_ends()
    {
        var vocabulary = new Vocabulary();
        var parser = new PatternParser(vocabulary, Lists, new CommonWords([]));
        var program = new PatternProgram(parser.Parse("pay ...8 pay ...8 pay ...8 pay ...8 pay ...8 pay ...8 pay ...8 pay ...8 never", "en"), parser.Union);
        vocabulary.ClassMade += (wordClass, info) =>
        {
            foreach (var set in parser.Sets)
                set.TakeUp(wordClass, info);
        };
        var tokenizer = new Tokenizer(vocabulary);
        tokenizer.Tokenize(string.Concat(Enumerable.Repeat("pay ", 200)));
        long budget = 50_000;
        Assert.Equal(-1, program.MatchFrom(tokenizer.Tokens, 0, vocabulary, ref budget));
        Assert.True(budget <= 0);
    }
}
