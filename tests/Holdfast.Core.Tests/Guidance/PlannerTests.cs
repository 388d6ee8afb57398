using Holdfast.Findings;
using Holdfast.Guidance;

namespace Holdfast.Core.Tests.Guidance;

public sealed class PlannerTests
{
    private static readonly bool?[] s_answers = [null, false, true];

    [Fact]
    public void Blackmail_has_the_five_steps_in_order() => Assert.Equal(
        ["pause", "do-not-pay", "secure-evidence", "collect-links", "get-help"], Steps(Make(Verdict.Blackmail)));

    [Fact]
    public void A_bluff_asks_for_no_links_but_for_a_new_password() => Assert.Equal(
        ["pause", "do-not-pay", "secure-evidence", "report-mail", "change-password", "get-help"], Steps(Make(Verdict.Bluff)));

    [Fact]
    public void An_attempt_ends_the_contact_and_closes_the_account_to_strangers() => Assert.Equal(
        ["pause", "do-not-pay", "secure-evidence", "stay-safe", "get-help"], Steps(Make(Verdict.Attempt)));

    [Fact]
    public void Caution_slows_down() => Assert.Equal(["pause", "stay-safe", "get-help"], Steps(Make(Verdict.Caution)));

    [Fact]
    public void No_signs_stays_calm_and_promises_nothing()
    {
        var plan = Make(Verdict.NoSigns);
        Assert.Equal(["stay-safe", "get-help"], Steps(plan));
        Assert.Contains("not a promise", plan.Opening[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_plan_is_whole()
    {
        foreach (var (verdict, form, answers) in AllCases())
        {
            var plan = Planner.Plan(new Assessment { Verdict = verdict, Form = form }, answers);
            var name = $"{verdict} {form} {answers.Age} {answers.Country} paid {answers.Paid} {answers.PaidBy} posted {answers.Posted} helper {answers.Helper}";
            Assert.NotEmpty(plan.Crisis.Lines);
            Assert.NotEmpty(plan.Crisis.Contacts);
            Assert.NotEmpty(plan.Opening);
            Assert.Contains(plan.Warnings, line => line.Id == "warning.recovery");
            Assert.Equal("get-help", plan.Steps[^1].Id);
            foreach (var step in plan.Steps)
                Assert.True(step.Actions.Count is >= 1 and <= 4, $"{name}: {step.Id} has {step.Actions.Count} actions");
        }
    }

    [Fact]
    public void Every_line_of_advice_is_used_in_some_plan()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (verdict, form, answers) in AllCases())
        {
            var plan = Planner.Plan(new Assessment { Verdict = verdict, Form = form }, answers);
            used.UnionWith(plan.Crisis.Lines.Concat(plan.Opening).Concat(plan.Warnings).Concat(plan.Later).Select(line => line.Id));
            used.UnionWith(plan.Steps.SelectMany(step => step.Actions.Append(step.Why)).Select(line => line.Id));
        }

        Assert.Empty(PlanContent.In("en").Lines.Keys.Except(used));
    }

    [Fact]
    public void Every_country_names_its_crisis_line_and_its_police()
    {
        foreach (var country in HelplineDirectory.BuiltIn.Countries)
        {
            var entries = HelplineDirectory.BuiltIn.In(country);
            foreach (var verdict in Enum.GetValues<Verdict>())
            {
                foreach (var age in Enum.GetValues<AgeBand>())
                {
                    var plan = Make(verdict, new PlanAnswers { Country = country, Age = age });
                    var name = $"{country} {verdict} {age}";
                    Named(Situation.SuicideCrisis, plan.Crisis.Contacts.Take(1), name);
                    Named(Situation.Emergency, plan.Crisis.Contacts, name);
                    Named(Situation.PoliceReport, plan.Steps[^1].Contacts, name);
                    if (verdict is Verdict.Blackmail or Verdict.Attempt && age == AgeBand.Under18)
                        Named(Situation.ChildReport, plan.Steps[^1].Contacts, name);
                }

                void Named(Situation need, IEnumerable<Helpline> contacts, string name)
                {
                    if (entries.Any(entry => entry.Situations.Contains(need) && entry.Audience == Audience.All))
                        Assert.True(contacts.Any(contact => contact.Situations.Contains(need)), $"{name}: {need}");
                }
            }
        }
    }

    [Fact]
    public void Without_a_country_it_asks_and_names_no_national_line()
    {
        var plan = Make(Verdict.Blackmail);
        Assert.Contains("country", plan.Questions);
        Assert.Contains(plan.Crisis.Lines, line => line.Id == "crisis.no-country");
        Assert.All(Contacts(plan), contact => Assert.Contains(contact, HelplineDirectory.BuiltIn.International));
        Assert.Contains(Contacts(plan), contact => contact.Id == "intl-stopncii");
    }

    [Fact]
    public void A_country_without_a_list_is_told_so()
    {
        var plan = Make(Verdict.Blackmail, new PlanAnswers { Country = Country("ZZ") });
        Assert.Null(plan.Country);
        Assert.Contains(plan.Crisis.Lines, line => line.Id == "crisis.unlisted");
        Assert.DoesNotContain("country", plan.Questions);
    }

    [Fact]
    public void Nobody_under_18_is_told_to_copy_the_image()
    {
        foreach (var verdict in new[] { Verdict.Blackmail, Verdict.Attempt })
        {
            var evidence = Step(Make(verdict, new PlanAnswers { Age = AgeBand.Under18 }), "secure-evidence");
            Assert.Contains(evidence.Actions, line => line.Id == "evidence.under18");
        }
    }

    [Fact]
    public void A_British_child_is_shown_Report_Remove_and_an_adult_the_helpline_for_adults()
    {
        var child = Make(Verdict.Blackmail, new PlanAnswers { Country = Country("GB"), Age = AgeBand.Under18 });
        var adult = Make(Verdict.Blackmail, new PlanAnswers { Country = Country("GB"), Age = AgeBand.Adult });
        Assert.Contains(Step(child, "collect-links").Contacts, contact => contact.Id == "gb-reportremove");
        Assert.DoesNotContain(Contacts(child), contact => contact.Id is "gb-rph" or "intl-stopncii");
        Assert.Contains(Step(adult, "get-help").Contacts, contact => contact.Id == "gb-rph");
        Assert.Contains(Step(adult, "collect-links").Contacts, contact => contact.Id == "intl-stopncii");
        Assert.DoesNotContain(Contacts(adult), contact => contact.Id is "gb-reportremove" or "gb-childline");
    }

    [Fact]
    public void Who_asks_for_something_other_than_money_gets_nothing()
    {
        var plan = Planner.Plan(new Assessment { Verdict = Verdict.Blackmail, Form = BlackmailForm.OtherDemand }, new PlanAnswers());
        Assert.Contains(Step(plan, "pause").Actions, line => line.Id == "pause.other-demand");
        Assert.Contains(Step(plan, "do-not-pay").Actions, line => line.Id == "pay.account");
    }

    [Fact]
    public void Breathing_comes_before_everything_else() =>
        Assert.Equal("pause.breathe", Make(Verdict.Blackmail).Steps[0].Actions[0].Id);

    [Fact]
    public void The_chat_is_saved_before_anybody_is_blocked()
    {
        foreach (var verdict in new[] { Verdict.Blackmail, Verdict.Attempt })
        {
            var actions = Step(Make(verdict), "secure-evidence").Actions.Select(line => line.Id).ToList();
            Assert.InRange(actions.IndexOf("evidence.then-block"), 1, actions.IndexOf("evidence.never-delete") - 1);
        }
    }

    [Fact]
    public void The_same_answers_give_the_same_plan()
    {
        var answers = new PlanAnswers { Country = Country("IT"), Age = AgeBand.Under18, Language = "it" };
        Assert.Equal(Make(Verdict.Blackmail, answers).Steps.SelectMany(step => step.Actions), Make(Verdict.Blackmail, answers).Steps.SelectMany(step => step.Actions));
    }

    [Fact]
    public void Who_paid_is_sent_to_the_bank_and_not_told_off()
    {
        var plan = Make(Verdict.Blackmail, new PlanAnswers { Country = Country("GB"), Paid = true, PaidBy = PaymentMethod.BankTransfer });
        var step = Step(plan, "do-not-pay");
        Assert.Equal(["pay.stop", "pay.bank-transfer", "pay.proof"], step.Actions.Select(line => line.Id));
        Assert.Equal("gb-159", step.Contacts[0].Id);
    }

    [Fact]
    public void A_real_picture_turns_a_bluff_into_blackmail()
    {
        Assert.Contains("seen-real-image", Make(Verdict.Bluff).Questions);
        var plan = Make(Verdict.Bluff, new PlanAnswers { SeenRealImage = true });
        Assert.Equal(Steps(Make(Verdict.Blackmail)), Steps(plan));
        Assert.Contains(plan.Opening, line => line.Id == "opening.obtained");
    }

    [Fact]
    public void A_parent_is_told_what_helps_a_child()
    {
        var plan = Make(Verdict.Blackmail, new PlanAnswers { Country = Country("US"), Age = AgeBand.Under18, Helper = true });
        Assert.Equal("opening.helper", plan.Opening[0].Id);
        Assert.Contains(Step(plan, "get-help").Actions, line => line.Id == "help.child.phone");
        Assert.Equal("us-ncmec-help", Step(plan, "get-help").Contacts[0].Id);
    }

    [Fact]
    public void Who_asks_for_a_crisis_line_reads_that_first() =>
        Assert.Equal("crisis.first", Make(Verdict.NoSigns, new PlanAnswers { WantsCrisisLine = true }).Crisis.Lines[0].Id);

    [Theory]
    [InlineData("it", "it")]
    [InlineData("it-CH", "it")]
    [InlineData("en", "en")]
    [InlineData("fi", "en")]
    public void The_plan_speaks_the_language_that_was_asked_for(string asked, string spoken)
    {
        var plan = Make(Verdict.Blackmail, new PlanAnswers { Language = asked });
        Assert.Equal(spoken, plan.Language);
        Assert.Equal(PlanContent.In(spoken).Titles["pause"], plan.Steps[0].Title);
    }

    private static Plan Make(Verdict verdict, PlanAnswers? answers = null) =>
        Planner.Plan(new Assessment { Verdict = verdict }, answers ?? new PlanAnswers());

    private static PlanStep Step(Plan plan, string id) => plan.Steps.Single(step => step.Id == id);

    private static IEnumerable<string> Steps(Plan plan) => plan.Steps.Select(step => step.Id);

    private static IEnumerable<Helpline> Contacts(Plan plan) => plan.Crisis.Contacts.Concat(plan.Steps.SelectMany(step => step.Contacts));

    private static CountryCode Country(string letters) =>
        CountryCode.TryParse(letters, out var code) ? code : throw new ArgumentException(letters, nameof(letters));

    private static IEnumerable<(Verdict Verdict, BlackmailForm? Form, PlanAnswers Answers)> AllCases()
    {
        CountryCode?[] countries = [null, Country("ZZ"), Country("GB"), Country("IT"), Country("US"), Country("AU"), Country("NZ"), Country("FR")];
        BlackmailForm?[] forms = [null, .. Enum.GetValues<BlackmailForm>()];
        PaymentMethod?[] methods = [null, .. Enum.GetValues<PaymentMethod>()];
        return from verdict in Enum.GetValues<Verdict>()
               from form in verdict is Verdict.Blackmail ? forms : [null]
               from country in countries
               from age in Enum.GetValues<AgeBand>()
               from paid in s_answers
               from method in paid == true ? methods : [null]
               from posted in s_answers
               from helper in new[] { false, true }
               select (verdict, form, new PlanAnswers
               {
                   Country = country,
                   Age = age,
                   Paid = paid,
                   PaidBy = method,
                   Posted = posted,
                   Helper = helper,
                   WantsCrisisLine = helper,
               });
    }
}
