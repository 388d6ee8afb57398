using Holdfast.Guidance;

namespace Holdfast.Core.Tests.Guidance;

public sealed class PlanContentTests
{
    private static readonly PlanTexts s_english = PlanContent.In("en");

    private static readonly PlanTexts s_italian = PlanContent.In("it");

    public static TheoryData<string> Languages() => ["en", "it"];

    [Fact]
    public void Both_languages_have_the_same_lines_and_titles()
    {
        Assert.Equal(s_english.Lines.Keys.Order(StringComparer.Ordinal), s_italian.Lines.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(s_english.Titles.Keys.Order(StringComparer.Ordinal), s_italian.Titles.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_rest_on_the_same_page()
    {
        foreach (var (id, line) in s_english.Lines)
            Assert.Equal((id, line.Source, line.Checked), (id, s_italian.Lines[id].Source, s_italian.Lines[id].Checked));
    }

    [Fact]
    public void No_line_is_left_in_the_other_language()
    {
        foreach (var (id, line) in s_english.Lines)
            Assert.NotEqual((id, line.Text), (id, s_italian.Lines[id].Text));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_line_has_its_source_beside_it(string language)
    {
        foreach (var (id, line) in PlanContent.In(language).Lines)
        {
            Assert.False(string.IsNullOrWhiteSpace(line.Text), id);
            Assert.True(Uri.TryCreate(line.Source, UriKind.Absolute, out var source) && source.Scheme is "https" or "http", id);
            Assert.True(line.Checked.Year >= 2026, id);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_outline_and_the_words_name_the_same_lines(string language)
    {
        var outline = PlanContent.Outline;
        var named = AllLines(outline).Select(line => line.Text).ToList();
        Assert.Equal(named.Count, named.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(PlanContent.In(language).Lines.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Equal(PlanContent.In(language).Titles.Keys, outline.Steps.Select(step => step.Id));
    }

    [Fact]
    public void Every_condition_names_facts_and_values_that_exist()
    {
        var outline = PlanContent.Outline;
        var conditions = AllLines(outline).Select(line => line.When)
            .Concat(outline.Steps.Select(step => step.When))
            .Concat(outline.Steps.SelectMany(step => step.Contacts).Select(contact => contact.When));
        foreach (var (fact, values) in conditions.SelectMany(when => when ?? []))
        {
            Assert.Contains(fact, PlanCase.Vocabulary.Keys);
            Assert.NotEmpty(values);
            foreach (var value in values.Select(value => value.TrimStart('!')))
            {
                var known = PlanCase.Vocabulary[fact].Contains(value)
                    || (fact == "country" && CountryCode.TryParse(value, out var code) && HelplineDirectory.BuiltIn.Knows(code));
                Assert.True(known, $"{fact}: {value}");
            }
        }
    }

    /// <summary>At most 24 words a line, and at most 18 a sentence: a frightened person reads at night.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void Every_line_is_short(string language)
    {
        foreach (var (id, line) in PlanContent.In(language).Lines)
        {
            Assert.True(Words(line.Text) <= 24, id);
            foreach (var sentence in line.Text.Split(['.', '?', '!', ':', ';'], StringSplitOptions.RemoveEmptyEntries))
                Assert.True(Words(sentence) <= 18, id);
        }
    }

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<PlanOutline.Line> AllLines(PlanOutline outline) =>
        [.. outline.Crisis, .. outline.Opening, .. outline.Steps.SelectMany(step => step.Actions.Concat(step.Why)),
            .. outline.Warnings, .. outline.Later];
}
