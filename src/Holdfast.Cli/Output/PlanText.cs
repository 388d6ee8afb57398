using System.Globalization;
using Holdfast.Findings;
using Holdfast.Guidance;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Prints a plan for a person: the crisis line first, then one step after the other, each with its source.</summary>
internal sealed class PlanText(Terminal terminal, Wording words)
{
    private readonly List<string> _sources = [];

    public void Print(Plan plan, Assessment assessment)
    {
        var output = terminal.Out;
        output.WriteLine();
        foreach (var line in plan.Crisis.Lines)
        {
            Line(line, "");
        }

        foreach (var contact in plan.Crisis.Contacts)
        {
            Contact(contact);
        }

        output.WriteLine();
        output.WriteLine(terminal.Strong(words.Headline(assessment.Verdict, assessment.Form)));
        foreach (var line in plan.Opening)
        {
            Line(line, "");
        }

        output.WriteLine();
        var number = 0;
        foreach (var step in plan.Steps)
        {
            output.WriteLine(terminal.Strong($"{++number}. {step.Title}"));
            foreach (var action in step.Actions)
            {
                Line(action, "     ", "   - ");
            }

            Line(step.Why, "   ");
            foreach (var contact in step.Contacts)
            {
                Contact(contact);
            }

            output.WriteLine();
        }

        foreach (var line in plan.Warnings.Concat(plan.Later))
        {
            Line(line, "");
        }

        if (plan.Country is null)
        {
            terminal.Paragraph($"{words.Get("general.choose-country")} (--country)");
        }

        output.WriteLine();
        Sources();
    }

    private void Line(PlanLine line, string indent, string? first = null) =>
        terminal.Paragraph($"{line.Text} {terminal.Quiet($"[{Source(line.Source, line.Checked)}]")}", indent, first ?? indent);

    private void Contact(Helpline contact)
    {
        terminal.Paragraph($"{terminal.Strong(contact.Name)} – {contact.Purpose.In(words.Language)} {terminal.Quiet($"[{Source(contact.Source, contact.Checked)}]")}", "     ", "   > ");
        foreach (var channel in contact.Channels)
        {
            terminal.Paragraph(words.Describe(channel), "       ", "     ");
        }

        if (contact.Confidence == Confidence.Medium)
        {
            terminal.Paragraph(terminal.Quiet(words.Get("label.medium-confidence")), "     ");
        }
    }

    private int Source(string source, DateOnly day)
    {
        var entry = $"{source} ({words.Get("label.checked", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))})";
        var known = _sources.IndexOf(entry);
        if (known < 0)
        {
            _sources.Add(entry);
            known = _sources.Count - 1;
        }

        return known + 1;
    }

    private void Sources()
    {
        terminal.Out.WriteLine(terminal.Quiet(words.Get("label.source")));
        for (var i = 0; i < _sources.Count; i++)
        {
            terminal.Out.WriteLine(terminal.Quiet($"[{i + 1}] {_sources[i]}"));
        }
    }
}
