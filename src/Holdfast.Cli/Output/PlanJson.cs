using System.Globalization;
using System.Text.Json;
using Holdfast.Findings;
using Holdfast.Guidance;

namespace Holdfast.Cli.Output;

/// <summary>Writes a plan as JSON. The shape is documented in docs/json.md.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, Plan plan, Assessment assessment)
    {
        json.WriteStartObject();
        json.WriteString("verdict", Names.Of(assessment.Verdict));
        json.WriteText("form", Names.Of(assessment.Form));
        json.WriteText("country", plan.Country?.Letters);
        json.WriteString("language", plan.Language);
        json.WriteStartObject("crisis");
        Lines(json, "lines", plan.Crisis.Lines);
        Contacts(json, plan.Crisis.Contacts, plan.Language);
        json.WriteEndObject();
        Lines(json, "opening", plan.Opening);
        json.WriteStartArray("steps");
        foreach (var step in plan.Steps)
        {
            json.WriteStartObject();
            json.WriteString("id", step.Id);
            json.WriteText("title", step.Title);
            Lines(json, "actions", step.Actions);
            json.WritePropertyName("why");
            Line(json, step.Why);
            Contacts(json, step.Contacts, plan.Language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Lines(json, "warnings", plan.Warnings);
        Lines(json, "later", plan.Later);
        json.WriteTexts("questions", plan.Questions);
        json.WriteEndObject();
        json.Flush();
    }

    private static void Lines(Utf8JsonWriter json, string name, IReadOnlyList<PlanLine> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            Line(json, line);
        }

        json.WriteEndArray();
    }

    private static void Line(Utf8JsonWriter json, PlanLine line)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Id);
        json.WriteText("text", line.Text);
        json.WriteText("source", line.Source);
        json.WriteString("checked", Day(line.Checked));
        json.WriteEndObject();
    }

    private static void Contacts(Utf8JsonWriter json, IReadOnlyList<Helpline> contacts, string language)
    {
        json.WriteStartArray("contacts");
        foreach (var contact in contacts)
        {
            json.WriteStartObject();
            json.WriteString("id", contact.Id);
            json.WriteText("name", contact.Name);
            json.WriteText("purpose", contact.Purpose.In(language));
            json.WriteStartArray("channels");
            foreach (var channel in contact.Channels)
            {
                json.WriteStartObject();
                json.WriteString("type", Names.Kebab(channel.Kind.ToString()));
                json.WriteText("value", channel.Value);
                if (channel.Send is not null)
                {
                    json.WriteText("send", channel.Send);
                }

                json.WriteText("hours", channel.Hours?.In(language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteText("source", contact.Source);
            json.WriteString("checked", Day(contact.Checked));
            json.WriteString("confidence", contact.Confidence.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
