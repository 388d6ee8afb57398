using System.Text.Json;
using Holdfast.Cli.Commands;
using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Findings.Requests;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Writes an assessment as JSON. The shape is documented in docs/json.md.</summary>
internal static class CheckJson
{
    public static void Write(Utf8JsonWriter json, Assessment answer, Checking checking, Wording words, string? input)
    {
        json.WriteStartObject();
        if (input is not null)
        {
            json.WriteText("input", input);
        }

        json.WriteString("verdict", Names.Of(answer.Verdict));
        json.WriteText("form", Names.Of(answer.Form));
        json.WriteNumber("score", answer.Score);
        json.WriteTexts("languages", answer.Languages);
        json.WriteStartArray("signs");
        foreach (var sign in answer.Signs)
        {
            json.WriteStartObject();
            json.WriteString("id", sign.Id);
            json.WriteNumber("strength", sign.Strength);
            json.WriteNumber("occurrences", sign.Occurrences);
            Quotes(json, sign.Quotes);
            if (sign.Requests is { } burst)
            {
                Requests(json, burst);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("demands");
        foreach (var demand in answer.Demands)
        {
            Demand(json, demand);
        }

        json.WriteEndArray();
        json.WriteStartArray("identifiers");
        foreach (var identifier in answer.Identifiers)
        {
            Identifier(json, identifier);
        }

        json.WriteEndArray();
        json.WriteStartArray("stages");
        foreach (var stage in answer.Stages)
        {
            json.WriteStartObject();
            json.WriteString("stage", stage.Stage);
            json.WriteText("at", stage.At.Knowledge == TimeKnowledge.None ? null : stage.At.ToString());
            if (stage.Quote is not null)
            {
                json.WritePropertyName("quote");
                Quote(json, stage.Quote);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("next", answer.Next);
        json.WriteTexts("questions", answer.Questions);
        json.WriteBoolean("limited", answer.WasLimited);
        QuestionText.Write(json, words, checking.Questions);
        json.WriteNumber("messages", checking.MessageCount);
        ReadJson.WriteProblems(json, checking.Problems, words);
        json.WriteEndObject();
        json.Flush();
    }

    private static void Requests(Utf8JsonWriter json, RequestBurst burst)
    {
        json.WriteStartObject("requests");
        json.WriteString("format", burst.Format);
        json.WriteString("relation", Names.Kebab(burst.Relation.ToString()));
        json.WriteNumber("count", burst.Count);
        json.WriteString("from", burst.From.ToString());
        json.WriteString("to", burst.To.ToString());
        json.WriteNumber("usual", burst.Usual);
        json.WriteText("file", burst.File.Name);
        json.WriteEndObject();
    }

    private static void Demand(Utf8JsonWriter json, Demand demand)
    {
        json.WriteStartObject();
        json.WriteString("kind", demand.Kind);
        if (demand.Amount is { } amount)
        {
            json.WriteNumber("amount", amount);
        }
        else
        {
            json.WriteNull("amount");
        }

        json.WriteText("currency", demand.Currency);
        json.WriteText("rail", demand.Rail);
        json.WriteText("deadline", demand.Deadline);
        Quotes(json, demand.Quotes);
        json.WriteEndObject();
    }

    private static void Identifier(Utf8JsonWriter json, IdentifierFinding identifier)
    {
        json.WriteStartObject();
        json.WriteString("kind", identifier.Kind);
        json.WriteText("seen", identifier.Seen);
        json.WriteText("value", identifier.Value);
        json.WriteBoolean("checksOut", identifier.ChecksOut);
        json.WriteBoolean("writtenByOwner", identifier.WrittenByOwner);
        if (identifier.Platform is not null)
        {
            json.WriteText("platform", identifier.Platform);
        }

        json.WriteNumber("occurrences", identifier.Occurrences);
        Quotes(json, identifier.Quotes, identifier.Kind == "card");
        json.WriteEndObject();
    }

    private static void Quotes(Utf8JsonWriter json, IReadOnlyList<Quote> quotes, bool isMasked = false)
    {
        json.WriteStartArray("quotes");
        foreach (var quote in quotes)
        {
            Quote(json, quote, isMasked);
        }

        json.WriteEndArray();
    }

    private static void Quote(Utf8JsonWriter json, Quote quote, bool isMasked = false)
    {
        json.WriteStartObject();
        json.WriteNumber("conversation", quote.Conversation);
        json.WriteNumber("message", quote.Message);
        json.WriteNumber("start", quote.Start);
        json.WriteNumber("length", quote.Length);
        json.WriteText("text", quote.Text);
        if (quote.IsInSubject)
        {
            json.WriteString("in", "subject");
        }

        json.WriteText("from", quote.Source.From);
        json.WriteText("at", quote.Source.At.Knowledge == TimeKnowledge.None ? null : quote.Source.At.ToString());
        json.WriteText("file", quote.Source.File.Name);
        if (quote.Source.Place.Line > 0)
        {
            json.WriteNumber("line", quote.Source.Place.Line);
        }

        if (isMasked)
        {
            json.WriteBoolean("masked", true);
        }

        json.WriteEndObject();
    }
}
