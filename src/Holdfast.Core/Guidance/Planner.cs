using Holdfast.Findings;
using Holdfast.Words;

namespace Holdfast.Guidance;

/// <summary>Turns what was found, and what the person told, into what to do now.</summary>
public static class Planner
{
    /// <summary>
    /// Makes the plan. The same finding and answers always give the same plan. Without a country it names international
    /// services only and asks for the country.
    /// </summary>
    /// <param name="assessment">What is happening.</param>
    /// <param name="answers">What the person told.</param>
    public static Plan Plan(Assessment assessment, PlanAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(answers);
        var directory = HelplineDirectory.BuiltIn;
        var situation = new PlanCase(assessment, answers, directory);
        var outline = PlanContent.Outline;
        var texts = PlanContent.In(Wording.For(answers.Language).Language);
        return new Plan
        {
            Language = texts.Language,
            Country = answers.Country is { } country && directory.Knows(country) ? country : null,
            Crisis = new CrisisHelp(Lines(outline.Crisis), CrisisContacts(answers, directory)),
            Opening = Lines(outline.Opening),
            Steps = [.. outline.Steps.Where(step => situation.Meets(step.When)).Select(Step)],
            Warnings = Lines(outline.Warnings),
            Later = Lines(outline.Later),
            Questions = Questions(situation.Verdict, answers),
        };

        PlanStep Step(PlanOutline.Step step) => new(
            step.Id, texts.Titles[step.Id], Lines(step.Actions), Lines(step.Why)[0], Contacts(step));

        IReadOnlyList<PlanLine> Lines(IReadOnlyList<PlanOutline.Line> lines) =>
            [.. lines.Where(line => situation.Meets(line.When)).Select(line => Text(line.Text))];

        PlanLine Text(string id) => new(id, texts.Lines[id].Text, texts.Lines[id].Source, texts.Lines[id].Checked);

        IReadOnlyList<Helpline> Contacts(PlanOutline.Step step)
        {
            var contacts = step.Contacts.Where(contact => situation.Meets(contact.When));
            return directory.Find(answers.Country, answers.Age, answers.Helper, [.. contacts.SelectMany(contact => contact.Situations)]);
        }
    }

    private static List<Helpline> CrisisContacts(PlanAnswers answers, HelplineDirectory directory)
    {
        var contacts = new List<Helpline>();
        Add(Situation.SuicideCrisis);
        if (contacts.Count == 0)
            Add(Situation.EmotionalSupport);
        if (answers.Age == AgeBand.Under18)
            Add(Situation.ChildHelpline);
        Add(Situation.Emergency);
        return contacts;

        void Add(Situation need) => contacts.AddRange(directory.Find(answers.Country, answers.Age, answers.Helper, need)
            .Where(entry => !contacts.Contains(entry)));
    }

    private static List<string> Questions(Verdict verdict, PlanAnswers answers)
    {
        var threatened = verdict is Verdict.Blackmail or Verdict.Bluff;
        var questions = new List<string>();
        if (answers.Country is null)
            questions.Add("country");
        if (answers.Age == AgeBand.Unknown)
            questions.Add("age");
        if (verdict == Verdict.Bluff && answers.SeenRealImage is null)
            questions.Add("seen-real-image");
        if (threatened && answers.Paid is null)
            questions.Add("paid");
        if (threatened && answers is { Paid: true, PaidBy: null })
            questions.Add("paid-by");
        if (verdict == Verdict.Blackmail && answers.Posted is null)
            questions.Add("posted");
        return questions;
    }
}
