using System.Text.Encodings.Web;
using System.Text.Json;

namespace Holdfast.Cli.Output;

/// <summary>How JSON is written: UTF-8, letters of all scripts as they are, half a surrogate pair as U+FFFD.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, IndentSize = 1, NewLine = "\n" };

    public static Utf8JsonWriter Writer(Stream stream, bool isIndented = true) => new(stream, isIndented ? Indented : Compact);

    /// <summary>Writes a string or null; text that others wrote may hold broken surrogate pairs, which JSON cannot.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, Whole(value));
        }
    }

    /// <summary>Writes a list of strings.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(Whole(value));
        }

        json.WriteEndArray();
    }

    public static string Whole(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, static (units, source) =>
        {
            for (var i = 0; i < units.Length; i++)
            {
                var isPair = i + 1 < units.Length && char.IsSurrogatePair(source[i], source[i + 1]);
                units[i] = char.IsSurrogate(source[i]) && !isPair ? '\uFFFD' : source[i];
                if (isPair)
                {
                    units[i + 1] = source[i + 1];
                    i++;
                }
            }
        });
    }
}
