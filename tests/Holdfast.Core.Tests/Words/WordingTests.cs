using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Guidance;
using Holdfast.Words;

namespace Holdfast.Core.Tests.Words;

public sealed partial class WordingTests
{
    private static readonly Wording s_english = Wording.For("en");

    private static readonly Wording s_italian = Wording.For("it");

    [Fact]
    public void No_sentence_is_missing_in_either_language() =>
        Assert.Equal(s_english.Keys.Order(StringComparer.Ordinal), s_italian.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_sentence_is_empty()
    {
        foreach (var words in new[] { s_english, s_italian })
            Assert.DoesNotContain(words.Keys, key => string.IsNullOrWhiteSpace(words.Get(key)));
    }

    [Fact]
    public void Both_languages_have_the_same_places_to_fill()
    {
        foreach (var key in s_english.Keys)
            Assert.Equal((key, Places(s_english.Get(key))), (key, Places(s_italian.Get(key))));
    }

    [Fact]
    public void Every_problem_has_its_words()
    {
        foreach (var kind in Enum.GetValues<ProblemKind>())
            Assert.NotEqual($"problem.{Wording.Hyphenated(kind.ToString())}", s_italian.GetFor("problem", kind));
    }

    [Fact]
    public void Every_kind_of_message_folder_and_list_has_its_words()
    {
        AllNamed<MessageKind>("kind");
        AllNamed<MessageEvent>("event");
        AllNamed<ConversationFolder>("folder");
        AllNamed<ContactRelation>("relation");

        static void AllNamed<TValue>(string group)
            where TValue : struct, Enum
        {
            foreach (var value in Enum.GetValues<TValue>())
                Assert.NotEqual($"{group}.{Wording.Hyphenated(value.ToString())}", s_italian.GetFor(group, value));
        }
    }

    [Fact]
    public void Every_format_has_a_name_that_people_know()
    {
        string[] others = ["messenger-json", "messenger-html", "screenshot"];
        Assert.All(ExportReaders.All.Select(reader => reader.Format).Concat(others), format => Assert.True(s_italian.Has("format." + format), format));
    }

    [Fact]
    public void Every_verdict_has_its_words_in_every_form()
    {
        BlackmailForm?[] forms = [null, .. Enum.GetValues<BlackmailForm>()];
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            foreach (var form in forms)
            {
                Assert.DoesNotContain("verdict.", s_english.Headline(verdict, form), StringComparison.Ordinal);
                Assert.DoesNotContain("verdict.", s_italian.Explanation(verdict, form), StringComparison.Ordinal);
            }
        }

        var headlines = forms.Select(form => s_english.Headline(Verdict.Blackmail, form)).ToList();
        Assert.Equal(headlines.Count, headlines.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_sentence_can_be_filled()
    {
        foreach (var words in new[] { s_english, s_italian })
        {
            // The sentences of the report name what they are filled with; the tests of the report fill them.
            foreach (var key in words.Keys.Where(key => !key.StartsWith("evidence.", StringComparison.Ordinal)))
                Assert.DoesNotContain("{", words.Get(key, "one", 2, "three"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sign", "name", "false-identity mass-contact explicit-talk rushed-closeness image-offered image-asked move-to-other-app secrecy pressure hacking-claim recorded-claim has-images-claim contacts-claim threat-to-publish threat-of-ruin threat-of-harm money-demand payment-method deadline repeated-demand more-images-demand act-demand account-demand false-accusation mass-mail-marks recovery-offer own-report pleading")]
    [InlineData("sign", "meaning", "false-identity mass-contact explicit-talk rushed-closeness image-offered image-asked move-to-other-app secrecy pressure hacking-claim recorded-claim has-images-claim contacts-claim threat-to-publish threat-of-ruin threat-of-harm money-demand payment-method deadline repeated-demand more-images-demand act-demand account-demand false-accusation mass-mail-marks recovery-offer own-report pleading")]
    [InlineData("stage", "", "first-contact closeness sexual-talk image-asked image-sent other-app threat demand repeated-demand")]
    [InlineData("next", "", "pause do-not-pay secure-evidence collect-links get-help change-password report-mail stay-safe")]
    [InlineData("question", "", "seen-real-image which-name-is-you date-order country age paid paid-by posted")]
    [InlineData("identifier", "", "phone email url username iban sort-code-account card bitcoin ethereum tron litecoin monero paypal cash-app venmo zelle wise revolut money-transfer-number gift-card")]
    [InlineData("layer", "passed", "archive structure payload tags completeness custody withheld seal time-stamp items slip")]
    [InlineData("layer", "failed", "archive structure payload tags completeness custody withheld seal time-stamp items slip")]
    [InlineData("layer", "absent", "archive structure payload tags completeness custody withheld seal time-stamp items slip")]
    public void Every_name_has_its_words(string group, string part, string names)
    {
        foreach (var name in names.Split(' '))
            Assert.Contains(part.Length == 0 ? $"{group}.{name}" : $"{group}.{name}.{part}", s_english.Keys);
    }

    [Fact]
    public void Every_country_with_helplines_has_a_name() => Assert.All(
        HelplineDirectory.BuiltIn.Countries, country => Assert.Contains($"country.{country}", s_english.Keys));

    [Fact]
    public void Every_question_of_a_plan_has_its_words()
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var plan = Planner.Plan(new Assessment { Verdict = verdict }, new PlanAnswers { Paid = true });
            Assert.All(plan.Questions, question => Assert.Contains($"question.{question}", s_english.Keys));
        }
    }

    [Theory]
    [InlineData("it", "it")]
    [InlineData("IT", "it")]
    [InlineData("it_IT.UTF-8", "it")]
    [InlineData("it-CH", "it")]
    [InlineData("ita", "en")]
    [InlineData("i", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_locale_leads_to_its_language(string? asked, string spoken) => Assert.Equal(spoken, Wording.For(asked).Language);

    [Fact]
    public void A_name_that_does_not_exist_is_shown_as_it_is() => Assert.Equal("no.such.key", s_italian.Get("no.such.key"));

    [Fact]
    public void Places_are_filled_without_regard_to_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = commas;
            Assert.Equal("1.5 times", s_english.Get("label.times", 1.5m));
            Assert.Equal("Text SHOUT to 85258", s_english.Get("label.send-word", "SHOUT", "85258"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
