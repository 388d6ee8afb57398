using System.Text.RegularExpressions;
using Holdfast.Guidance;
using Holdfast.Words;

namespace Holdfast.Core.Tests.Guidance;

/// <summary>What no sentence may say. A word list cannot prove good tone, but it catches the worst slips.</summary>
public sealed partial class ToneTests
{
    public static TheoryData<string> Languages() => ["en", "it"];

    [Theory, MemberData(nameof(Languages))]
    public void Nobody_is_told_to_pay_or_to_answer(string language)
    {
        foreach (var (key, text) in AllSentences(language).Where(sentence => !IsName(sentence.Key)))
            Assert.True(AdvisesNothingWrong(language, text), key);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Nobody_is_blamed_and_nobody_is_called_a_victim(string language)
    {
        foreach (var (key, text) in AllSentences(language))
            Assert.False(Blames(language, text), key);
    }

    [Theory]
    [InlineData("en", "Pay them once. Then block.")]
    [InlineData("en", "Answer and ask for more time.")]
    [InlineData("it", "Paga una volta sola.")]
    [InlineData("it", "Rispondi con calma.")]
    public void Bad_advice_is_caught(string language, string text) => Assert.False(AdvisesNothingWrong(language, text));

    [Theory]
    [InlineData("en", "You should have known better.")]
    [InlineData("en", "It is your fault.")]
    [InlineData("en", "Help for sextortion victims.")]
    [InlineData("it", "Avresti dovuto pensarci.")]
    [InlineData("it", "È colpa tua.")]
    [InlineData("it", "La vittima deve denunciare.")]
    public void Blame_is_caught(string language, string text) => Assert.True(Blames(language, text));

    private static bool AdvisesNothingWrong(string language, string text)
    {
        var (command, negation) = language == "it" ? (ItalianCommand(), ItalianNegation()) : (EnglishCommand(), EnglishNegation());
        return text.Split(['.', '?', '!', ':', ';'], StringSplitOptions.RemoveEmptyEntries)
            .All(sentence => !command.IsMatch(sentence) || negation.IsMatch(sentence));
    }

    /// <summary>Names and labels are no advice: "Un modo per pagare" is the name of a sign.</summary>
    private static bool IsName(string key) => key.EndsWith(".name", StringComparison.Ordinal)
        || key.StartsWith("label.", StringComparison.Ordinal) || key.StartsWith("payment.", StringComparison.Ordinal);

    private static bool Blames(string language, string text) => language == "it" ? ItalianBlame().IsMatch(text) : EnglishBlame().IsMatch(text);

    private static IEnumerable<(string Key, string Text)> AllSentences(string language)
    {
        var plan = PlanContent.In(language).Lines.Select(line => (line.Key, line.Value.Text));
        var words = Wording.For(language).Keys.Select(key => (key, Wording.For(language).Get(key)));
        var services = HelplineDirectory.BuiltIn.Countries.SelectMany(HelplineDirectory.BuiltIn.In)
            .Concat(HelplineDirectory.BuiltIn.International)
            .SelectMany(entry => new[] { (entry.Id, entry.Purpose.In(language)), (entry.Id, entry.Note?.In(language) ?? "") });
        return [.. plan, .. words, .. services];
    }

    [GeneratedRegex(@"^\W*(then )?(pay|answer|reply|respond|negotiate|bargain)\b|\b(you should|please|better|must) (pay|answer|reply)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishCommand();

    [GeneratedRegex(@"\b(not|never|stop|nothing|no)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishNegation();

    [GeneratedRegex(@"\b(paga|pagare|pagate|rispondi|rispondere|rispondigli|tratta|trattare|supplica)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItalianCommand();

    [GeneratedRegex(@"\b(non|mai|smetti|niente|né)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItalianNegation();

    [GeneratedRegex(@"(?<!not )your (own )?fault|you should(n't| not)? have|\b(victims?|stupid|foolish|naive|careless|reckless|gullible|ashamed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishBlame();

    [GeneratedRegex(@"(?<!non è )colpa tua|avresti dovuto|non dovevi|\b(vittim[ae]|stupid[oa]|ingenu[oa]|incaut[oa]|sciocc[oa]|vergognati)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItalianBlame();
}
